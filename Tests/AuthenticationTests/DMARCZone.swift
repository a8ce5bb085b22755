import Authentication
import Domains
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing

/// Records of DMARC in memory, and checks over them.
struct DMARCZone {
    private(set) var zone = Zone()

    /// Records by the domains they are for.
    init(_ records: KeyValuePairs<String, String> = [:]) {
        for (domain, record) in records { add("_dmarc." + domain, record) }
    }

    /// Adds a text at a name.
    mutating func add(_ name: String, _ text: String) {
        guard let name = DomainName(name) else { return }
        zone.add(.text(Array(text.utf8)), .txt, at: name)
    }

    /// Makes a name exist.
    mutating func host(_ name: String) {
        guard let name = DomainName(name) else { return }
        zone.add(.address(.v4(0xC000_0201)), .a, at: name)
    }

    /// Says what comes of questions at a name.
    mutating func set(_ outcome: Answer.Outcome, at name: String) {
        guard let name = DomainName(name) else { return }
        zone.set(outcome, at: name)
    }

    /// Signatures of domains that passed.
    static func signed(_ domains: String...) -> DMARCIdentities {
        DMARCIdentities(signatures: domains.map { .init(domain: $0, selector: "s", result: "pass") })
    }

    /// SPF that passed.
    static func sent(_ domain: String) -> DMARCIdentities {
        DMARCIdentities(sender: .init(domain: domain, result: .pass))
    }

    /// The names that were asked, and the outcome.
    func check(
        _ authors: [String], _ identities: DMARCIdentities = DMARCIdentities(), _ discovery: DMARCCheck.Discovery = .treeWalk
    ) async throws -> (outcome: DMARCOutcome, asked: [String]) {
        let lookups = Lookups(zone, within: .seconds(20), by: ManualTime())
        let check = DMARCCheck(asking: lookups, names: try ICUNames(), discovery: discovery)
        let outcome = await check.outcome(of: authors, identities)
        return (outcome, lookups.transcript.map { $0.question.description })
    }

    /// The outcome for one author.
    func outcome(
        _ author: String, _ identities: DMARCIdentities = DMARCIdentities(), _ discovery: DMARCCheck.Discovery = .treeWalk
    ) async throws -> DMARCOutcome {
        try await check([author], identities, discovery).outcome
    }
}
