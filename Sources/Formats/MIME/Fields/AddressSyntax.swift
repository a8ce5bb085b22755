// Says how far an address keeps the rules: RFC 5321 section 4.1.2 (what mail servers take), RFC 5322 section 3.4.1 (what
// header fields take), and section 4 of it (what was once allowed). Strict, unlike `Addresses`; the input may be anything.

public import Messages

/// How far an address keeps the rules, the best first.
public enum AddressSyntax: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    /// A plain address that every mail server takes.
    case plain
    /// Good for SMTP, and unusual: a quoted local part or an address literal (RFC 5321 section 4.1.3).
    case unusual
    /// Good for a header field: with comments or folding white space around it.
    case commented
    /// Only by the obsolete syntax of RFC 5322 section 4.
    case obsolete
    /// Good by RFC 5322 and useless to SMTP: too long, or a domain that is no host name and no address literal.
    case unroutable
    /// Not an address.
    case invalid

    /// Better comes first.
    public static func < (left: AddressSyntax, right: AddressSyntax) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Judges a range of bytes that should be one addr-spec.
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - range: all of the address; a range beyond the buffer is cut to it.
    ///   - allowingUTF8: whether the extension of RFC 6532 section 3.2 holds: UTF-8 wherever ASCII text may stand.
    public static func diagnose(_ bytes: Span<UInt8>, _ range: ByteRange, allowingUTF8: Bool = false) -> AddressSyntax {
        let whole = FieldBytes.clamped(bytes, range)
        if allowingUTF8, UTF8Survey(bytes, from: whole.lowerBound, to: whole.upperBound).illFormed > 0 { return .invalid }
        var reading = AddrSpecReading(index: whole.lowerBound, end: whole.upperBound, allowsUTF8: allowingUTF8)
        do {
            try reading.run(bytes)
            return reading.syntax
        } catch {
            return .invalid
        }
    }
}

/// Thrown where the text stops being an address.
private struct NotAnAddress: Error {}

/// Recursive-descent reading of one addr-spec, without recursion.
private struct AddrSpecReading {
    var index: Int
    let end: Int
    let allowsUTF8: Bool
    private(set) var syntax = AddressSyntax.plain

    init(index: Int, end: Int, allowsUTF8: Bool) {
        self.index = index
        self.end = end
        self.allowsUTF8 = allowsUTF8
    }

    /// addr-spec = local-part "@" domain, CFWS around each word.
    mutating func run(_ bytes: Span<UInt8>) throws(NotAnAddress) {
        let local = try localPart(bytes)
        guard index < end, bytes[index] == 64 else { throw NotAnAddress() }
        index += 1
        // CFWS beside the @ is of the obsolete syntax only (RFC 5322 sections 3.4.1 and 4.4).
        if try cfws(bytes) { worsen(to: .obsolete) }
        let domain = try domainPart(bytes)
        guard index == end else { throw NotAnAddress() }
        // RFC 5321 section 4.5.3.1; 254 is what the longest path, less its angle brackets, leaves.
        if local > 64 || domain > 255 || local + 1 + domain > 254 { worsen(to: .unroutable) }
    }

    private mutating func worsen(to other: AddressSyntax) {
        if other > syntax { syntax = other }
    }

    private func isText(_ byte: UInt8) -> Bool {
        FieldBytes.isAtomText(byte) || allowsUTF8 && byte >= 0x80
    }

    /// local-part = word *("." word); gives its length without CFWS.
    private mutating func localPart(_ bytes: Span<UInt8>) throws(NotAnAddress) -> Int {
        if try cfws(bytes) { worsen(to: .commented) }
        var length = 0
        var words = 0
        var hasQuoted = false
        while true {
            let start = index
            if index < end, bytes[index] == 34 {
                try quotedString(bytes)
                hasQuoted = true
            } else {
                while index < end, isText(bytes[index]) { index += 1 }
            }
            guard index > start else { throw NotAnAddress() }
            length += index - start
            words += 1
            let isSpaced = try cfws(bytes)
            if isSpaced { worsen(to: .obsolete) }
            guard index < end, bytes[index] == 46 else { break }
            index += 1
            length += 1
            if try cfws(bytes) { worsen(to: .obsolete) }
        }
        if hasQuoted { worsen(to: words > 1 ? .obsolete : .unusual) }
        return length
    }

    /// domain = literal / atom *("." atom); gives its length without CFWS.
    private mutating func domainPart(_ bytes: Span<UInt8>) throws(NotAnAddress) -> Int {
        if index < end, bytes[index] == 91 {
            let start = index
            try literal(bytes)
            let length = index - start
            if try cfws(bytes) { worsen(to: .commented) }
            return length
        }
        var length = 0
        while true {
            let start = index
            while index < end, isText(bytes[index]) {
                let byte = bytes[index]
                if !FieldBytes.isLetter(byte), !FieldBytes.isDigit(byte), byte != 45, byte < 0x80 { worsen(to: .unroutable) }
                index += 1
            }
            guard index > start, bytes[start] != 45, bytes[index - 1] != 45 else { throw NotAnAddress() }
            if index - start > 63 { worsen(to: .unroutable) }
            length += index - start
            let isSpaced = try cfws(bytes)
            guard index < end, bytes[index] == 46 else {
                if isSpaced { worsen(to: .commented) }
                return length
            }
            if isSpaced { worsen(to: .obsolete) }
            index += 1
            length += 1
            if try cfws(bytes) { worsen(to: .obsolete) }
        }
    }
}

// Quoted strings, literals, comments and white space.
extension AddrSpecReading {
    private mutating func quotedString(_ bytes: Span<UInt8>) throws(NotAnAddress) {
        index += 1
        while index < end {
            let byte = bytes[index]
            switch byte {
            case 34:
                index += 1
                return
            case 92: try quotedPair(bytes)
            case 13, 32, 9: try foldingSpace(bytes)
            default: try text(byte)
            }
        }
        throw NotAnAddress()
    }

    /// One byte of a quoted string or comment: printable, or by the obsolete syntax a control character.
    private mutating func text(_ byte: UInt8) throws(NotAnAddress) {
        switch byte {
        case 33...126: break
        case 1...8, 11, 12, 14...31, 127: worsen(to: .obsolete)
        case 0x80... where allowsUTF8: break
        default: throw NotAnAddress()
        }
        index += 1
    }

    private mutating func quotedPair(_ bytes: Span<UInt8>) throws(NotAnAddress) {
        guard index + 1 < end else { throw NotAnAddress() }
        switch bytes[index + 1] {
        case 9, 32...126: break
        case 0x80...:
            guard allowsUTF8 else { throw NotAnAddress() }
        default: worsen(to: .obsolete)
        }
        index += 2
    }

    private mutating func literal(_ bytes: Span<UInt8>) throws(NotAnAddress) {
        let start = index + 1
        index += 1
        var isObsolete = false
        while index < end {
            let byte = bytes[index]
            switch byte {
            case 93:
                let isAddress = !isObsolete && isAddressLiteral(bytes, start..<index)
                worsen(to: isAddress ? .unusual : .unroutable)
                index += 1
                return
            case 91: throw NotAnAddress()
            case 92:
                guard index + 1 < end, bytes[index + 1] < 0x80 else { throw NotAnAddress() }
                isObsolete = true
                index += 2
            case 9, 13, 32: try foldingSpace(bytes)
            case 33...126: index += 1
            case 1...8, 11, 12, 14...31, 127:
                isObsolete = true
                index += 1
            case 0x80... where allowsUTF8: index += 1
            default: throw NotAnAddress()
            }
        }
        throw NotAnAddress()
    }

    /// IPv4, or `IPv6:` and an address (RFC 5321 section 4.1.3).
    private func isAddressLiteral(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count < 60 else { return false }
        let text = FieldBytes.text(bytes, range)
        guard text.utf8.count > 5, text.prefix(5).lowercased() == "ipv6:" else {
            return !text.utf8.contains(58) && IPAddress(text) != nil
        }
        let address = text.dropFirst(5)
        return address.utf8.contains(58) && !address.utf8.contains(37) && IPAddress(address) != nil
    }

    /// Comments and folding white space; gives whether there was any.
    private mutating func cfws(_ bytes: Span<UInt8>) throws(NotAnAddress) -> Bool {
        let start = index
        while index < end {
            switch bytes[index] {
            case 9, 13, 32: try foldingSpace(bytes)
            case 40: try comment(bytes)
            default: return index > start
            }
        }
        return index > start
    }

    /// A comment, however deeply nested: depth is counted.
    private mutating func comment(_ bytes: Span<UInt8>) throws(NotAnAddress) {
        var depth = 0
        while index < end {
            let byte = bytes[index]
            switch byte {
            case 40:
                depth += 1
                index += 1
            case 41:
                depth -= 1
                index += 1
                if depth == 0 { return }
            case 92: try quotedPair(bytes)
            case 9, 13, 32: try foldingSpace(bytes)
            default: try text(byte)
            }
        }
        throw NotAnAddress()
    }

    /// FWS = [*WSP CRLF] 1*WSP; more than one line end in it is obsolete (RFC 5322 sections 3.2.2 and 4.2).
    private mutating func foldingSpace(_ bytes: Span<UInt8>) throws(NotAnAddress) {
        var folds = 0
        while index < end {
            if bytes[index] == 13 {
                guard index + 2 < end, bytes[index + 1] == 10, bytes[index + 2] == 32 || bytes[index + 2] == 9 else {
                    throw NotAnAddress()
                }
                folds += 1
                index += 2
            } else if bytes[index] != 32, bytes[index] != 9 {
                break
            }
            index += 1
        }
        if folds > 1 { worsen(to: .obsolete) }
    }
}
