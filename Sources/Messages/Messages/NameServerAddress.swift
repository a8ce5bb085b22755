/// Where a name server listens.
public struct NameServerAddress: Sendable, Hashable {
    /// The port of the domain name system (RFC 1035 section 4.2).
    public static let usualPort: UInt16 = 53

    /// The machine.
    public var address: IPAddress
    /// The port.
    public var port: UInt16

    /// A server at an address.
    public init(_ address: IPAddress, port: UInt16 = NameServerAddress.usualPort) {
        self.address = address
        self.port = port
    }

    /// The server written as `192.0.2.1`, `2001:db8::1`, or with a port `192.0.2.1@5353`.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = fields.first, let address = IPAddress(first) else { return nil }
        guard fields.count == 2 else {
            self.init(address)
            return
        }
        guard fields[1].utf8.allSatisfy({ $0 &- 48 < 10 }), let port = UInt16(fields[1]), port > 0 else { return nil }
        self.init(address, port: port)
    }
}

extension NameServerAddress: CustomStringConvertible {
    /// The address, and where it is not the usual one the port after an `@`.
    public var description: String {
        port == NameServerAddress.usualPort ? address.description : "\(address)@\(port)"
    }
}
