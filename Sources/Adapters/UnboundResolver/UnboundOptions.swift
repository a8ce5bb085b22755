public import Messages
public import Resolving

/// How a resolver is set up: whom it asks, whom it trusts, and how much it does at a time.
public struct UnboundOptions: Sendable {
    /// Whom to ask.
    public enum Servers: Sendable, Hashable {
        /// These recursive servers, and nobody else.
        case forwarders([NameServerAddress])
        /// The recursive servers that a file in the form of `/etc/resolv.conf` names.
        case system(path: String)
        /// The servers of the zones themselves, from the root on.
        case root
    }

    /// Whom to ask.
    public var servers: Servers
    /// Servers of zones that are asked instead of whoever would be asked for names in them.
    public var zones: [DomainName: [NameServerAddress]] = [:]
    /// A file of trust anchors, DS or DNSKEY records in the form of a zone file; without one DNSSEC is not checked.
    public var trustAnchorFile: String?
    /// How many questions that somebody waits for are in flight.
    public var inFlight = 500
    /// How many questions more may be in flight that nobody waits for any more: the library cannot take a question back.
    public var overdue = 2000
    /// How many questions may wait for a place; one more fails at once.
    public var waiting = 20_000
    /// How many bytes the library may use for records, and again as many for messages.
    public var cacheBytes = 16 << 20

    /// The usual set-up, with these servers.
    public init(_ servers: Servers) {
        self.servers = servers
    }
}
