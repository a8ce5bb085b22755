/// The type of a record, by its number in the registry of RFC 6895. An open set: what is not named here can still be asked for.
public struct RecordType: RawRepresentable, Sendable, Hashable {
    /// The number of the type.
    public let rawValue: UInt16

    /// The type with this number.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// An IPv4 address (RFC 1035).
    public static let a = RecordType(rawValue: 1)
    /// A name server (RFC 1035).
    public static let ns = RecordType(rawValue: 2)
    /// An alias (RFC 1035).
    public static let cname = RecordType(rawValue: 5)
    /// The start of a zone (RFC 1035).
    public static let soa = RecordType(rawValue: 6)
    /// A pointer, for the names of addresses (RFC 1035).
    public static let ptr = RecordType(rawValue: 12)
    /// A mail exchange (RFC 1035).
    public static let mx = RecordType(rawValue: 15)
    /// Text (RFC 1035).
    public static let txt = RecordType(rawValue: 16)
    /// An IPv6 address (RFC 3596).
    public static let aaaa = RecordType(rawValue: 28)
    /// A service (RFC 2782).
    public static let srv = RecordType(rawValue: 33)
    /// A certificate for TLS (RFC 6698).
    public static let tlsa = RecordType(rawValue: 52)
    /// Who may issue certificates (RFC 8659).
    public static let caa = RecordType(rawValue: 257)

    private static let names: [(RecordType, String)] = [
        (.a, "A"), (.ns, "NS"), (.cname, "CNAME"), (.soa, "SOA"), (.ptr, "PTR"), (.mx, "MX"), (.txt, "TXT"), (.aaaa, "AAAA"), (.srv, "SRV"),
        (.tlsa, "TLSA"), (.caa, "CAA"),
    ]

    /// The type with this name, of either case, or `TYPE` and a number (RFC 3597 section 5).
    public init?(_ name: some StringProtocol) {
        let upper = name.uppercased()
        if let known = RecordType.names.first(where: { $0.1 == upper }) {
            self = known.0
        } else if upper.hasPrefix("TYPE"), let number = UInt16(upper.dropFirst(4)) {
            rawValue = number
        } else {
            return nil
        }
    }
}

extension RecordType: CustomStringConvertible {
    /// The type's name, or `TYPE` and its number.
    public var description: String {
        RecordType.names.first { $0.0 == self }?.1 ?? "TYPE\(rawValue)"
    }
}
