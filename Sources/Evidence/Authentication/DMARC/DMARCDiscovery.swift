internal import Domains
internal import Resolving

/// Looks for records of DMARC, and with them for organisational domains.
struct DMARCDiscovery {
    /// The greatest number of names that are asked for one domain (RFC 9989 section 4.10).
    static let walkLimit = 8

    /// Why a search stops.
    struct Stop: Error {
        var question: String
        var outcome: Answer.Outcome
    }

    /// A record and whose it is.
    struct Found {
        var domain: DomainName
        var record: DMARCRecord
    }

    /// What a search upwards from a domain found.
    struct Walk {
        /// The records, the longest name first.
        var found: [Found] = []
        /// The organisational domain.
        var organization: DomainName
        /// What was asked.
        var steps: [DMARCOutcome.Step] = []

        /// The record at a name.
        func record(at name: DomainName) -> Found? { found.first { $0.domain == name } }
    }

    let lookups: Lookups
    /// The list of public suffixes, for the older way; nothing for the walk.
    let suffixes: (any PublicSuffixes)?

    /// The names that a search from a domain asks for, in order (RFC 9989 section 4.10): the domain, then those above it, of at most seven
    /// labels.
    static func names(from start: DomainName) -> [DomainName] {
        var names = [start]
        var next = start.labelCount >= walkLimit ? start.suffix(labels: walkLimit - 1) : start.parent
        while let name = next, !name.bytes.isEmpty {
            names.append(name)
            next = name.parent
        }
        return names
    }

    /// Asks for everything that a search from a domain may want, side by side.
    func expect(_ domain: DomainName) {
        for name in names(for: domain) {
            if let question = name.prepending("_dmarc") { lookups.expect(Question(question, .txt)) }
        }
    }

    private func names(for domain: DomainName) -> [DomainName] {
        guard suffixes != nil else { return DMARCDiscovery.names(from: domain) }
        let organization = listedOrganization(of: domain)
        return organization == domain ? [domain] : [domain, organization]
    }

    /// The one record at a name; nothing where there is none, or several.
    func record(at name: DomainName, steps: inout [DMARCOutcome.Step]) async throws(Stop) -> Found? {
        guard let asked = name.prepending("_dmarc") else { return nil }
        let answer = await lookups.answer(asked, .txt)
        let texts = answer.texts
        let records = texts.compactMap(DMARCRecord.init)
        let finding: DMARCOutcome.Finding
        if answer.outcome.isTemporary {
            finding = .notAnswered(answer.outcome)
        } else if records.count > 1 {
            finding = .severalRecords
        } else if records.count == 1 {
            finding = .record
        } else {
            finding = texts.isEmpty ? .nothing(answer.outcome) : .otherTexts
        }
        steps.append(DMARCOutcome.Step(domain: name, finding: finding))
        if answer.outcome.isTemporary { throw Stop(question: "\(asked) TXT", outcome: answer.outcome) }
        guard records.count == 1, let record = records.first else { return nil }
        return Found(domain: name, record: record)
    }

    /// Searches upwards from a domain.
    func walk(from start: DomainName, steps: inout [DMARCOutcome.Step]) async throws(Stop) -> Walk {
        if suffixes != nil {
            let organization = listedOrganization(of: start)
            var walk = Walk(organization: organization)
            for name in names(for: start) {
                if let found = try await record(at: name, steps: &steps) { walk.found.append(found) }
            }
            return walk
        }
        var walk = Walk(organization: start)
        for name in DMARCDiscovery.names(from: start) {
            guard let found = try await record(at: name, steps: &steps) else { continue }
            walk.found.append(found)
            if found.record.publicSuffix != .unknown { break }
        }
        walk.organization = DMARCDiscovery.organization(of: start, among: walk.found)
        return walk
    }

    /// The organisational domain that a search found (RFC 9989 section 4.10.2).
    static func organization(of start: DomainName, among found: [Found]) -> DomainName {
        for one in found {
            if one.record.publicSuffix == .no { return one.domain }
            if one.record.publicSuffix == .yes, one.domain != start { return start.suffix(labels: one.domain.labelCount + 1) }
        }
        return found.last?.domain ?? start
    }

    /// The organisational domain of a name by the list of public suffixes (RFC 7489 section 3.2); the name itself where the list has none.
    func listedOrganization(of name: DomainName) -> DomainName {
        guard let suffixes, let offset = suffixes.registrableDomain(of: name.bytes.span) else { return name }
        return DomainName(name.bytes[offset...]) ?? name
    }

    /// The organisational domain of a name.
    func organization(of name: DomainName) async throws(Stop) -> DomainName {
        if suffixes != nil { return listedOrganization(of: name) }
        var steps: [DMARCOutcome.Step] = []
        let walk = try await walk(from: name, steps: &steps)
        return walk.organization
    }
}
