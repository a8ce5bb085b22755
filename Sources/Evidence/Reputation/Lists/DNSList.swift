internal import Messages
public import Resolving

/// A list of hosts or domains that is asked by name (RFC 5782). Whoever runs it says what its answers mean; settings say which of them count.
public struct DNSList: Sendable, Hashable {
    /// What it means to be on it.
    public enum Sense: String, Sendable, Hashable, CaseIterable {
        /// Mail of what is listed is to be refused.
        case block
        /// What is listed is known to send mail that is wanted.
        case allow
    }

    /// What is listed.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// Addresses of hosts that send (RFC 5782 sections 2.1 and 2.4).
        case addresses
        /// Domains, of senders and in links (section 2.2).
        case domains
    }

    /// Where it lies.
    public var zone: DomainName
    /// What it means to be on it.
    public var sense: Sense
    /// What is listed.
    public var subject: Subject
    /// The answers that count, as addresses of 127.0.0.0/8 (section 2.3); none stands for all of them.
    public var codes: [ClosedRange<UInt32>]
    /// The domain that is always listed, to be found out by whether the list answers; `TEST` by section 5.
    public var listedDomain: DomainName

    /// A list, all of whose answers count unless some are named.
    public init(
        _ sense: Sense, _ subject: Subject, _ zone: DomainName, codes: [ClosedRange<UInt32>] = [], listedDomain: DomainName? = nil
    ) {
        self.zone = zone
        self.sense = sense
        self.subject = subject
        self.codes = codes
        self.listedDomain = listedDomain ?? DNSList.test
    }

    /// The domain that is always on a list of domains (section 5).
    static let test = DomainName("test") ?? .root
    /// The domain that never is.
    static let invalid = DomainName("invalid") ?? .root

    /// The name that asks whether an address is on the list: octets or digits in reverse order, before the zone.
    func name(for address: IPAddress) -> DomainName? {
        // Without `in-addr.arpa` or `ip6.arpa`.
        let digits = DomainName.reverse(of: address).labels.dropLast(2)
        return zone.prepending(String(decoding: Array(digits.joined(separator: [UInt8(ascii: ".")])), as: UTF8.self))
    }

    /// The name that asks whether a domain is on the list.
    func name(for domain: DomainName) -> DomainName? {
        zone.prepending(domain, .root)
    }

    /// Whether an answer is one that counts.
    func counts(_ code: UInt32) -> Bool {
        codes.isEmpty || codes.contains { $0.contains(code) }
    }
}
