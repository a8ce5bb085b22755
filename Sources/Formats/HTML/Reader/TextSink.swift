/// Writes text into a buffer with its spaces collapsed (CSS Text 3 section 4.1) and its lines broken between blocks.
///
/// The buffer is longer than what is written while a document is read, so that a byte costs one store; `finish` cuts it.
struct TextSink: Sendable {
    /// How many bytes are written.
    private(set) var used = 0
    /// Whether text was left out because the limit is reached.
    private(set) var isCut = false
    /// The offset of the first NUL in the bytes given.
    private(set) var firstNUL: Int?
    private var hasSpace = false
    private var lineBreaks = 0
    private let limit: Int

    /// A sink for at most so many bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Parts what comes from what is written by a space.
    @inline(__always)
    mutating func space() {
        hasSpace = true
    }

    /// Puts what comes on a line of its own.
    @inline(__always)
    mutating func block() {
        if lineBreaks == 0 { lineBreaks = 1 }
    }

    /// Ends the line, as `br` does; two in a row leave an empty line, more do not leave more.
    @inline(__always)
    mutating func lineBreak() {
        if lineBreaks < 2 { lineBreaks &+= 1 }
    }

    /// Writes a piece of text; gives how many bytes of it are not spaces. NUL is left out, as browsers do.
    ///
    /// With `dropsNoBreak` a no-break space counts as a space: padding is no hidden text.
    mutating func write(
        _ input: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8], isPreformatted: Bool = false, dropsNoBreak: Bool = false
    ) -> Int {
        // The breaks that wait before the piece count too.
        let waiting = used == 0 ? 0 : lineBreaks > 0 ? lineBreaks : hasSpace ? 1 : 0
        let room = limit &- used &- waiting
        guard room > 0 else {
            isCut = true
            return 0
        }
        var end = range.lowerBound &+ min(range.count, room)
        if end < range.upperBound {
            isCut = true
            // Not in the middle of a character.
            while end > range.lowerBound, input[end] & 0xC0 == 0x80 { end &-= 1 }
        }
        var at = range.lowerBound
        var written = 0
        // Nothing is written for a piece that is all space, as most pieces between tags are.
        if !isPreformatted {
            at = input.skipIndentation(from: at, to: end)
            if at > range.lowerBound { hasSpace = true }
            guard at < end else { return 0 }
        }
        // A piece grows by the two breaks at most that wait before it: every byte written later stands for one that was read. Eight
        // bytes are written at a time, of which only the first may count.
        if buffer.count &- used < end &- at &+ 16 { grow(&buffer, by: end &- at &+ 16) }
        var output = buffer.mutableSpan
        var place = used
        while at < end {
            let byte = input[at]
            at &+= 1
            if byte <= ASCII.space {
                if byte == ASCII.nul, firstNUL == nil { firstNUL = at &- 1 }
                if byte == ASCII.nul || (isPreformatted && byte == ASCII.carriageReturn) { continue }
                if !isPreformatted, ASCII.isSpace(byte) {
                    hasSpace = true
                    continue
                }
            }
            if dropsNoBreak, byte == 0xC2, at < end, input[at] == 0xA0 {
                at &+= 1
                hasSpace = true
                continue
            }
            if hasSpace || lineBreaks > 0 {
                if place > 0 {
                    if lineBreaks == 0 {
                        output[place] = ASCII.space
                        place &+= 1
                    } else {
                        for _ in 0..<lineBreaks {
                            output[place] = ASCII.lineFeed
                            place &+= 1
                        }
                    }
                }
                hasSpace = false
                lineBreaks = 0
            }
            output[place] = byte
            place &+= 1
            written &+= 1
            if isPreformatted { continue }
            // What follows is copied as it stands, eight bytes at a time, while each space stands alone between two words.
            while at < end, at &+ 8 <= input.count {
                let word = input.word(at: at)
                var spaces = Self.lanes(of: ASCII.space, in: word)
                var odd = Self.controls(in: word) | spaces & spaces &<< 8
                if dropsNoBreak { odd |= Self.lanes(of: 0xC2, in: word) }
                var count = 8
                if odd != 0 || at &+ 8 > end {
                    count = min(end &- at, odd == 0 ? 8 : odd.trailingZeroBitCount &>> 3)
                    guard count > 0 else { break }
                    if count < 8 { spaces &= 1 &<< UInt64(truncatingIfNeeded: 8 &* count) &- 1 }
                }
                var raw = unsafe output.mutableBytes
                raw.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
                at &+= count
                place &+= count
                written &+= count &- Self.count(spaces)
                if spaces &>> UInt64(truncatingIfNeeded: 8 &* count &- 1) != 0 {
                    // A space at the end waits: another may follow.
                    place &-= 1
                    hasSpace = true
                    break
                }
                if odd != 0 { break }
            }
        }
        used = place
        return written
    }

    /// The high bit of each of eight bytes that equals a byte.
    @inline(__always)
    private static func lanes(of byte: UInt8, in word: UInt64) -> UInt64 {
        let other = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~((other & low &+ low) | other | low)
    }

    /// How many high bits are set.
    @inline(__always)
    private static func count(_ lanes: UInt64) -> Int {
        Int(truncatingIfNeeded: ((lanes &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
    }

    /// The high bit of the first of eight bytes that is below a space; bits above it may be wrong.
    @inline(__always)
    private static func controls(in word: UInt64) -> UInt64 {
        (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
    }

    private func grow(_ buffer: inout [UInt8], by count: Int) {
        buffer.append(contentsOf: repeatElement(0, count: max(count, min(buffer.count, limit), 4096)))
    }

    /// Cuts the buffer to what is written.
    func finish(_ buffer: inout [UInt8]) {
        if buffer.count > used { buffer.removeLast(buffer.count - used) }
    }
}
