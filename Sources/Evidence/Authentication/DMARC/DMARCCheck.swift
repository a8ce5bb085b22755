// DMARC (RFC 9989, and RFC 7489 as a mode): whether the domain that a message names as its author's is vouched for by a signature or by SPF,
// and what its owner asks to be done where it is not.
public import Domains
public import Resolving

/// Whether a message's author is authenticated, and what the author's domain asks for.
public struct DMARCCheck: Sendable {
    /// How records and organisational domains are found.
    public enum Discovery: Sendable {
        /// By asking upwards from name to name (RFC 9989 section 4.10).
        case treeWalk
        /// By a list of public suffixes, with sampling (RFC 7489 sections 3.2 and 6.6.4): a number from 0 to 99 drawn for the message says
        /// whether it is among those that the policy is meant for.
        case publicSuffixList(any PublicSuffixes, draw: Int)
    }

    /// The bounds of a check.
    public struct Limits: Sendable {
        /// How many domains of authors are looked at.
        public var authors = 8
        /// How many different domains of signatures are compared with the author's.
        public var signatures = 16

        /// The usual bounds.
        public init() {}
    }

    private let lookups: Lookups
    private let names: any InternationalNames
    private let discovery: Discovery
    private let limits: Limits

    /// A check that asks through these look-ups.
    public init(
        asking lookups: Lookups, names: any InternationalNames, discovery: Discovery = .treeWalk, limits: Limits = Limits()
    ) {
        self.lookups = lookups
        self.names = names
        self.discovery = discovery
        self.limits = limits
    }

    /// Asks for the records of a message's authors, without waiting for them.
    public func expect(_ authors: [String]) {
        var suffixes: (any PublicSuffixes)?
        if case .publicSuffixList(let list, _) = discovery { suffixes = list }
        let discovery = DMARCDiscovery(lookups: lookups, suffixes: suffixes)
        for author in Set(authors.prefix(limits.authors)).compactMap(name) { discovery.expect(author) }
    }

    /// The outcome for a message.
    ///
    /// A message of one author's domain has one outcome. Where there are several domains, each is looked at and the strictest outcome counts:
    /// a pass only where all of them pass (RFC 9989 section 11.5, RFC 7489 section 6.6.1).
    /// - Parameters:
    ///   - authors: the domains of the mailboxes in all From fields, in UTF-8 or ASCII; see `AuthorDomains`.
    ///   - identities: what signatures and SPF gave.
    public func outcome(of authors: [String], _ identities: DMARCIdentities) async -> DMARCOutcome {
        var domains: [(written: String, name: DomainName?)] = []
        for written in authors {
            let name = name(written)
            if !domains.contains(where: { $0.name == nil ? $0.written == written : $0.name == name }) { domains.append((written, name)) }
            if domains.count > limits.authors { break }
        }
        guard let first = domains.first else { return DMARCOutcome(.none, author: "", problem: .noAuthor) }
        if domains.count == 1 { return await outcome(of: first.written, first.name, identities) }
        var worst: DMARCOutcome?
        for domain in domains.prefix(limits.authors) {
            let outcome = await outcome(of: domain.written, domain.name, identities)
            if worst.map({ DMARCCheck.severity(of: outcome) > DMARCCheck.severity(of: $0) }) ?? true { worst = outcome }
        }
        guard var worst else { return DMARCOutcome(.none, author: "", problem: .noAuthor) }
        let all = domains.prefix(limits.authors).map { $0.name?.description ?? $0.written }
        if domains.count > limits.authors {
            // Whose wish was not looked at may be the strictest.
            if worst.result == .pass || worst.result == .none { worst.result = .permerror }
            worst.problem = .tooManyAuthors
        } else {
            worst.problem = worst.problem ?? .severalAuthors(all)
        }
        return worst
    }

    private static func severity(of outcome: DMARCOutcome) -> Int {
        switch outcome.result {
        case .pass: 0
        case .none: 1
        case .permerror: 2
        case .temperror: 3
        case .fail: outcome.applied == .none ? 4 : outcome.applied == .quarantine ? 5 : 6
        }
    }

    private func outcome(of written: String, _ name: DomainName?, _ identities: DMARCIdentities) async -> DMARCOutcome {
        guard let name else { return DMARCOutcome(.none, author: written, problem: written.isEmpty ? .noAuthor : .notADomain(written)) }
        var suffixes: (any PublicSuffixes)?
        if case .publicSuffixList(let list, _) = discovery { suffixes = list }
        let discovery = DMARCDiscovery(lookups: lookups, suffixes: suffixes)
        var evaluation = DMARCEvaluation(of: name, asking: discovery, limits: limits)
        for signature in identities.signatures {
            evaluation.add(.dkim, signature.domain, self.name(signature.domain), signature.result, selector: signature.selector)
        }
        if let sender = identities.sender { evaluation.add(.spf, sender.domain, self.name(sender.domain), sender.result.rawValue) }
        var draw: Int?
        if case .publicSuffixList(_, let number) = self.discovery { draw = number }
        await evaluation.run(draw: draw)
        return evaluation.outcome
    }

    private func name(_ domain: String) -> DomainName? { DMARCNames.name(domain, names) }
}
