/// The mechanisms by which a message can prove where it came from.
public enum AuthenticationMechanism: String, Sendable, Hashable, CaseIterable {
    /// Which clients may send for the domain of the return path (RFC 7208).
    case spf
    /// Which clients may send for the responsible address of the header (RFC 4406); historic.
    case senderID = "senderid"
    /// Signatures of domains (RFC 6376).
    case dkim
    /// Whether one of the two above speaks for the author's domain, and what it asks for (RFC 9989).
    case dmarc
    /// What earlier handlers found (RFC 8617).
    case arc
    /// Which hosts may send under the name given in HELO (draft-ietf-marid-csv-csa).
    case csa
    /// Who vouches for a domain (RFC 5518).
    case vbr
    /// Our own tags of return paths (draft-levine-smtp-batv).
    case batv
    /// Whether the client's host name has its address (RFC 8601 section 3).
    case iprev
}
