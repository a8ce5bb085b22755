/// Base64 as signatures and keys have it (RFC 6376 section 2.10): white space may stand anywhere and says nothing.
enum Base64 {
    /// The bytes that a text stands for, or the offset of the first byte that has no place in it.
    static func decode(_ text: ArraySlice<UInt8>) -> Result<[UInt8], Misplaced> {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        for index in text.indices {
            let byte = text[index]
            if let value = value(of: byte), padding == 0 {
                bits = bits << 6 | value
                digits += 1
                if digits & 3 == 0 {
                    bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                    bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                    bytes.append(UInt8(truncatingIfNeeded: bits))
                }
            } else if byte == UInt8(ascii: "=") {
                padding += 1
                guard digits & 3 >= 2, (digits & 3) + padding <= 4 else { return .failure(Misplaced(offset: index)) }
            } else if byte != 0x20, byte != 0x09, byte != 0x0D, byte != 0x0A {
                return .failure(Misplaced(offset: index))
            }
        }
        switch digits & 3 {
        case 1: return .failure(Misplaced(offset: text.endIndex))
        case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 3:
            bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: break
        }
        return .success(bytes)
    }

    /// A byte that has no place in Base64, or the end where a digit is missing.
    struct Misplaced: Error {
        var offset: Int
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case 65...90: UInt32(byte) - 65
        case 97...122: UInt32(byte) - 71
        case 48...57: UInt32(byte) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

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
