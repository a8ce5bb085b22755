public import Messages

/// What a record says.
public enum RecordData: Sendable, Hashable {
    /// An address, of an A or AAAA record.
    case address(IPAddress)
    /// A host that takes mail, the one with the lowest preference first; the root as a null MX (RFC 7505).
    case mailExchange(preference: UInt16, host: DomainName)
    /// The strings of a TXT record, joined with nothing between (RFC 7208 section 3.3, RFC 6376 section 3.6.2.2).
    case text([UInt8])
    /// A name: of a PTR, CNAME or NS record.
    case name(DomainName)
    /// A service; the root as a target means that there is none (RFC 2782).
    case service(priority: UInt16, weight: UInt16, port: UInt16, target: DomainName)
    /// The start of a zone: the server it comes from, and how many seconds a negative answer may be kept (RFC 2308).
    case startOfAuthority(server: DomainName, serial: UInt32, negativeTimeToLive: UInt32)
    /// A certificate for TLS (RFC 6698 section 2.1).
    case tlsAssociation(usage: UInt8, selector: UInt8, matchingType: UInt8, data: [UInt8])
    /// Who may issue certificates (RFC 8659 section 4.1).
    case certificationAuthority(flags: UInt8, tag: [UInt8], value: [UInt8])
    /// A record of another type, as it was sent.
    case other([UInt8])
}

extension RecordData {
    /// The address, of an A or AAAA record.
    public var address: IPAddress? {
        if case .address(let address) = self { address } else { nil }
    }

    /// The text, of a TXT record.
    public var text: [UInt8]? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The name, of a PTR, CNAME or NS record.
    public var name: DomainName? {
        if case .name(let name) = self { name } else { nil }
    }
}
