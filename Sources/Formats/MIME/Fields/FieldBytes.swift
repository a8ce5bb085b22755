// The character classes of RFC 5322 section 3.2. Used on bytes nobody vouches for.

import Messages

/// What single bytes of a header field mean.
enum FieldBytes {
    /// White space, or part of a fold (RFC 5322 section 3.2.2).
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 13 || byte == 10
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    /// A control character of ASCII, tab excepted.
    @inline(__always)
    static func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 || byte == 127 }

    /// A character of an atom (RFC 5322 section 3.2.3).
    static func isAtomText(_ byte: UInt8) -> Bool {
        if isLetter(byte) || isDigit(byte) { return true }
        switch byte {
        case 33, 35, 36, 37, 38, 39, 42, 43, 45, 47, 61, 63, 94, 95, 96, 123, 124, 125, 126: return true
        default: return false
        }
    }

    /// A character of a MIME token (RFC 2045 section 5.1).
    static func isToken(_ byte: UInt8) -> Bool {
        guard byte > 32, byte < 127 else { return false }
        switch byte {
        case 40, 41, 60, 62, 64, 44, 59, 58, 92, 34, 47, 91, 93, 63, 61: return false
        default: return true
        }
    }

    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 32 : byte
    }

    /// The value of a hexadecimal digit, or nothing.
    @inline(__always)
    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    /// The range cut to the span and to its own start, then freed of white space at both ends.
    static func trimmed(_ bytes: Span<UInt8>, _ range: ByteRange) -> Range<Int> {
        let whole = clamped(bytes, range)
        var start = whole.lowerBound
        var end = whole.upperBound
        while start < end, isSpace(bytes[start]) { start += 1 }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The range cut to what the span holds.
    static func clamped(_ bytes: Span<UInt8>, _ range: ByteRange) -> Range<Int> {
        let start = min(Int(range.start), bytes.count)
        return start..<max(start, min(Int(range.end), bytes.count))
    }

    /// Appends a slice of a span in one move.
    @inline(__always)
    static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]) {
        // Safe: the pointer is bound-checked by `extracting` and does not leave the closure.
        unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe out.append(contentsOf: $0) }
    }

    /// A slice of a span as text, broken UTF-8 replaced.
    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        // Safe: as above.
        unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
