import Filter
import Messages
import OperatorRules
import Patterns
import Settings
import Testing

/// Rules in the verdict and in what is done.
@Suite struct RuleStageTests {
    private func rule(_ id: String, _ lines: String, when condition: String = "text contains \"seed\"", mode: String = "act") -> String {
        """
          - id: \(id)
            description: A rule.
            owner: somebody
            mode: \(mode)
            when: \(condition)
            examples: {match: [seed], no-match: [oats]}
            \(lines)

        """
    }

    private func snapshot(_ rules: String...) throws -> RuleSnapshot {
        try RuleSnapshot.load([RuleFile(path: "r.yaml", text: "rules:\n" + rules.joined())]) { set throws(PatternError) in
            try LiteralMatcher(set)
        }
    }

    private let message = Message(text: Array("The seed has come".utf8), channel: .sms, arrival: FilterSample.now)

    @Test func aWeightCountsWhole() async throws {
        var setup = try FilterSample.setup()
        let before = await Scanner(setup).verdict(on: message)
        setup.operatorRules = CurrentRules(
            try snapshot(
                rule("one", "weight: 1.5"), rule("two", "weight: 1.25\n    layer: network"), rule("three", "weight: -9", mode: "observe")))
        let scanner = Scanner(setup)
        let after = await scanner.verdict(on: message)
        #expect(abs(after.logOdds - before.logOdds - 2.75) < 1e-9)
        #expect(after.evidence.filter { $0.id.hasPrefix("rule:") }.map(\.weight) == [1.5, 1.25])
        #expect(after.evidence.first { $0.id == "rule:two" }?.layer == .network)
        #expect(after.rules.map(\.id) == ["one", "two", "three"] && after.rules.map(\.isActing) == [true, true, false])
        #expect(await scanner.verdict(on: message).timeless == after.timeless)
        #expect(before.rules == [])
    }

    @Test(arguments: [
        (["usual", "binding", "protected"], "c"), (["usual", "usual", "binding"], "c"), (["usual", "usual", "usual"], "a"),
        (["binding", "protected", "binding"], "b"),
    ]) func theHigherStandingThenTheFirstDecides(standings: [String], expected: String) async throws {
        var setup = try FilterSample.setup("policy:\n  mode: act\n")
        let rules = zip(["a", "b", "c"], standings).map { rule($0, "action: accept\n    standing: \($1)") }
        setup.operatorRules = CurrentRules(try snapshot(rules[0], rules[1], rules[2]))
        let verdict = await Scanner(setup).verdict(on: message)
        let decision = setup.policy.decision(on: verdict, channel: .sms, direction: .terminating)
        #expect(decision.because == "rule:\(expected)" && decision.disposition == .accept && decision.isCarriedOut)
        #expect(decision.place?.hasPrefix("r.yaml:") == true)
    }

    @Test func whatOnlyWatchesDecidesNothing() async throws {
        var setup = try FilterSample.setup()
        setup.operatorRules = CurrentRules(try snapshot(rule("a", "action: reject", mode: "observe")))
        let verdict = await Scanner(setup).verdict(on: message)
        let decision = setup.policy.decision(on: verdict, channel: .sms, direction: .terminating)
        #expect(decision == setup.policy.decision(probability: verdict.probability, channel: .sms, direction: .terminating))
        #expect(verdict.rules.count == 1)
    }

    @Test func theVerdictMayBeAskedFor() async throws {
        var setup = try FilterSample.setup()
        setup.operatorRules = CurrentRules(
            try snapshot(
                rule("sure", "action: reject", when: "verdict.probability > 0.9"), rule("push", "weight: 12"),
                rule("kind", "action: tag", when: "verdict.class != none")))
        let verdict = await Scanner(setup).verdict(on: message)
        #expect(verdict.rules.map(\.id) == ["sure", "push", "kind"])
        #expect(setup.policy.decision(on: verdict, channel: .sms, direction: .terminating).because == "rule:sure")
    }

    /// Two recipients: one has lists, the other none unless `both`.
    private func decide(
        _ operatorRules: String, _ lists: String, both: String? = nil, to count: Int = 1
    ) async throws -> (setup: FilterSetup, verdict: Verdict) {
        var setup = try FilterSample.setup("policy:\n  mode: act\n")
        let second = both.map { "  \"+222\": {mode: act, \($0)}\n" } ?? ""
        let text = "recipients:\n  \"+111\": {mode: act, \(lists)}\n" + second + (operatorRules.isEmpty ? "" : "rules:\n" + operatorRules)
        setup.operatorRules = CurrentRules(
            try RuleSnapshot.load([RuleFile(path: "r.yaml", text: text)]) { set throws(PatternError) in try LiteralMatcher(set) })
        var message = message
        message.envelope.sender = .senderID("BANK")
        message.envelope.recipients = Array([Party.number("111"), .number("222")].prefix(count))
        return (setup, await Scanner(setup).verdict(on: message))
    }

    @Test(arguments: [
        ("", "allow: BANK", "recipient:allow", Disposition.accept), ("", "deny: BANK", "recipient:deny", .quarantine),
        ("", "keywords: seed, denied: tag", "recipient:keyword", .tag), ("", "allow: BANK, deny: BANK", "recipient:allow", .accept),
        ("usual", "allow: BANK", "recipient:allow", .accept), ("binding", "allow: BANK", "rule:a", .reject),
        ("usual", "deny: OTHER", "rule:a", .reject), ("protected", "deny: BANK", "rule:a", .accept),
    ]) func recipientsComeBetween(standing: String, lists: String, because: String, disposition: Disposition) async throws {
        let action = standing == "protected" ? "accept" : "reject"
        let rules = standing.isEmpty ? "" : rule("a", "action: \(action)\n    standing: \(standing)")
        let (setup, verdict) = try await decide(rules, lists)
        let decision = setup.policy.decision(on: verdict, channel: .sms, direction: .terminating)
        #expect(decision.because == because && decision.disposition == disposition, "\(decision)")
        #expect(setup.policy.decision(on: verdict, channel: .sms, direction: .terminating, for: .number("111")) == decision)
    }

    @Test func oneAnswerForSeveralIsTheGentlest() async throws {
        func decision(_ lists: String, _ both: String?, _ recipient: Party? = nil) async throws -> Disposition {
            let (setup, verdict) = try await decide("", lists, both: both, to: 2)
            return setup.policy.decision(on: verdict, channel: .sms, direction: .terminating, for: recipient).disposition
        }
        #expect(try await decision("deny: BANK", nil) == .accept)
        #expect(try await decision("deny: BANK", nil, .number("111")) == .quarantine)
        #expect(try await decision("deny: BANK", nil, .number("222")) == .accept)
        #expect(try await decision("deny: BANK, denied: reject", "deny: BANK, denied: tag") == .tag)
        #expect(try await decision("deny: BANK, denied: reject", "allow: BANK") == .accept)
    }

    @Test func otherRulesAreTakenUpBetweenMessages() async throws {
        var setup = try FilterSample.setup()
        let current = CurrentRules(try snapshot(rule("a", "action: tag")))
        setup.operatorRules = current
        let scanner = Scanner(setup)
        #expect(await scanner.verdict(on: message).rules.map(\.id) == ["a"])
        current.now = try snapshot(
            rule("b", "action: tag", when: "text contains {\"seed\", \"oats\"} and sender is missing"), rule("c", "weight: 1"))
        #expect(await scanner.verdict(on: message).rules.map(\.id) == ["b", "c"])
    }
}
