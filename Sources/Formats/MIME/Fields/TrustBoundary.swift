// Where our own network ends. The boundary comes from settings; the names and addresses asked about come from messages.

public import Messages

/// Our own hosts and networks: what they write in a message, we saw.
public struct TrustBoundary: Sendable, Hashable {
    /// Host names in lower case; one that begins with a dot stands for every host below it.
    public var hosts: Set<String>
    /// Networks.
    public var networks: [IPNetwork]

    /// A boundary; with nothing inside, nothing is ours.
    public init(hosts: some Sequence<String> = [], networks: [IPNetwork] = []) {
        self.hosts = Set(hosts.map { $0.lowercased() })
        self.networks = networks
    }

    /// Whether nothing is inside, so that nothing can be ours.
    public var isEmpty: Bool { hosts.isEmpty && networks.isEmpty }

    /// Whether a host of this name is ours.
    public func contains(host: String) -> Bool {
        guard !isEmpty else { return false }
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
