/// Reads and writes the bytes of UTF-8 (RFC 3629).
enum UTF8Text {
    /// What stands where a character cannot be read.
    static let replacement: UInt32 = 0xFFFD

    /// Appends a code point; a surrogate or a number beyond Unicode becomes U+FFFD.
    static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: text.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            text.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0xD800..<0xE000: append(replacement, to: &text)
        case 0x800..<0x10000:
            text.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case 0x10000..<0x110000:
            text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default: append(replacement, to: &text)
        }
    }

    /// The code point that begins at `index`, which moves past it; nothing for a byte that begins no character, and past it.
    static func next(in text: Span<UInt8>, at index: inout Int) -> UInt32? {
        let first = text[index]
        index += 1
        if first < 0x80 { return UInt32(first) }
        let more: Int
        let least: UInt32
        var scalar: UInt32
        switch first {
        case 0xC2...0xDF: (more, least, scalar) = (1, 0x80, UInt32(first & 0x1F))
        case 0xE0...0xEF: (more, least, scalar) = (2, 0x800, UInt32(first & 0x0F))
        case 0xF0...0xF4: (more, least, scalar) = (3, 0x10000, UInt32(first & 0x07))
        default: return nil
        }
        guard index + more <= text.count else { return nil }
        for offset in 0..<more {
            let byte = text[index + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        guard scalar >= least, scalar < 0x110000, !(0xD800..<0xE000).contains(scalar) else { return nil }
        index += more
        return scalar
    }

    /// The offset of the first byte that is no part of a character, if there is one.
    static func firstInvalid(in text: Span<UInt8>) -> Int? {
        var index = 0
        while index < text.count {
            if text[index] < 0x80 {
                index += 1
                continue
            }
            let start = index
            if next(in: text, at: &index) == nil { return start }
        }
        return nil
    }
}
