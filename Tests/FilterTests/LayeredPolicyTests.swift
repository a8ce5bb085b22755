import Filter
import Messages
import Settings
import Testing

/// What profiles of jurisdictions, operators, domains and recipients make of a verdict, beside rules and lists.
struct LayeredPolicyTests {
    private static let profiles = """
        profiles:
          - name: law
            level: jurisdiction
            version: 3
            binding: {email: {terminating: {reject: 0.995}}, default: {default: {discard: never}}}
          - {name: net, level: operator, version: 7, thresholds: {email: {default: {tag: 0.4}}}}
          - {name: school, level: domain, for: "@school.example", version: 1, thresholds: {email: {default: {quarantine: 0.7}}}}
          - {name: trial, level: domain, for: "@trial.example", version: 1, mode: observe-only}
          - {name: bob, level: recipient, for: bob@school.example, version: 2, thresholds: {email: {default: {quarantine: never, reject: 0.98}}}}
        """
    private static let acting = "policy: {mode: act, version: \"9\", allow-discard: true}"

    private func policy(_ settings: String = Self.acting) throws -> PolicyProfile {
        let settings = try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: settings))
        return PolicyProfile(settings, profiles: try ProfileBook.load([SettingsFile(path: "p.yaml", text: Self.profiles)], over: settings))
    }

    private func verdict(_ probability: Double, rules: [RuleHit] = [], recipients: RecipientRulings = RecipientRulings()) -> Verdict {
        Verdict(
            probability: probability, logOdds: 0, threatClass: .none, evidence: [], coverage: Coverage(), rules: rules,
            recipients: recipients, model: "m", elapsed: .zero)
    }

    private func decide(_ verdict: Verdict, for recipient: String, _ settings: String = Self.acting) throws -> Decision {
        try policy(settings).decision(on: verdict, channel: .email, direction: .terminating, for: party(recipient))
    }

    private func party(_ address: String) -> Party {
        let parts = address.split(separator: "@").map(String.init)
        return .mailbox(local: parts[0], domain: parts[1])
    }

    @Test(
        arguments: [
            ("a@x.example", 0.45, Disposition.tag, "profile:net:email.default.tag", "p.yaml:6"),
            ("a@x.example", 0.92, .quarantine, "policy.default.default.quarantine", nil),
            ("a@school.example", 0.75, .quarantine, "profile:school:email.default.quarantine", "p.yaml:7"),
            ("bob@school.example", 0.75, .tag, "profile:net:email.default.tag", "p.yaml:6"),
            ("bob@school.example", 0.985, .reject, "profile:recipient:email.default.reject", "p.yaml:9"),
            ("a@x.example", 0.2, .accept, nil, nil),
        ] as [(String, Double, Disposition, String?, String?)]) func theNarrowestDecides(
            recipient: String, probability: Double, disposition: Disposition, because: String?, place: String?
        ) throws
    {
        let decision = try decide(verdict(probability), for: recipient)
        #expect(decision.disposition == disposition && decision.because == because && decision.place == place, "\(decision)")
        #expect(decision.policy == "9" && decision.isCarriedOut)
        #expect(decision.profiles.map(\.description).starts(with: ["law@3", "net@7"]))
        #expect((decision.profile != nil) == (because?.hasPrefix("profile:") ?? false))
    }

    @Test func aDomainObservesWhileOthersAct() throws {
        let decision = try decide(verdict(0.97), for: "a@trial.example")
        #expect(decision.disposition == .quarantine && !decision.isCarriedOut && decision.effect == .accept)
        // The settings stay above all.
        #expect(try !decide(verdict(0.97), for: "a@school.example", "policy: {mode: observe-only}").isCarriedOut)
    }

    @Test func whatBindsHoldsAgainstRulesAndLists() throws {
        func rule(_ disposition: Disposition, _ standing: RuleHit.Standing) -> RuleHit {
            RuleHit(id: "r", place: "r.yaml:1", effect: .disposition(disposition), standing: standing, isActing: true)
        }
        let bob = party("a@x.example")
        let allow = RecipientRulings(
            [RecipientHit(recipient: bob, list: .allow, place: "l.yaml:2", disposition: .accept, isActing: true)], hasOthers: false)
        for standing in [RuleHit.Standing.binding, .usual] {
            let decision = try decide(verdict(0.996, rules: [rule(.accept, standing)]), for: "a@x.example")
            #expect(decision.disposition == .reject && decision.because == "profile:law:email.terminating.reject")
            #expect(try decide(verdict(0.99, rules: [rule(.accept, standing)]), for: "a@x.example").because == "rule:r")
        }
        #expect(try decide(verdict(0.996, recipients: allow), for: "a@x.example").profile?.name == "law")
        #expect(try decide(verdict(0.99, recipients: allow), for: "a@x.example").because == "recipient:allow")
        // Whom the law protects goes before the law's own lines.
        let protected = try decide(verdict(0.999, rules: [rule(.accept, .protected)]), for: "a@x.example")
        #expect(protected.disposition == .accept && protected.because == "rule:r")
        // What may never be done is not done by a rule either.
        let dropped = try decide(verdict(0.2, rules: [rule(.discard, .usual)]), for: "a@x.example")
        #expect(dropped.disposition == .reject && dropped.because == "profile:law:default.default.discard")
    }

    @Test func eachRecipientHasTheirOwnAndTheGentlestIsForAll() throws {
        let policy = try policy()
        func decide(_ probability: Double, _ addresses: [String]) -> (shared: Decision, each: [RecipientDecision]) {
            policy.decisions(on: verdict(probability), channel: .email, direction: .terminating, for: addresses.map(party))
        }
        let (shared, each) = decide(0.75, ["a@school.example", "bob@school.example", "c@school.example", "d@x.example"])
        #expect(shared.disposition == .tag && shared.isCarriedOut)
        #expect(each.map(\.recipients) == [[0, 2], [1], [3]])
        #expect(each.map(\.decision.disposition) == [.quarantine, .tag, .tag])
        // Nothing is done for those who only observe, so nothing may be done to all.
        let observed = decide(0.97, ["a@school.example", "b@trial.example"])
        #expect(observed.shared.effect == .accept && !observed.shared.isCarriedOut && observed.each.count == 2)
        #expect(decide(0.75, ["a@school.example", "c@school.example"]).each.isEmpty)
        #expect(decide(0.75, ["a@school.example"]).shared.disposition == .quarantine)
        #expect(decide(0.75, []).shared.disposition == .tag)
    }

    @Test func allVoicesAreShown() throws {
        let hit = RuleHit(id: "w", place: "r.yaml:1", effect: .disposition(.reject), isActing: false)
        let voices = try policy().voices(
            on: verdict(0.985, rules: [hit]), channel: .email, direction: .terminating, for: party("bob@school.example"))
        let told = voices.map { "\($0.name) \($0.outcome.rawValue)" }
        #expect(
            told == [
                "rule:w watched", "profile:law:default.default.discard not-reached", "profile:recipient:email.default.reject decided",
                "profile:law:email.terminating.reject gave-way", "policy.default.default.reject gave-way",
                "profile:recipient:email.default.quarantine not-reached", "profile:school:email.default.quarantine gave-way",
                "policy.default.default.quarantine gave-way", "profile:net:email.default.tag gave-way",
                "policy.default.default.tag gave-way",
            ], "\(told)")
        #expect(voices.count { $0.outcome == .decided } == 1)
    }
}
