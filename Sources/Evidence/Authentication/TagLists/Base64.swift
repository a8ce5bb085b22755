/// Base64 as signatures and keys have it (RFC 6376 section 2.10): white space may stand anywhere and says nothing, and up to two equals
/// signs may end it, needed or not.
enum Base64 {
    /// The bytes that a text stands for, or the offset of the first byte that has no place in it.
    static func decode(_ text: ArraySlice<UInt8>) -> Result<[UInt8], Misplaced> {
        decode(text.span, from: text.startIndex)
    }

    /// The same of bytes that begin at an offset of others, in which a byte without a place is named.
    static func decode(_ span: Span<UInt8>, from start: Int) -> Result<[UInt8], Misplaced> {
        var misplaced: Int?
        let bytes = [UInt8](capacity: span.count / 4 * 3 + 3) { bytes in
            misplaced = decode(span, into: &bytes)
        }
        if let misplaced { return .failure(Misplaced(offset: start + misplaced)) }
        return .success(bytes)
    }

    /// Writes the bytes that a text stands for; gives the place of the first byte that has none in it, nothing where all have.
    private static func decode(_ text: Span<UInt8>, into bytes: inout OutputSpan<UInt8>) -> Int? {
        let values = Base64.values.span
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        var index = 0
        while index < text.count {
            // Four digits at a time where no group has begun, as most are.
            while digits & 3 == 0, padding == 0, index + 4 <= text.count {
                let first = values[Int(text[index])]
                let second = values[Int(text[index + 1])]
                let third = values[Int(text[index + 2])]
                let fourth = values[Int(text[index + 3])]
                guard first | second | third | fourth < 64 else { break }
                bytes.append(first << 2 | second >> 4)
                bytes.append(second << 4 | third >> 2)
                bytes.append(third << 6 | fourth)
                index += 4
            }
            guard index < text.count else { break }
            let byte = text[index]
            let value = values[Int(byte)]
            if value < 64, padding == 0 {
                bits = bits << 6 | UInt32(value)
                digits += 1
                if digits & 3 == 0 {
                    bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: bits))
                }
            } else if byte == UInt8(ascii: "=") {
                padding += 1
                guard digits > 0 || !bytes.isEmpty, digits & 3 != 1, padding <= 2 else { return index }
            } else if byte != 0x20, byte != 0x09, byte != 0x0D, byte != 0x0A {
                return index
            }
            index += 1
        }
        switch digits & 3 {
        case 1: return text.count
        case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 3:
            bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: break
        }
        return nil
    }

    /// A byte that has no place in Base64, or the end where a digit is missing.
    struct Misplaced: Error {
        var offset: Int
    }

    /// What each byte stands for as a digit; 255 for those that are none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for value in UInt8(0)..<64 { values[Int(digit(value))] = value }
        return values
    }()

    /// The text that stands for bytes, with padding, on one line.
    static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                appendDigits(of: bits, 4, to: &text)
                bits = 0
                count = 0
            }
        }
        if count > 0 {
            appendDigits(of: bits << UInt32(8 * (3 - count)), count + 1, to: &text)
            text += Array(repeating: UInt8(ascii: "="), count: 3 - count)
        }
        return text
    }

    private static func appendDigits(of bits: UInt32, _ count: Int, to text: inout [UInt8]) {
        for place in 0..<count {
            text.append(digit(UInt8(truncatingIfNeeded: bits >> UInt32(18 - 6 * place) & 63)))
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: value + 65
        case 26..<52: value + 71
        case 52..<62: value - 4
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
