// Searching and naming bytes of HTML, eight at a time where that pays.

/// The ASCII bytes that HTML's grammar names.
enum ASCII {
    static let nul: UInt8 = 0x00
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let bang: UInt8 = 0x21
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let percent: UInt8 = 0x25
    static let ampersand: UInt8 = 0x26
    static let apostrophe: UInt8 = 0x27
    static let openParenthesis: UInt8 = 0x28
    static let closeParenthesis: UInt8 = 0x29
    static let asterisk: UInt8 = 0x2A
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let hyphen: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let at: UInt8 = 0x40
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let underscore: UInt8 = 0x5F
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D

    /// Whether the byte is ASCII whitespace as HTML has it: tab, line feed, form feed, carriage return, space.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == space || byte == lineFeed || byte == tab || byte == carriageReturn || byte == 0x0C
    }

    /// Whether the byte is an ASCII letter.
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26
    }

    /// Whether the byte is an ASCII digit.
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }

    /// The value of a hexadecimal digit, or nothing.
    @inline(__always)
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        if isDigit(byte) { return byte &- 0x30 }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : nil
    }

    /// The byte in lower case when it is an ASCII capital.
    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
}

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
        var at = start
        let onePattern = Self.spread(one)
        let otherPattern = Self.spread(other)
        while at &+ 8 <= count {
            let word = word(at: at)
            let found = Self.zeroBytes(word ^ onePattern) | Self.zeroBytes(word ^ otherPattern)
            if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
            at &+= 8
        }
        while at < count, self[at] != one, self[at] != other { at &+= 1 }
        return at
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
}
