// Searching bytes of HTML, eight at a time where that pays.

extension Span where Element == UInt8 {
    /// Eight bytes from an offset, the first lowest. The offset must be at most `count - 8`.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        // The load checks its bounds itself, and every pattern of 64 bits is a number.
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The offset of the first `byte` at or after `start`, or `count`.
    @inline(__always)
    func first(_ byte: UInt8, from start: Int) -> Int {
        first(byte, from: start, to: count)
    }

    /// The offset of the first `byte` at or after `start` and before `end`, or `end`. Who searches a piece of a longer text must
    /// say where it ends, or pays for the rest of the text with every piece.
    @inline(__always)
    func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
        var at = start
        let pattern = Self.spread(byte)
        while at &+ 8 <= end {
            let found = Self.zeroBytes(word(at: at) ^ pattern)
            if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
            at &+= 8
        }
        while at < end, self[at] != byte { at &+= 1 }
        return min(at, end)
    }

    /// The offset of the first of two bytes at or after `start`, or `count`.
    @inline(__always)
    func first(_ one: UInt8, or other: UInt8, from start: Int) -> Int {
        first(one, or: other, from: start, to: count)
    }

    /// The offset of the first of two bytes at or after `start` and before `end`, or `end`.
    @inline(__always)
    func first(_ one: UInt8, or other: UInt8, from start: Int, to end: Int) -> Int {
        var at = start
        let onePattern = Self.spread(one)
        let otherPattern = Self.spread(other)
        while at &+ 8 <= end {
            let word = word(at: at)
            let found = Self.zeroBytes(word ^ onePattern) | Self.zeroBytes(word ^ otherPattern)
            if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
            at &+= 8
        }
        while at < end, self[at] != one, self[at] != other { at &+= 1 }
        return min(at, end)
    }

    /// The offset of the first byte below a space at or after `start` and before `end`, or `end`.
    @inline(__always)
    func firstControl(from start: Int, to end: Int) -> Int {
        var at = start
        while at &+ 8 <= end {
            let word = word(at: at)
            let found = (word &- Self.spread(ASCII.space)) & ~word & 0x8080_8080_8080_8080
            if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
            at &+= 8
        }
        while at < end, self[at] >= ASCII.space { at &+= 1 }
        return min(at, end)
    }

    /// Adds the bytes of a range to a buffer, all at once.
    @inline(__always)
    func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
        // `extracting` checks the range; the pointer does not leave the closure.
        unsafe extracting(range).withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    }

    /// The offset of the first byte at or after `start` that is in a set of bytes below 64 (a bit for each), or `count`.
    ///
    /// Made for names and values, whose own bytes are mostly letters: those are passed over eight at a time.
    @inline(__always)
    func first(in set: UInt64, from start: Int) -> Int {
        var at = start
        while at &+ 8 <= count {
            let word = word(at: at)
            // Candidates are the bytes below 64; one that a borrow makes a candidate besides is no member and goes on.
            var low = (word &- Self.spread(0x40)) & ~word & 0x8080_8080_8080_8080
            while low != 0 {
                let shift = UInt64(truncatingIfNeeded: low.trailingZeroBitCount &- 7)
                let byte = word &>> shift & 0xFF
                if byte < 64, set &>> byte & 1 != 0 { return at &+ Int(truncatingIfNeeded: shift &>> 3) }
                low &= low &- 1
            }
            at &+= 8
        }
        while at < count, self[at] >= 64 || set &>> UInt64(self[at]) & 1 == 0 { at &+= 1 }
        return at
    }

    /// Eight copies of a byte.
    @inline(__always)
    private static func spread(_ byte: UInt8) -> UInt64 {
        UInt64(byte) &* 0x0101_0101_0101_0101
    }

    /// The high bit of the lowest byte that is zero; bits above it may be wrong, so only the lowest counts.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Whether the bytes from an offset are these; letters in either case, and `word` in lower case, unless `exactly`.
    func matches(_ word: StaticString, at offset: Int, exactly: Bool = false) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset >= 0, offset <= count &- length else { return false }
        // A StaticString of more than one scalar keeps `utf8CodeUnitCount` bytes behind `utf8Start` for the life of the program.
        let wanted = unsafe UnsafeBufferPointer(start: word.utf8Start, count: length)
        for index in 0..<length {
            let byte = exactly ? self[offset &+ index] : ASCII.lowered(self[offset &+ index])
            if unsafe byte != wanted[index] { return false }
        }
        return true
    }

    /// The offset of the first byte at or after `start` that is not whitespace, at most `end`.
    @inline(__always)
    func skipSpace(from start: Int, to end: Int) -> Int {
        var at = start
        while at < end, ASCII.isSpace(self[at]) { at &+= 1 }
        return at
    }

    /// The same for whitespace that is mostly indentation: runs of spaces are passed over eight at a time.
    @inline(__always)
    func skipIndentation(from start: Int, to end: Int) -> Int {
        var at = start
        while at < end, ASCII.isSpace(self[at]) {
            at &+= 1
            while at &+ 8 <= end {
                let others = word(at: at) ^ Self.spread(ASCII.space)
                at &+= others == 0 ? 8 : others.trailingZeroBitCount &>> 3
                if others != 0 { break }
            }
        }
        return at
    }
}
