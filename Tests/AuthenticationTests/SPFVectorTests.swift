import Authentication
import Messages
import PSLDomains
import Resolving
import Telemetry
import TestSupport
import Testing

/// The openspf suites, read as they lie.
struct SPFVectorTests {
    @Test func rfc7208() async throws {
        try await run("spf/rfc7208-tests.yml", skipping: [:])
    }

    @Test func rfc4408() async throws {
        try await run("spf/rfc4408-tests.yml", skipping: [:])
    }

    @Test func pyspf() async throws {
        try await run(
            "spf/pyspf-test.yml",
            skipping: [
                "/default-modifier-harsh": "ambiguous is a result of pyspf's own, not of RFC 7208 section 2.6",
                "/default-modifier":
                    "a modifier of drafts, read in pyspf's lax mode alone; unknown ones are passed over (RFC 7208 section 6)",
            ])
    }

    @Test func senderID() async throws {
        try await run("senderid-csa-batv/rfc4406-tests.yml", in: .mailFrom, skipping: [:])
    }

    private func run(_ file: String, in scope: SPFScope = .spf, skipping skips: [String: String]) async throws {
        guard let path = SharedData.vectors(file) else { return }
        var count = CaseCount(file)
        for scenario in try SPFVectors.scenarios(at: path) {
            for test in scenario.cases {
                if let reason = skips[test.label] {
                    count.skip(because: reason)
                    continue
                }
                let outcome = try await outcome(of: test, in: scope, asking: scenario.zone)
                let isRight = test.results.contains(outcome.result.rawValue) && explains(test, outcome)
                count.check(
                    isRight,
                    "\(test.label): \(outcome.result) instead of \(test.results), \(outcome.explanation ?? "-") instead of \(test.explanation ?? "-")"
                )
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    private func explains(_ test: SPFVectors.Case, _ outcome: SPFOutcome) -> Bool {
        guard let wanted = test.explanation else { return true }
        return wanted == "DEFAULT" ? outcome.explanation == nil : outcome.explanation == wanted
    }

    /// Knows what a zone knows, and has to be waited for.
    private struct Waited: Resolver {
        let zone: Zone

        func answer(to question: Question, within limit: Duration) async -> Answer { zone.answer(to: question) }
    }

    /// The outcome, which is the same, and asks the same, whether all answers are known, were read before, or have to be waited for.
    private func outcome(of test: SPFVectors.Case, in scope: SPFScope, asking zone: Zone) async throws -> SPFOutcome {
        let prepared = PreparedZone(zone)
        let (outcome, asked) = try await outcome(of: test, in: scope, by: zone)
        for resolver in [prepared, prepared, Waited(zone: zone)] as [any Resolver] {
            let (other, alsoAsked) = try await self.outcome(of: test, in: scope, by: resolver)
            #expect(other == outcome && alsoAsked == asked, "\(test.label)")
        }
        return outcome
    }

    private func outcome(of test: SPFVectors.Case, in scope: SPFScope, by resolver: any Resolver) async throws -> (
        SPFOutcome, Set<Question>
    ) {
        let lookups = Lookups(resolver, within: .seconds(20), by: ManualTime())
        let address = try #require(IPAddress(test.host))
        let names = try ICUNames()
        let identity = SPFCheck.Identity(address: address, helo: test.helo, mailFrom: test.mailFrom, at: Timestamp(seconds: 1_700_000_000))
        let outcome = await SPFCheck(asking: lookups, names: names).outcome(of: identity, in: scope)
        return (outcome, Set(lookups.transcript.map(\.question)))
    }
}
