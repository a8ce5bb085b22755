// Which runs of digits are telephone numbers (ITU-T E.164, and the habits of national writing). Digits come from hostile text.

internal import Messages

/// Tells telephone numbers from dates, amounts, orders and identifiers, by length, grouping and prefix alone.
enum PhoneShape {
    typealias Shape = LinkFinder.NumberShape

    /// The flags of a number, or nothing when it is hardly one.
    static func flags(of digits: Span<UInt8>, _ shape: Shape) -> ContactPoint.Flags? {
        let count = shape.digits
        guard count >= 7, count <= 17, !isDate(shape), !isList(shape) else { return nil }
        let charged = charge(of: digits, shape) ?? []
        if shape.isInternational {
            // E.164 section 6.2: at most 15 digits, the country code never begins with 0.
            guard count >= 8, count <= 15, digits[0] != 48 else { return nil }
            return charged.union(.international)
        }
        if digits[0] == 48, digits[1] == 48 {
            return count >= 11 && digits[2] != 48 ? charged.union(.international) : nil
        }
        if digits[0] == 48 { return count >= 9 && count <= 12 ? charged : nil }
        if shape.groups == 1 { return isMobile(digits) ? charged.union(.weak) : charged.isEmpty ? nil : charged }
        return isGrouped(digits, shape) ? charged : nil
    }

    /// The groupings in use: 3-3-4 with or without a leading 1, 3-4, 4-4, and others of two to four digits.
    private static func isGrouped(_ digits: Span<UInt8>, _ shape: Shape) -> Bool {
        let lengths = shape.lengths
        switch shape.groups {
        case 2:
            guard !shape.separators.contains(.dot), !shape.separators.contains(.slash) else { return false }
            if shape.digits == 7 { return lengths.0 == 3 && shape.separators == .hyphen }
            if shape.digits == 8 { return lengths.0 == 4 && shape.separators == .hyphen }
            return shape.digits == 10 && (lengths.0 == 3 || lengths.0 == 5)
        case 3: return shape.digits >= 9 && shape.digits <= 12 && lengths.2 >= 3 && lengths.0 >= 2 && lengths.1 >= 2
        case 4: return shape.digits == 11 && lengths.0 == 1 && lengths.1 == 3 && lengths.3 == 4
        case 5: return shape.digits == 11 && lengths.0 == 1 && lengths.1 == 3
        default: return false
        }
    }

    /// Ten digits of a North American, Indian or similar mobile number, or eleven of a Chinese or Russian one.
    private static func isMobile(_ digits: Span<UInt8>) -> Bool {
        switch digits.count {
        case 10: digits[0] >= 54 || digits[0] >= 50 && digits[3] >= 50
        case 11: digits[0] == 49 && digits[1] >= 51 || (digits[0] == 55 || digits[0] == 56) && digits[1] == 57
        default: false
        }
    }

    private static func isDate(_ shape: Shape) -> Bool {
        guard shape.groups == 3, shape.digits <= 8 else { return false }
        let lengths = shape.lengths
        return lengths.0 == 4 && lengths.1 <= 2 && lengths.2 <= 2 || lengths.0 <= 2 && lengths.1 <= 2 && (lengths.2 == 4 || lengths.2 == 2)
    }

    /// Small numbers in a row.
    private static func isList(_ shape: Shape) -> Bool {
        if shape.groups > 6 { return true }
        let lengths = [shape.lengths.0, shape.lengths.1, shape.lengths.2, shape.lengths.3, shape.lengths.4, shape.lengths.5].prefix(
            shape.groups)
        let singles = lengths.dropFirst().filter { $0 == 1 }.count
        return singles > 0 && shape.groups > 2
    }

    /// Whether the prefix is free or costly; nothing when it is neither.
    static func charge(of digits: Span<UInt8>, _ shape: Shape) -> ContactPoint.Flags? {
        let free: [StaticString] = [
            "0800", "0808", "00800", "1800", "1833", "1844", "1855", "1866", "1877", "1888", "8800", "0500", "900800",
        ]
        let costly: [StaticString] = [
            "1900", "0900", "0901", "0904", "0905", "0906", "0907", "0908", "0909", "0871", "0872", "0873", "0898", "0899",
        ]
        if shape.isInternational {
            if starts(digits, any: ["800", "1800", "1833", "1844", "1855", "1866", "1877", "1888", "44800", "44808"]) { return .tollFree }
            if starts(digits, any: ["979", "1900", "449", "4487", "49900", "33899"]) { return .premium }
            return nil
        }
        if starts(digits, any: free) { return .tollFree }
        if starts(digits, any: costly) { return .premium }
        guard shape.groups > 1 || digits.count == 3, shape.lengths.0 == 3 else { return nil }
        if starts(digits, any: ["800", "833", "844", "855", "866", "877", "888"]) { return .tollFree }
        return starts(digits, any: ["900"]) ? .premium : nil
    }

    private static func starts(_ digits: Span<UInt8>, any prefixes: [StaticString]) -> Bool {
        prefixes.contains { ByteClass.starts(digits, with: $0) }
    }

    /// The digit under a capital letter on a telephone (E.161 section 3.3).
    static func keypad(_ letter: UInt8) -> UInt8 {
        switch letter {
        case 65...67: 50
        case 68...70: 51
        case 71...73: 52
        case 74...76: 53
        case 77...79: 54
        case 80...83: 55
        case 84...86: 56
        default: 57
        }
    }
}

/// Bank accounts (ISO 13616).
enum IBAN {
    // Country and length, from the public registry of the standard.
    private static let lengths: StaticString = """
        AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18\
        GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15\
        OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30
        """

    /// How long an account of this country is.
    static func length(_ first: UInt8, _ second: UInt8) -> Int? {
        lengths.withUTF8Buffer { table in
            for index in stride(from: 0, to: table.count - 3, by: 4) {
                if unsafe table[index] == first && table[index + 1] == second {
                    return unsafe Int(table[index + 2] - 48) * 10 + Int(table[index + 3] - 48)
                }
            }
            return nil
        }
    }

    /// Whether the check digits are right (ISO 7064, mod 97-10). Capital letters and digits only.
    static func isValid(_ account: Span<UInt8>) -> Bool {
        guard account.count > 4, ByteClass.isDigit(account[2]), ByteClass.isDigit(account[3]) else { return false }
        var remainder = 0
        for index in 0..<account.count {
            let byte = account[(index + 4) % account.count]
            remainder = ByteClass.isDigit(byte) ? remainder * 10 + Int(byte - 48) : remainder * 100 + Int(byte) - 55
            remainder %= 97
        }
        return remainder == 1
    }
}
