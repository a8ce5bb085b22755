// Where our own network ends, and which trace fields our own hosts wrote. Everything below the boundary is the sender's word.

public import Messages

/// A network in CIDR notation (RFC 4632, RFC 4291 section 2.3).
public struct Network: Sendable, Hashable {
    /// The first address.
    public let base: IPAddress
    /// How many leading bits an address shares with it.
    public let prefixLength: Int

    /// A network; nothing when the length does not fit the address.
    public init?(_ base: IPAddress, prefixLength: Int) {
        switch base {
        case .v4:
            guard (0...32).contains(prefixLength) else { return nil }
        case .v6:
            guard (0...128).contains(prefixLength) else { return nil }
        }
        self.base = base
        self.prefixLength = prefixLength
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32`, or one address.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, let base = IPAddress(first) else { return nil }
        let full = if case .v4 = base { 32 } else { 128 }
        guard halves.count == 2 else {
            self.init(base, prefixLength: full)
            return
        }
        guard let length = Int(halves[1]) else { return nil }
        self.init(base, prefixLength: length)
    }

    /// Whether the address lies in the network.
    public func contains(_ address: IPAddress) -> Bool {
        switch (base, address) {
        case (.v4(let network), .v4(let host)):
            return prefixLength == 0 || (network ^ host) >> UInt32(32 - prefixLength) == 0
        case (.v6(let networkHigh, let networkLow), .v6(let high, let low)):
            if prefixLength == 0 { return true }
            if prefixLength <= 64 { return (networkHigh ^ high) >> UInt64(64 - prefixLength) == 0 }
            return networkHigh == high && (networkLow ^ low) >> UInt64(128 - prefixLength) == 0
        default:
            return false
        }
    }
}

/// Our own hosts and networks: what they write in a message, we saw.
public struct TrustBoundary: Sendable, Hashable {
    /// Host names in lower case; one that begins with a dot stands for every host below it.
    public var hosts: Set<String>
    /// Networks.
    public var networks: [Network]

    /// A boundary; with nothing inside, nothing is ours.
    public init(hosts: some Sequence<String> = [], networks: [Network] = []) {
        self.hosts = Set(hosts.map { $0.lowercased() })
        self.networks = networks
    }

    /// Whether a host of this name is ours.
    public func contains(host: String) -> Bool {
        guard !hosts.isEmpty || !networks.isEmpty else { return false }
        var name = Substring(host.lowercased())
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        if name.hasSuffix(".") { name = name.dropLast() }
        if hosts.contains(String(name)) { return true }
        if let address = IPAddress(name), contains(address) { return true }
        var rest = name
        var labels = 0
        while let dot = rest.firstIndex(of: "."), labels < 128 {
            if hosts.contains(String(rest[dot...])) { return true }
            rest = rest[rest.index(after: dot)...]
            labels += 1
        }
        return false
    }

    /// Whether the address is of a network of ours.
    public func contains(_ address: IPAddress) -> Bool {
        networks.contains { $0.contains(address) }
    }
}

/// The way a message came.
public enum Route {
    /// The hops of a message, last first, graded against the boundary.
    ///
    /// Hosts write their trace field above all others, so a field counts as seen only while every field above it was written by a
    /// host of ours, and only if the host that passed it on was ours too: below the first outsider anybody may have written
    /// anything, our own names included (RFC 5321 section 7.2).
    public static func hops(of message: Message, boundary: TrustBoundary) -> [Hop] {
        let bytes = message.bytes.span
        var hops: [Hop] = []
        var isInside = true
        for field in message.ownHeaders where field.known == .received {
            let received = ReceivedField(bytes, field.body)
            isInside = isInside && received.by.map(boundary.contains(host:)) ?? false
            hops.append(received.hop(trust: isInside ? .seen : .claimed, source: field.body))
            isInside = isInside && isOurs(received, boundary)
        }
        return hops
    }

    /// Whether the host that handed the message over is ours; one without an address handed it over inside a machine.
    private static func isOurs(_ received: ReceivedField, _ boundary: TrustBoundary) -> Bool {
        if let address = received.address { return boundary.contains(address) || !address.isPublic && isLoopback(address) }
        guard let name = received.reverseName ?? received.from else { return true }
        return name.lowercased() == "localhost" || boundary.contains(host: name)
    }

    private static func isLoopback(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let host): host >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }
}
