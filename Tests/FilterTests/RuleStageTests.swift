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
