import Filter
import MIME
import Messages
import OperatorRules
import Patterns
import Settings
import Storing
import Testing

/// Orders for some hours: what they do, when they hold, and that they are kept.
struct PolicyOrderTests {
    private let message = Message(
        text: Array("The seed has come".utf8), channel: .sms, envelope: Envelope(sender: .senderID("MYBANK"), recipients: [.number("491")]),
        arrival: FilterSample.now)

    private func order(
        _ id: String, _ measure: PolicyOrder.Measure, channel: Channel? = nil, isActing: Bool = true, from: Int64 = 0,
        for seconds: Int64 = 60
    ) -> PolicyOrder {
        let start = Timestamp(seconds: FilterSample.now.seconds + from)
        return PolicyOrder(
            id: id, author: "anna", reason: "a wave", made: FilterSample.now, from: start,
            until: Timestamp(seconds: start.seconds + seconds), channel: channel, measure: measure, isActing: isActing)
    }

    private func book(_ orders: [PolicyOrder]) throws -> OrderBook {
        try OrderBook.load(orders) { clauses throws(RuleError) in
            try RuleSnapshot.load(clauses) { set throws(PatternError) in try LiteralMatcher(set) }
        }
    }

    private func decide(_ orders: [PolicyOrder], settings: String = "policy: {mode: act}") async throws -> Decision {
        var setup = try FilterSample.setup(settings)
        setup.orders = CurrentOrders(try book(orders))
        let verdict = await Scanner(setup).verdict(on: message)
        return setup.policy.decision(on: verdict, channel: .sms, direction: .terminating, for: .number("491"))
    }

    @Test func anOrderDecidesWhileItHolds() async throws {
        let refuse = PolicyOrder.Measure.action(.reject, when: "sender == \"MYBANK\" and text contains \"seed\"")
        let decision = try await decide([order("a", refuse, channel: .sms)])
        #expect(decision.disposition == .reject && decision.because == "order:a" && decision.isCarriedOut && decision.without == .accept)
        #expect(decision.place?.hasPrefix("order a of anna until 2026-11-12T09:01:00Z") == true)
        for other in [
            order("a", refuse, channel: .email), order("a", refuse, from: 10), order("a", refuse, from: -60),
            order("a", refuse, isActing: false),
            order("a", .action(.reject, when: "sender == \"OTHER\"")),
        ] {
            let decision = try await decide([other])
            #expect(decision.disposition == .accept && decision.because == nil && decision.without == nil)
        }
        var ended = order("a", refuse)
        ended.end = PolicyOrder.End(at: FilterSample.now, author: "b", reason: "c")
        #expect(try await decide([ended]).disposition == .accept)
        // The first of several, and those that ask for the verdict too.
        let late = order("b", .action(.tag, when: "verdict.probability < 0.9"))
        #expect(try await decide([late, order("a", refuse)]).because == "order:b")
        #expect(try await !decide([order("a", refuse)], settings: "").isCarriedOut)
    }

    @Test func anOrderMovesAThreshold() async throws {
        let always = "policy: {mode: act, sms: {default: {tag: 0}}}"
        let tagged = try await decide([], settings: always)
        #expect(tagged.because == "policy.sms.default.tag" && tagged.without == nil)
        let never = try await decide([order("a", .threshold(.tag, nil))], settings: always)
        #expect(never.disposition == .accept && never.because == nil && never.without == .tag)
        let refused = try await decide([order("a", .threshold(.tag, nil)), order("b", .threshold(.reject, 0))], settings: always)
        #expect(refused.disposition == .reject && refused.because == "order:b" && refused.without == .tag && refused.spamFrom == 0)
        let other = try await decide([order("a", .threshold(.reject, 0), channel: .email)], settings: always)
        #expect(other.disposition == .tag && other.without == nil)
    }

    @Test func aJurisdictionBindsOrdersAndAnOperatorDoesNot() throws {
        let settings = try Settings.load(file: SettingsFile(path: "s", text: "policy: {mode: act}"))
        let book = try ProfileBook.load(
            [
                SettingsFile(
                    path: "p",
                    text: """
                        profiles:
                          - {name: law, level: jurisdiction, version: 1, binding: {sms: {default: {reject: 0.9, quarantine: 0.9}}}}
                          - {name: net, level: operator, version: 1, binding: {sms: {default: {quarantine: 0.5}}}}
                        """)
            ], over: settings)
        let policy = PolicyProfile(settings, profiles: book)
        func decide(_ probability: Double, _ effect: OrderHit.Effect, _ standing: RuleHit.Standing? = nil) -> Decision {
            var verdict = Verdict(
                probability: probability, logOdds: 0, threatClass: .none, evidence: [], coverage: Coverage(), model: "m", elapsed: .zero)
            verdict.orders = [OrderHit(id: "o", place: "x", effect: effect, isActing: true)]
            if let standing {
                verdict.rules = [RuleHit(id: "r", place: "r:1", effect: .disposition(.accept), standing: standing, isActing: true)]
            }
            return policy.decision(on: verdict, channel: .sms, direction: .terminating, for: .number("491"))
        }
        #expect(decide(0.7, .disposition(.accept)).because == "order:o")
        #expect(decide(0.95, .disposition(.accept)).because == "profile:law:sms.default.reject")
        #expect(decide(0.7, .threshold(.quarantine, nil)).disposition == .tag)
        #expect(decide(0.95, .threshold(.reject, nil)).because == "profile:law:sms.default.reject")
        // Protected senders go before orders, and orders before binding rules.
        #expect(decide(0.7, .disposition(.reject), .protected).because == "rule:r")
        #expect(decide(0.7, .disposition(.reject), .binding).because == "order:o")
    }

    @Test func aConditionThatIsWrongIsToldByColumn() throws {
        #expect(
            throws: RuleError([RuleProblem(RulePlace(path: "a", line: 1, column: 1), "there is no field 'sendr'; did you mean 'sender'?")])
        ) {
            try book([order("a", .action(.reject, when: "sendr == \"x\""))])
        }
    }

    @Test func ordersAreKeptAndEnded() async throws {
        let log = MemoryRecordLog()
        let register = OrderRegister(log)
        #expect(try await register.orders().isEmpty)
        #expect(try await register.changes() == 0)
        var moved = order("b", .threshold(.quarantine, 0.75), channel: .sms, isActing: false, from: 5)
        moved.direction = .originating
        let given = [
            order("a", .action(.reject, when: "text contains \"\\\"quoted\\\"\" and é")), moved, order("c", .threshold(.tag, nil)),
        ]
        for order in given { try await register.give(order) }
        #expect(try await register.orders() == given)
        let end = PolicyOrder.End(at: Timestamp(seconds: FilterSample.now.seconds + 1), author: "ben", reason: "over")
        #expect(try await register.end("b", end)?.id == "b")
        #expect(try await register.end("b", end) == nil)
        #expect(try await register.end("x", end) == nil)
        let after = try await register.orders()
        #expect(after.map(\.end) == [nil, end, nil] && after[1].over == end.time)
        #expect(try await register.changes() == 4)
        // What cannot be read is left out, and keeps no other from being read.
        try await log.append([Record(id: "z", kind: "policy-order", time: FilterSample.now, body: Array("{]".utf8))])
        #expect(try await register.orders().count == 3)
    }
}
