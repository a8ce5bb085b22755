// What 64 bytes of folded ASCII are, a bit for each byte. Bits from the first byte that is not ASCII on mean nothing.

/// The classes of up to 64 bytes as bit masks.
struct BlockMasks {
    /// How many bytes a block looks at.
    static let width = 64

    /// Letters, digits, and blanks.
    private(set) var letters: UInt64 = 0
    private(set) var digits: UInt64 = 0
    private(set) var blanks: UInt64 = 0
    /// Letters that were capitals.
    private(set) var capitals: UInt64 = 0
    /// Letters that stand for the third time in a row, or more.
    private(set) var triples: UInt64 = 0
    /// Whether anything but capitals was folded here.
    private(set) var isAltered = false
    /// How many bytes are ASCII from the beginning on.
    private(set) var asciiCount = 64

    /// Looks at 64 bytes from an offset, and at their marks.
    @inline(__always)
    init(_ bytes: RawSpan, marks: RawSpan, at start: Int) {
        let range = start..<start &+ BlockMasks.width
        let bytes = bytes.extracting(range)
        let marks = marks.extracting(range)
        var beyond: UInt64 = 0
        var anyDigits: UInt64 = 0
        var anyTriples: UInt64 = 0
        var anyMarks: UInt64 = 0
        var previous: UInt64 = 0
        var previousSame: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            let lanes = lane(bytes, Int(truncatingIfNeeded: shift))
            let letter = Lanes.between(lanes, 0x61, 0x7A)
            let same = ~((lanes ^ (lanes &<< 8 | previous)) &+ Lanes.all(0x7F)) & letter
            beyond |= lanes
            anyDigits |= Lanes.between(lanes, 0x30, 0x39)
            anyTriples |= same & (same &<< 8 | previousSame)
            anyMarks |= lane(marks, Int(truncatingIfNeeded: shift))
            letters |= Lanes.gather(letter) &<< shift
            blanks |= Lanes.gather(~(lanes &+ Lanes.all(0x5F)) & Lanes.high) &<< shift
            previous = lanes &>> 56
            previousSame = same &>> 56
            shift &+= 8
        }
        if anyDigits != 0 { digits = BlockMasks.gather(bytes) { Lanes.between($0, 0x30, 0x39) } }
        if anyMarks & Lanes.high != 0 { capitals = BlockMasks.gather(marks) { $0 & Lanes.high } }
        isAltered = anyMarks & ~Lanes.high != 0
        if beyond & Lanes.high != 0 { asciiCount = BlockMasks.gather(bytes) { $0 & Lanes.high }.trailingZeroBitCount }
        if anyTriples != 0 { triples = BlockMasks.triples(bytes) }
    }

    @inline(__always)
    private static func gather(_ bytes: RawSpan, _ pick: (UInt64) -> UInt64) -> UInt64 {
        var found: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64 {
            found |= Lanes.gather(pick(lane(bytes, Int(truncatingIfNeeded: shift)))) &<< shift
            shift &+= 8
        }
        return found
    }

    @inline(never)
    private static func triples(_ bytes: RawSpan) -> UInt64 {
        var found: UInt64 = 0
        for index in 2..<width where byte(bytes, index) &- 0x61 < 26 {
            if byte(bytes, index) == byte(bytes, index - 1), byte(bytes, index) == byte(bytes, index - 2) { found |= 1 &<< UInt64(index) }
        }
        return found
    }

    /// Takes the bits from `limit` on away.
    @inline(__always)
    mutating func cut(at limit: Int) {
        guard limit < BlockMasks.width else { return }
        let valid: UInt64 = 1 &<< UInt64(limit) &- 1
        letters &= valid
        digits &= valid
        blanks &= valid
        capitals &= valid
        triples &= valid
    }
}
