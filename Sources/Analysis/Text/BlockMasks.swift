// What 64 bytes of folded ASCII are, a bit for each byte. Bits from the first byte that is not ASCII on mean nothing.

internal import ASCIIBlocks

/// The classes of up to 64 bytes as bit masks.
struct BlockMasks {
    /// How many bytes a block looks at.
    static let width = 64

    /// Letters, digits, and blanks.
    private(set) var letters: UInt64
    private(set) var digits: UInt64
    private(set) var blanks: UInt64
    /// Letters that were capitals.
    private(set) var capitals: UInt64
    /// Letters that stand for the third time in a row, or more.
    private(set) var triples: UInt64
    /// Whether anything but capitals was folded here.
    let isAltered: Bool
    /// How many bytes are ASCII from the beginning on.
    let asciiCount: Int

    /// Looks at 64 bytes from an offset, and at their marks; one byte more must follow.
    @inline(__always)
    init(_ bytes: RawSpan, marks: RawSpan, at start: Int) {
        let bytes = bytes.extracting(start..<start &+ BlockMasks.width &+ 1)
        let marks = marks.extracting(start..<start &+ BlockMasks.width)
        let a = sixteen(bytes, 0)
        let b = sixteen(bytes, 16)
        let c = sixteen(bytes, 32)
        let d = sixteen(bytes, 48)
        let letters = BlockMasks.between(0x61, 0x7A, a, b, c, d)
        self.letters = letters
        digits = BlockMasks.between(0x30, 0x39, a, b, c, d)
        blanks = BlockMasks.between(0x00, 0x20, a, b, c, d)
        let same = letters & BlockMasks.repeated(in: bytes, a, b, c, d)
        triples = same & same &<< 1
        let markA = sixteen(marks, 0)
        let markB = sixteen(marks, 16)
        let markC = sixteen(marks, 32)
        let markD = sixteen(marks, 48)
        capitals = BlockMasks.highBits(markA, markB, markC, markD)
        // Low bits that are set carry into the high one.
        let others = ((markA | markB | markC | markD) & 0x7F) &+ 0x7F
        isAltered = chaffinch_high_bits(others) != 0
        let isPlain = chaffinch_high_bits(a | b | c | d) == 0
        asciiCount = isPlain ? BlockMasks.width : BlockMasks.highBits(a, b, c, d).trailingZeroBitCount
    }

    /// Which of 64 bytes from an offset equal a value.
    @inline(__always)
    static func equal(_ value: UInt8, _ bytes: RawSpan, at start: Int) -> UInt64 {
        let bytes = bytes.extracting(start..<start &+ width)
        return between(value, value, sixteen(bytes, 0), sixteen(bytes, 16), sixteen(bytes, 32), sixteen(bytes, 48))
    }

    /// Which of 64 bytes from an offset are signs that count as more than punctuation.
    @inline(__always)
    static func tellingSigns(_ bytes: RawSpan, at start: Int) -> UInt64 {
        let bytes = bytes.extracting(start..<start &+ width)
        return join(
            chaffinch_telling_signs(sixteen(bytes, 0)), chaffinch_telling_signs(sixteen(bytes, 16)),
            chaffinch_telling_signs(sixteen(bytes, 32)), chaffinch_telling_signs(sixteen(bytes, 48)))
    }

    @inline(__always)
    private static func join(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt64 {
        UInt64(a | b &<< 16) | UInt64(c | d &<< 16) &<< 32
    }

    @inline(__always)
    private static func between(
        _ low: UInt8, _ top: UInt8, _ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>
    ) -> UInt64 {
        join(
            chaffinch_between(a, low, top), chaffinch_between(b, low, top), chaffinch_between(c, low, top), chaffinch_between(d, low, top))
    }

    @inline(__always)
    private static func highBits(_ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>) -> UInt64 {
        join(chaffinch_high_bits(a), chaffinch_high_bits(b), chaffinch_high_bits(c), chaffinch_high_bits(d))
    }

    /// Which bytes equal the one before them in the block.
    @inline(__always)
    private static func repeated(
        in bytes: RawSpan, _ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>
    ) -> UInt64 {
        join(
            chaffinch_equal(a, sixteen(bytes, 1)), chaffinch_equal(b, sixteen(bytes, 17)), chaffinch_equal(c, sixteen(bytes, 33)),
            chaffinch_equal(d, sixteen(bytes, 49))) &<< 1
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
