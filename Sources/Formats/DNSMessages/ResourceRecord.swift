public import Messages

/// A record of a message (RFC 1035 section 4.1.3).
public struct ResourceRecord: Sendable, Hashable {
    /// The name it stands at.
    public var name: DNSName
    /// The number of its type (RFC 6895).
    public var type: UInt16
    /// The number of its class; 1 is the Internet.
    public var recordClass: UInt16
    /// For how many seconds it may be kept; a number with the highest bit set counts as zero (RFC 2181 section 8).
    public var timeToLive: UInt32
    /// What it says.
    public var data: ResourceData

    /// The type of the record that holds what EDNS adds to the header (RFC 6891 section 6.1).
    static let edns: UInt16 = 41

    /// A record.
    public init(_ name: DNSName, type: UInt16, recordClass: UInt16 = 1, timeToLive: UInt32, data: ResourceData) {
        self.name = name
        self.type = type
        self.recordClass = recordClass
        self.timeToLive = timeToLive
        self.data = data
    }
}

/// What a record says. Names are whole: what was compressed is written out.
public enum ResourceData: Sendable, Hashable {
    /// Of A (RFC 1035 section 3.4.1) and AAAA (RFC 3596 section 2.2).
    case address(IPAddress)
    /// Of NS, CNAME and PTR (RFC 1035 section 3.3).
    case name(DNSName)
    /// Of MX (RFC 1035 section 3.3.9).
    case mailExchange(preference: UInt16, host: DNSName)
    /// Of TXT (RFC 1035 section 3.3.14): one string or more.
    case strings([[UInt8]])
    /// Of SOA (RFC 1035 section 3.3.13, RFC 2308 section 4).
    case startOfAuthority(
        server: DNSName, mailbox: DNSName, serial: UInt32, refresh: UInt32, retry: UInt32, expire: UInt32, minimum: UInt32)
    /// Of SRV (RFC 2782).
    case service(priority: UInt16, weight: UInt16, port: UInt16, target: DNSName)
    /// Of TLSA (RFC 6698 section 2.1).
    case tlsAssociation(usage: UInt8, selector: UInt8, matchingType: UInt8, data: [UInt8])
    /// Of CAA (RFC 8659 section 4.1).
    case certificationAuthority(flags: UInt8, tag: [UInt8], value: [UInt8])
    /// Of another type or class, or not as its type has it: the bytes as they were sent.
    case other([UInt8])
}
