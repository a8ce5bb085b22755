// Percent-encoding and its sets (WHATWG URL section 1.3), and small questions about bytes. Bytes are hostile.

/// The percent-encode sets: a bit for each ASCII code point; controls and all above ASCII are always encoded.
enum PercentEncoding {
    struct Set {
        var low: UInt64
        var high: UInt64

        init(_ characters: StaticString = "", adding other: Set? = nil) {
            low = other?.low ?? 0xFFFF_FFFF
            high = other?.high ?? 1 << 63
            characters.withUTF8Buffer { characters in
                for index in characters.indices {
                    let character = unsafe characters[index]
                    if character < 64 { low |= 1 << UInt64(character) } else { high |= 1 << UInt64(character & 63) }
                }
            }
        }

        @inline(__always)
        func contains(_ byte: UInt8) -> Bool {
            if byte >= 128 { return true }
            return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
        }
    }

    static let control = Set()
    static let fragment = Set(" \"<>`")
    static let query = Set(" \"#<>")
    static let specialQuery = Set("'", adding: query)
    static let path = Set("?^`{}", adding: query)
    static let userinfo = Set("/:;=@[\\]|", adding: path)

    private static let digits: StaticString = "0123456789ABCDEF"

    /// Appends bytes, those of the set as `%XX`.
    static func append(_ bytes: Span<UInt8>, set: Set, to output: inout [UInt8]) {
        var start = 0
        for index in 0..<bytes.count where set.contains(bytes[index]) {
            let byte = bytes[index]
            bytes.append(start..<index, to: &output)
            output.append(37)
            output.append(digit(byte >> 4))
            output.append(digit(byte & 15))
            start = index + 1
        }
        bytes.append(start..<bytes.count, to: &output)
    }

    /// Appends bytes with each `%XX` replaced by its byte; says whether there was one.
    @discardableResult
    static func appendDecoded(_ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
        var start = 0
        var index = 0
        var wasEncoded = false
        while index < bytes.count {
            if bytes[index] == 37, index + 2 < bytes.count, let high = ByteClass.hexadecimal(bytes[index + 1]),
                let low = ByteClass.hexadecimal(bytes[index + 2])
            {
                bytes.append(start..<index, to: &output)
                output.append(high << 4 | low)
                index += 3
                start = index
                wasEncoded = true
            } else {
                index += 1
            }
        }
        bytes.append(start..<bytes.count, to: &output)
        return wasEncoded
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + 48 : value + 55
    }
}

/// Small questions about single bytes, and about spans of them.
enum ByteClass {
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    @inline(__always) static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    @inline(__always) static func isHostByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 45 || byte == 95 }
    @inline(__always) static func isSchemeByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 43 || byte == 45 || byte == 46 }
    @inline(__always) static func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        if isDigit(byte) { return byte - 48 }
        let letter = byte | 32
        return letter >= 97 && letter <= 102 ? letter - 87 : nil
    }

    /// Whether the bytes are these, ASCII case aside; `word` is in lower case.
    static func equal(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && starts(bytes, with: word)
    }

    /// Whether the bytes begin with these, ASCII case aside; `word` is in lower case.
    static func starts(_ bytes: Span<UInt8>, with word: StaticString, at offset: Int = 0) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset >= 0, bytes.count - offset >= length else { return false }
        return word.withUTF8Buffer { word in
            for index in 0..<length {
                if unsafe lowered(bytes[offset + index]) != word[index] { return false }
            }
            return true
        }
    }

    /// Where these bytes first occur at or after an offset, ASCII case aside.
    static func first(_ word: StaticString, in bytes: Span<UInt8>, from offset: Int = 0) -> Int? {
        var index = offset
        while index + word.utf8CodeUnitCount <= bytes.count {
            if starts(bytes, with: word, at: index) { return index }
            index += 1
        }
        return nil
    }
}

extension Span where Element == UInt8 {
    /// Appends the bytes of a range to a buffer, all at once.
    func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
        // `extracting` checks the range; the pointer does not leave the closure.
        unsafe extracting(range).withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
    }
}
