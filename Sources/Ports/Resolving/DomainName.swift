public import Messages

/// A domain name as the domain name system compares it: labels of bytes, letters of ASCII in lower case (RFC 1035 section 2.3.3, RFC 4343).
///
/// A label holds no dot: names whose labels do (RFC 1035 section 5.1, `\.`) are of no use to mail and cannot be written here.
public struct DomainName: Sendable, Hashable {
    /// The greatest number of bytes of a label (RFC 1035 section 2.3.4).
    public static let labelLimit = 63
    /// The greatest number of bytes of a name as it is written, without the dot at its end (RFC 1035 section 2.3.4: 255 as it is sent).
    public static let limit = 253
    /// The name of the root.
    public static let root = DomainName(checked: [])

    /// The labels with dots between them, in lower case, without a dot at the end; empty for the root.
    public let bytes: [UInt8]
    /// A hash of the bytes, keyed by the process: a name is hashed once, and stands in several tables.
    let digest: Int

    private init(checked bytes: [UInt8]) {
        self.bytes = bytes
        digest = DomainName.digest(of: bytes)
    }

    /// Hashes the bytes at once: an array hashes each of its own.
    private static func digest(of bytes: [UInt8]) -> Int {
        var hasher = Hasher()
        // The pointer is used only inside the closure.
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    /// The name written so, of either case, with or without one dot at its end; nothing where a label is empty or too long, or all of it is.
    public init?(_ written: [UInt8]) {
        guard let form = DomainName.form(of: written.span) else { return nil }
        let isAsKept = form.isLower && form.length == written.count
        self.init(checked: isAsKept ? written : DomainName.lowered(written.span.extracting(..<form.length)))
    }

    /// The name written so.
    public init?(_ written: ArraySlice<UInt8>) {
        self.init(written.span)
    }

    /// The name written so.
    public init?(_ written: Span<UInt8>) {
        guard let form = DomainName.form(of: written) else { return nil }
        self.init(checked: DomainName.lowered(written.extracting(..<form.length)))
    }

    /// The name written so.
    public init?(_ written: some Sequence<UInt8>) {
        self.init(Array(written))
    }

    /// The name written so.
    public init?(_ text: some StringProtocol) {
        self.init(Array(text.utf8))
    }

    /// How many bytes a name has without a dot at its end, and whether its letters are lower case; nothing where it is none.
    private static func form(of written: Span<UInt8>) -> (length: Int, isLower: Bool)? {
        // One byte more than a name may have: the dot at its end.
        guard (1...limit + 1).contains(written.count) else { return nil }
        var start = 0
        var isLower = true
        for index in written.indices {
            let byte = written[index]
            if byte == UInt8(ascii: ".") {
                guard (1...labelLimit).contains(index - start) else { return nil }
                start = index + 1
            }
            isLower = isLower && byte &- UInt8(ascii: "A") >= 26
        }
        let last = written.count - start
        guard last <= labelLimit else { return nil }
        let length = written.count - (last == 0 ? 1 : 0)
        return length <= limit ? (length, isLower) : nil
    }

    private static func lowered(_ bytes: Span<UInt8>) -> [UInt8] {
        [UInt8](capacity: bytes.count) { lowered in
            for index in bytes.indices {
                let byte = bytes[index]
                lowered.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
            }
        }
    }

    /// Whether two names are the same.
    public static func == (one: DomainName, other: DomainName) -> Bool {
        one.digest == other.digest && one.bytes == other.bytes
    }

    /// Hashes the hash of the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }

    /// How many labels the name has; the root has none.
    public var labelCount: Int {
        bytes.isEmpty ? 0 : bytes.count { $0 == UInt8(ascii: ".") } + 1
    }

    /// The labels, the first (lowest in the tree) first.
    public var labels: [ArraySlice<UInt8>] {
        bytes.isEmpty ? [] : bytes.split(separator: UInt8(ascii: "."))
    }

    /// The name without its first label; nothing for the root.
    public var parent: DomainName? {
        guard !bytes.isEmpty else { return nil }
        guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return .root }
        return DomainName(checked: Array(bytes[(dot + 1)...]))
    }

    /// The name of the last labels; the whole name where it has no more than so many.
    public func suffix(labels count: Int) -> DomainName {
        var left = count
        guard left > 0 else { return .root }
        var index = bytes.endIndex
        while index > bytes.startIndex {
            index -= 1
            guard bytes[index] == UInt8(ascii: ".") else { continue }
            left -= 1
            if left == 0 { return DomainName(checked: Array(bytes[(index + 1)...])) }
        }
        return self
    }

    /// The name with labels before it (`_dmarc`, `selector._domainkey`); nothing where it would be too long.
    public func prepending(_ labels: some StringProtocol) -> DomainName? {
        bytes.isEmpty ? DomainName(labels) : DomainName(Array(labels.utf8) + [UInt8(ascii: ".")] + bytes)
    }

    /// The name with two others before it, the first lowest in the tree; nothing where it would be too long.
    public func prepending(_ first: DomainName, _ second: DomainName) -> DomainName? {
        var joined: [UInt8] = []
        joined.reserveCapacity(first.bytes.count + second.bytes.count + bytes.count + 2)
        joined += first.bytes
        if !joined.isEmpty, !second.bytes.isEmpty { joined.append(UInt8(ascii: ".")) }
        joined += second.bytes
        if !joined.isEmpty, !bytes.isEmpty { joined.append(UInt8(ascii: ".")) }
        joined += bytes
        return joined.count <= DomainName.limit ? DomainName(checked: joined) : nil
    }

    /// Whether the name is the other or lies below it.
    public func isWithin(_ other: DomainName) -> Bool {
        if other.bytes.isEmpty || bytes == other.bytes { return true }
        guard bytes.count > other.bytes.count, bytes[bytes.count - other.bytes.count - 1] == UInt8(ascii: ".") else { return false }
        return bytes.suffix(other.bytes.count).elementsEqual(other.bytes)
    }
}

extension DomainName: CustomStringConvertible {
    /// The name as people write it, without the dot at its end; `.` for the root. Bytes that are not UTF-8 are shown as replacement characters.
    public var description: String {
        bytes.isEmpty ? "." : String(decoding: bytes, as: UTF8.self)
    }
}

extension DomainName {
    /// The name that asks for the host names of an address: below `in-addr.arpa` (RFC 1035 section 3.5) or `ip6.arpa` (RFC 3596 section 2.5).
    public static func reverse(of address: IPAddress) -> DomainName {
        switch address {
        case .v4(let bits):
            let octets = [0, 8, 16, 24].map { String(bits >> UInt32($0) & 255) }
            return DomainName(checked: Array((octets.joined(separator: ".") + ".in-addr.arpa").utf8))
        case .v6(let high, let low):
            var bytes: [UInt8] = []
            for half in [low, high] {
                for shift in stride(from: 0, to: 64, by: 4) {
                    let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift) & 15)
                    bytes += [digit < 10 ? 48 + digit : 87 + digit, UInt8(ascii: ".")]
                }
            }
            return DomainName(checked: bytes + Array("ip6.arpa".utf8))
        }
    }
}
