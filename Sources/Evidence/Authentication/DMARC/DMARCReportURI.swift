/// An address that asks for reports (RFC 9989 section 4.6).
public struct DMARCReportURI: Sendable, Hashable {
    /// The address, without the size behind it.
    public var text: String
    /// The scheme in lower case: `mailto`.
    public var scheme: String
    /// The mailbox of a `mailto` address; nothing for others.
    public var mailbox: String?
    /// The greatest report that is wanted, in bytes, of the obsolete syntax `!10m` (RFC 7489 section 6.2).
    public var sizeLimit: UInt64?

    /// Reads one address of a list; nothing where it is none (RFC 3986 section 3, without commas and exclamation marks).
    init?(_ written: ArraySlice<UInt8>) {
        var bytes = written
        if let mark = bytes.lastIndex(of: UInt8(ascii: "!")) {
            guard let size = DMARCReportURI.size(bytes[(mark + 1)...]) else { return nil }
            sizeLimit = size
            bytes = bytes[..<mark]
        }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let first = bytes.first, (first | 0x20) &- 97 < 26,
            colon + 1 < bytes.endIndex,
            bytes.allSatisfy(DMARCReportURI.isAllowed),
            bytes[..<colon].allSatisfy({ ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
        scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard scheme == "mailto" else { return }
        let address = DMARCReportURI.unescaped(bytes[(colon + 1)...].prefix { $0 != UInt8(ascii: "?") })
        guard let at = address.lastIndex(of: UInt8(ascii: "@")), at > 0, at + 1 < address.count else { return nil }
        mailbox = String(decoding: address, as: UTF8.self)
    }

    /// The domain that a `mailto` address belongs to: whoever asks for reports there must be allowed to (RFC 9990 section 4).
    public var destination: String? {
        guard let mailbox, let at = mailbox.lastIndex(of: "@") else { return nil }
        return String(mailbox[mailbox.index(after: at)...])
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        // Everything that RFC 3986 section 2 gives a URI, and letters of other scripts, which no URI has and some records do.
        if byte >= 0x80 || byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 { return true }
        return Array("-._~:/?#[]@$&'()*+;=%".utf8).contains(byte)
    }

    private static func size(_ bytes: ArraySlice<UInt8>) -> UInt64? {
        let digits = bytes.prefix { $0 &- 48 < 10 }
        guard (1...15).contains(digits.count) else { return nil }
        let number = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 48) }
        let unit = bytes[digits.endIndex...]
        guard unit.count < 2 else { return nil }
        let factors: [UInt8: UInt64] = [0x6B: 1 << 10, 0x6D: 1 << 20, 0x67: 1 << 30, 0x74: 1 << 40]
        guard let letter = unit.first else { return number }
        guard let factor = factors[letter | 0x20] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
                let low = hexadecimal(bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return out
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
