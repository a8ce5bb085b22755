internal import Resolving

/// One run of DMARC for one domain of an author (RFC 9989 section 5.3).
struct DMARCEvaluation {
    /// An identifier, and the name that it is asked for by.
    private struct Candidate {
        var place: Int
        var name: DomainName
    }

    private(set) var outcome: DMARCOutcome
    private let author: DomainName
    private let discovery: DMARCDiscovery
    private let limits: DMARCCheck.Limits
    private var candidates: [Candidate] = []
    private var walk: DMARCDiscovery.Walk?

    init(of author: DomainName, asking discovery: DMARCDiscovery, limits: DMARCCheck.Limits) {
        self.author = author
        self.discovery = discovery
        self.limits = limits
        outcome = DMARCOutcome(.none, author: author.description)
    }

    /// Adds an identifier. Those that passed, or could not be checked, will be compared with the author, as long as the limit allows.
    mutating func add(_ mechanism: DMARCOutcome.Mechanism, _ domain: String, _ name: DomainName?, _ result: String, selector: String? = nil)
    {
        outcome.identifiers.append(
            DMARCOutcome.Identifier(mechanism: mechanism, domain: domain, selector: selector, result: result))
        guard let name, result == "pass" || result == "temperror" else { return }
        let isNew = !candidates.contains { $0.name == name }
        // The author's own domain costs no questions.
        guard mechanism == .spf || name == author || !isNew || Set(candidates.map(\.name)).count < limits.signatures else { return }
        candidates.append(Candidate(place: outcome.identifiers.count - 1, name: name))
    }

    /// Finds the record, compares the identifiers with the author, and says what is to be done.
    mutating func run(draw: Int?) async {
        discovery.expect(author)
        do {
            guard try await findRecord() else { return }
        } catch {
            return stop(error)
        }
        guard let record = outcome.record, let policyDomain = outcome.policyDomain else { return }
        guard record.usability != .unusable else {
            outcome.result = .permerror
            outcome.problem = .unusableRecord(domain: policyDomain.description)
            return
        }
        let unanswered = await compare(record)
        if outcome.isAligned(.dkim) || outcome.isAligned(.spf) {
            outcome.result = .pass
        } else if let unanswered {
            stop(unanswered)
        } else if let unknown = outcome.identifiers.first(where: { $0.result == "temperror" && $0.isAligned == true }) {
            outcome.result = .temperror
            outcome.problem = .notAuthenticated(domain: unknown.domain)
        } else {
            outcome.result = .fail
        }
        await decide(record, at: policyDomain, draw: draw)
    }

    private mutating func stop(_ stop: DMARCDiscovery.Stop) {
        outcome.result = .temperror
        outcome.problem = .notAnswered("\(stop.question) (\(stop.outcome))")
    }

    /// Finds the record that counts (section 4.10.1); says whether there is one.
    private mutating func findRecord() async throws(DMARCDiscovery.Stop) -> Bool {
        var steps: [DMARCOutcome.Step] = []
        defer { outcome.steps = steps }
        if let own = try await discovery.record(at: author, steps: &steps) {
            take(own, .author)
            return true
        }
        if case .severalRecords? = steps.last?.finding {
            outcome.problem = .severalRecords(domain: author.description)
            // The older standard stops here (RFC 7489 section 6.6.3).
            if discovery.suffixes != nil { return false }
        }
        steps.removeAll()
        let walk = try await discovery.walk(from: author, steps: &steps)
        self.walk = walk
        outcome.organization = walk.organization
        if let found = walk.record(at: walk.organization) {
            take(found, .organization)
        } else if let found = walk.found.last, found.record.publicSuffix == .yes {
            take(found, .publicSuffix)
        } else {
            if outcome.problem == nil, let several = steps.first(where: { $0.finding == .severalRecords }) {
                outcome.problem = .severalRecords(domain: several.domain.description)
            }
            return false
        }
        outcome.problem = nil
        return true
    }

    private mutating func take(_ found: DMARCDiscovery.Found, _ place: DMARCOutcome.Place) {
        outcome.record = found.record
        outcome.policyDomain = found.domain
        outcome.place = place
    }

    /// Compares each candidate with the author (section 4.10.2). Gives the first question without an answer.
    private mutating func compare(_ record: DMARCRecord) async -> DMARCDiscovery.Stop? {
        var unanswered: DMARCDiscovery.Stop?
        for candidate in candidates {
            let mechanism = outcome.identifiers[candidate.place].mechanism
            let alignment = mechanism == .dkim ? record.dkimAlignment : record.spfAlignment
            if candidate.name == author || alignment == .strict {
                outcome.identifiers[candidate.place].isAligned = candidate.name == author
                continue
            }
            // Domains that share not even their last label have no organisation in common.
            guard candidate.name.suffix(labels: 1) == author.suffix(labels: 1) else {
                outcome.identifiers[candidate.place].isAligned = false
                continue
            }
            if discovery.suffixes == nil { discovery.expect(candidate.name) }
            do {
                let organization = try await authorOrganization()
                guard candidate.name.isWithin(organization) else {
                    outcome.identifiers[candidate.place].isAligned = false
                    continue
                }
                let other = try await discovery.organization(of: candidate.name)
                outcome.identifiers[candidate.place].organization = other
                outcome.identifiers[candidate.place].isAligned = other == organization
            } catch {
                unanswered = unanswered ?? error
            }
        }
        return unanswered
    }

    private mutating func authorOrganization() async throws(DMARCDiscovery.Stop) -> DomainName {
        if let organization = outcome.organization { return organization }
        var steps: [DMARCOutcome.Step] = []
        defer { outcome.steps = steps }
        let walk = try await discovery.walk(from: author, steps: &steps)
        self.walk = walk
        outcome.organization = walk.organization
        return walk.organization
    }

    /// What the record asks for, and what of it is to be done (sections 4.7 and 4.10.1).
    private mutating func decide(_ record: DMARCRecord, at policyDomain: DomainName, draw: Int?) async {
        var requested = await requestedPolicy(record, at: policyDomain)
        if record.usability == .asNone { requested = .none }
        outcome.requested = requested
        guard outcome.result == .fail else { return }
        outcome.applied = requested
        guard requested != .none else { return }
        if let draw {
            if draw >= record.percentage ?? 100 {
                outcome.applied = requested.weakened
                outcome.easing = .sampledOut
            }
        } else if record.isTesting {
            outcome.applied = requested.weakened
            outcome.easing = .testing
        }
    }

    private mutating func requestedPolicy(_ record: DMARCRecord, at policyDomain: DomainName) async -> DMARCPolicy {
        let own = record.policy ?? .none
        guard policyDomain != author else { return own }
        let existing = record.subdomainPolicy ?? own
        guard discovery.suffixes == nil, let nonexistent = record.nonexistentPolicy, nonexistent != existing else { return existing }
        // A name does not exist where the answer is NXDOMAIN, whatever type was asked for (RFC 9989 section 3.2.13, RFC 8020).
        let answer = await discovery.lookups.answer(author, .a)
        if answer.outcome == .nonexistent { return nonexistent }
        guard answer.outcome.isTemporary else { return existing }
        outcome.easing = .existenceUnknown
        return min(existing, nonexistent)
    }
}
