/// Characters of a document, references resolved (XML 1.0 sections 4.1 and 4.6).
enum XMLText {
    /// Appends characters of a document, at most `limit` bytes in all; says where an entity stands that nobody declared, and whether anything
    /// was cut. A reference to a character that XML does not have is left out.
    static func append(
        _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8], limit: Int
    ) -> (unknownEntity: Int?, isCut: Bool) {
        var index = range.lowerBound
        var unknown: Int?
        while index < range.upperBound {
            guard text.count < limit else { return (unknown, true) }
            guard bytes[index] == UInt8(ascii: "&") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            // The longest reference there is: `&#x10FFFF;`, with room for zeros before it.
            var end = index + 1
            while end < range.upperBound, end - index < 16, bytes[end] != UInt8(ascii: ";") { end += 1 }
            guard end < range.upperBound, bytes[end] == UInt8(ascii: ";"), let scalar = scalar(bytes, index + 1..<end) else {
                unknown = unknown ?? index
                text.append(bytes[index])
                index += 1
                continue
            }
            if isCharacter(scalar) { text += String(scalar).utf8 }
            index = end + 1
        }
        return (unknown, false)
    }

    /// Appends text so that it stands for itself between tags and in quotes; characters that XML does not have become spaces.
    static func escape(_ value: String, to out: inout [UInt8]) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": out += Array("&amp;".utf8)
            case "<": out += Array("&lt;".utf8)
            case ">": out += Array("&gt;".utf8)
            case "\"": out += Array("&quot;".utf8)
            case "\r": out += Array("&#13;".utf8)
            default: out += String(isCharacter(scalar) ? scalar : " ").utf8
            }
        }
    }

    private static func scalar(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
        var name: [UInt8] = []
        for index in range { name.append(bytes[index]) }
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.first == UInt8(ascii: "#") else { return nil }
        let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard !digits.isEmpty, digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        return Unicode.Scalar(value)
    }

    /// Whether XML has the character (section 2.2).
    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
