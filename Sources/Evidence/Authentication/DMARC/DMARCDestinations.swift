public import Domains
public import Resolving

/// Whether those who are to get a domain's reports want them: without that, anybody could have a stranger flooded (RFC 9990 section 4).
public struct DMARCDestinations: Sendable {
    /// What is found of one address.
    public enum Finding: Sendable, Hashable {
        /// It belongs to the organisation that asks.
        case own
        /// It belongs to another, which says that it wants the reports. Where that names other addresses of the same host, they count.
        case allowed(instead: [DMARCReportURI])
        /// It belongs to another, which does not say so, or would turn the reports to a third.
        case notAllowed
        /// It belongs to another, and there was no answer.
        case notAnswered(Answer.Outcome)
        /// It is no `mailto` address of a domain.
        case unusable
    }

    private let lookups: Lookups
    private let names: any InternationalNames
    private let suffixes: (any PublicSuffixes)?

    /// A check that asks through these look-ups. With a list of public suffixes that says which organisation a domain belongs to; without, the
    /// walk from name to name does.
    public init(asking lookups: Lookups, names: any InternationalNames, suffixes: (any PublicSuffixes)? = nil) {
        self.lookups = lookups
        self.names = names
        self.suffixes = suffixes
    }

    /// What is found of an address in the record of a domain.
    public func finding(of address: DMARCReportURI, in domain: DomainName) async -> Finding {
        guard let host = host(of: address) else { return .unusable }
        let discovery = DMARCDiscovery(lookups: lookups, suffixes: suffixes)
        if host == domain { return .own }
        do {
            let own = try await discovery.organization(of: domain)
            let other = try await discovery.organization(of: host)
            if own == other { return .own }
        } catch {
            return .notAnswered(error.outcome)
        }
        // A name that would be too long cannot be asked for, so nobody can have said yes.
        guard let asked = host.prepending("\(domain)._report._dmarc") else { return .notAllowed }
        let answer = await lookups.answer(asked, .txt)
        guard !answer.outcome.isTemporary else { return .notAnswered(answer.outcome) }
        let records = answer.texts.compactMap(DMARCRecord.init)
        guard !records.isEmpty else { return .notAllowed }
        let instead = records.flatMap(\.aggregateAddresses)
        // Where one of them is of another host, no report is to be sent to anybody.
        return instead.allSatisfy { self.host(of: $0) == host } ? .allowed(instead: instead) : .notAllowed
    }

    private func host(of address: DMARCReportURI) -> DomainName? {
        address.destination.flatMap { DMARCNames.name($0, names) }
    }
}
