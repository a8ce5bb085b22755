/// A network address: IPv4 or IPv6.
public enum IPAddress: Sendable, Hashable {
    /// An IPv4 address, first octet in the highest byte.
    case v4(UInt32)
    /// An IPv6 address, first group in the highest bytes of `high`.
    case v6(high: UInt64, low: UInt64)

    /// Whether the address can be a host of the public Internet (RFC 6890): neither private, loopback, link-local, shared nor reserved.
    public var isPublic: Bool {
        switch self {
        case .v4(let address):
            let first = address >> 24
            if first == 0 || first == 10 || first == 127 || first >= 224 { return false }
            if address >> 20 == 0xAC1 || address >> 16 == 0xC0A8 || address >> 16 == 0xA9FE { return false }
            if address >> 22 == 0x191 { return false }  // 100.64.0.0/10
            if address >> 17 == 0x6309 { return false }  // 198.18.0.0/15
            let network = address >> 8
            return ![0xC00000, 0xC00002, 0xC63364, 0xCB0071].contains(network)
        case .v6(let high, _):
            if high >> 61 != 1 { return false }  // only 2000::/3 is given out
            if high >> 32 == 0x2001_0DB8 || high >> 44 == 0x3FFF0 { return false }  // documentation: RFC 3849, RFC 9637
            if high >> 16 == 0x2001_0002_0000 { return false }  // benchmarks: RFC 5180
            return high >> 36 != 0x200_1001  // ORCHID: RFC 4843
        }
    }

    /// Reads the usual spellings: dotted quad, and the forms of RFC 4291 section 2.2 with an optional zone, which is dropped.
    ///
    /// A number of a quad has no leading zero (RFC 3986 section 3.2.2): some readers take `010` for ten and some for eight.
    public init?(_ text: some StringProtocol) {
        if text.utf8.contains(58) {
            guard let (high, low) = IPAddress.groups(of: Array(text.utf8)) else { return nil }
            // An IPv4-mapped address (RFC 4291 section 2.5.5.2) is the IPv4 host.
            self = high == 0 && low >> 32 == 0xFFFF ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high: high, low: low)
        } else {
            guard let address = IPAddress.quad(of: ArraySlice(text.utf8)) else { return nil }
            self = .v4(address)
        }
    }

    private static func quad(of bytes: ArraySlice<UInt8>) -> UInt32? {
        let fields = bytes.split(separator: 46, omittingEmptySubsequences: false)
        guard fields.count == 4 else { return nil }
        var address: UInt32 = 0
        for field in fields {
            guard (1...3).contains(field.count), field.allSatisfy({ (48...57).contains($0) }),
                field.count == 1 || field.first != 48
            else { return nil }
            let value = field.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) }
            guard value < 256 else { return nil }
            address = address << 8 | value
        }
        return address
    }

    private static func groups(of bytes: [UInt8]) -> (UInt64, UInt64)? {
        let text = bytes.prefix { $0 != 37 }
        var groups: [UInt16] = []
        var gap: Int?
        var index = text.startIndex
        if text.starts(with: [58, 58]) {
            gap = 0
            index += 2
        }
        while index < text.endIndex {
            let end = text[index...].firstIndex(of: 58) ?? text.endIndex
            let field = text[index..<end]
            if end == text.endIndex, field.contains(46) {
                guard let quad = quad(of: field) else { return nil }
                groups.append(UInt16(quad >> 16))
                groups.append(UInt16(quad & 0xFFFF))
            } else {
                guard (1...4).contains(field.count), let value = hexadecimal(field) else { return nil }
                groups.append(value)
            }
            guard groups.count <= 8 else { return nil }
            index = end
            guard index < text.endIndex else { break }
            index += 1
            if index < text.endIndex, text[index] == 58 {
                guard gap == nil else { return nil }
                gap = groups.count
                index += 1
            } else if index == text.endIndex {
                return nil
            }
        }
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        guard groups.count == 8 else { return nil }
        let halves = groups.map(UInt64.init)
        return (
            halves[0] << 48 | halves[1] << 32 | halves[2] << 16 | halves[3],
            halves[4] << 48 | halves[5] << 32 | halves[6] << 16 | halves[7]
        )
    }

    private static func hexadecimal(_ field: ArraySlice<UInt8>) -> UInt16? {
        var value: UInt16 = 0
        for byte in field {
            switch byte {
            case 48...57: value = value << 4 | UInt16(byte - 48)
            case 65...70: value = value << 4 | UInt16(byte - 55)
            case 97...102: value = value << 4 | UInt16(byte - 87)
            default: return nil
            }
        }
        return value
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted quad, or the canonical form of RFC 5952; an IPv4-mapped address shows its IPv4 address (section 5).
    public var description: String {
        switch self {
        case .v4(let address):
            return "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
        case .v6(0, let low) where low >> 32 == 0xFFFF:
            return "::ffff:\(IPAddress.v4(UInt32(truncatingIfNeeded: low)))"
        case .v6(let high, let low):
            let shifts: [UInt64] = [48, 32, 16, 0]
            let groups = [high, low].flatMap { half in shifts.map { UInt16(truncatingIfNeeded: half >> $0) } }
            let gap = IPAddress.longestZeroRun(in: groups)
            func spell(_ slice: ArraySlice<UInt16>) -> String { slice.map { String($0, radix: 16) }.joined(separator: ":") }
            guard let gap else { return spell(groups[...]) }
            return spell(groups[..<gap.lowerBound]) + "::" + spell(groups[gap.upperBound...])
        }
    }

    private static func longestZeroRun(in groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < groups.count {
            var end = start
            while end < groups.count, groups[end] == 0 { end += 1 }
            if end - start > max(1, best?.count ?? 0) { best = start..<end }
            start = max(end, start + 1)
        }
        return best
    }
}
