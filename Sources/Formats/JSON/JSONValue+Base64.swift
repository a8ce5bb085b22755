extension JSONValue {
    /// The bytes that a string stands for in Base64 (RFC 4648 section 4); nothing for what is no string or not Base64. Padding may be left
    /// out.
    public var base64: [UInt8]? {
        guard case .string(let text) = self else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var digits = 0
        var padding = 0
        for byte in text {
            let digit: UInt8
            switch byte {
            case 65...90: digit = byte - 65
            case 97...122: digit = byte - 71
            case 48...57: digit = byte + 4
            case 43: digit = 62
            case 47: digit = 63
            case 61:
                padding += 1
                continue
            default: return nil
            }
            guard padding == 0 else { return nil }
            bits = bits << 6 | UInt32(digit)
            digits += 1
            guard digits % 4 == 0 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
            bytes.append(UInt8(truncatingIfNeeded: bits))
        }
        switch digits % 4 {
        case 0: return padding == 0 ? bytes : nil
        case 2:
            bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
            return padding == 0 || padding == 2 ? bytes : nil
        case 3:
            bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
            return padding <= 1 ? bytes : nil
        default: return nil
        }
    }
}
