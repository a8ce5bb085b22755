import Messages
import Storing
import Testing

@testable import Reputation

/// What is forgotten of senders because somebody wants it, and how they are looked up.
struct ForgottenSendersTests {
    private let secret = SenderSecret()
    private let start = Timestamp(seconds: 1_794_474_000)
    private let log = MemoryRecordLog()
    private let store = MemorySightingStore()

    private func later(_ seconds: Int64) -> Timestamp { Timestamp(seconds: start.seconds + seconds) }

    private func traits(
        _ sender: String = "ann@mail.robin.example", to recipient: String = "jenny@wren.example", _ proof: SenderTraits.Proof = .proven,
        from client: String = "203.0.113.9"
    ) -> SenderTraits {
        SenderTraits(
            sender: sender, domain: "robin.example", proof: proof, domains: ["post.example"], recipients: [recipient],
            client: IPAddress(client))
    }

    private func taught() -> SenderHistory {
        let history = SenderHistory(secret: secret)
        for lesson in 0..<3 { teach(history, "\(lesson)", at: start) }
        let sent = SenderTraits(isOriginating: true, sender: "jenny@wren.example", proof: .proven, recipients: ["ann@mail.robin.example"])
        history.note(history.keys(of: sent), .open, at: start)
        return history
    }

    private func teach(_ history: SenderHistory, _ lesson: String, at moment: Timestamp) {
        history.teach(history.keys(of: traits()), isSpam: true, lesson: lesson, at: moment)
    }

    private func rungs(_ history: SenderHistory, _ traits: SenderTraits, at moment: Timestamp) -> Set<SenderRung> {
        Set(history.sightings(of: history.keys(of: traits), at: moment).rungs.keys)
    }

    private func forget(_ name: String, in history: SenderHistory, at moment: Timestamp) async throws {
        let subject = try #require(SenderSubject(name), "\(name)")
        try await ForgottenSenders(log).forget(subject, secret: secret, at: moment)
        try await ForgottenSenders(log).apply(to: history)
    }

    @Test(
        arguments: [
            ("Ann@Robin.example", .sender("ann@robin.example")), ("im:Robin", .sender("im:robin")),
            ("robin.example", .domain("robin.example")), ("@Robin.example.", .domain("robin.example")),
            ("203.0.113.9", .address(.v4(0xCB00_7109))), ("203.0.113.0/24", .network(.v4(0xCB00_7100))),
            ("203.0.113.9/32", .address(.v4(0xCB00_7109))), ("2001:db8::/48", .network(.v6(high: 0x2001_0db8_0000_0000, low: 0))),
            ("2001:db8:0:1::/64", .address(.v6(high: 0x2001_0db8_0000_0001, low: 0))),
        ] as [(String, SenderSubject)])
    func subjectsAreRead(text: String, subject: SenderSubject) { #expect(SenderSubject(text) == subject) }

    @Test(arguments: [
        "", "robin", "203.0.113.0/23", "203.0.113.9/24", "a b@c.example", "@", "..", "x/24", String(repeating: "a.", count: 999),
    ])
    func whatIsNoSubjectIsRefused(text: String) { #expect(SenderSubject(text) == nil) }

    /// What is remembered with single recipients has keys that nobody can list: it is forgotten with the sender all the same.
    @Test(
        arguments: [
            ("ann@mail.robin.example", [.correspondent, .pair, .sender]), ("robin.example", [.correspondent, .pair, .sender, .domain]),
            ("mail.robin.example", [.correspondent, .pair, .sender]), ("post.example", [.hand]), ("203.0.113.9", [.address]),
            ("203.0.113.0/24", [.address, .network]), ("bob@mail.robin.example", []), ("obin.example", []),
        ] as [(String, Set<SenderRung>)])
    func whatIsForgotten(name: String, forgotten: Set<SenderRung>) async throws {
        let history = taught()
        let all: Set<SenderRung> = [.correspondent, .pair, .sender, .domain, .hand, .address, .network]
        #expect(rungs(history, traits(), at: later(1)) == all)
        try await forget(name, in: history, at: later(2))
        #expect(rungs(history, traits(), at: later(3)) == all.subtracting(forgotten))
    }

    @Test func namesThatNobodyProvedGoWithSenderAndNetwork() async throws {
        for name in ["ann@mail.robin.example", "203.0.113.0/24"] {
            let history = SenderHistory(secret: secret)
            let unknown = traits("ann@mail.robin.example", .unknown)
            history.teach(history.keys(of: unknown), isSpam: true, lesson: "1", at: start)
            #expect(rungs(history, unknown, at: later(1)).contains(.senderHere))
            try await forget(name, in: history, at: later(2))
            #expect(!rungs(history, unknown, at: later(3)).contains(.senderHere))
        }
    }

    /// What comes afterwards is remembered anew, and of what was before nothing comes back: not by a lesson that is said again or taken back, and not from
    /// the store.
    @Test func whatComesLaterIsRememberedAnew() async throws {
        let history = taught()
        let keeper = SenderKeeper(history, into: store)
        try await keeper.flush()
        try await forget("ann@mail.robin.example", in: history, at: later(2))
        try await keeper.flush()
        history.teach(history.keys(of: traits()), isSpam: nil, lesson: "0", at: later(3))
        #expect(!rungs(history, traits(), at: later(4)).contains(.pair))
        teach(history, "1", at: later(5))
        let sighting = try #require(history.sightings(of: history.keys(of: traits()), at: later(5)).rungs[.pair])
        #expect(abs(sighting.bad - 1) < 1e-3, "\(sighting)")
        try await keeper.flush()
        let next = SenderHistory(secret: secret)
        try await next.load(from: store)
        try await ForgottenSenders(log).apply(to: next)
        let kept = try #require(next.sightings(of: next.keys(of: traits()), at: later(5)).rungs[.pair])
        #expect(abs(kept.bad - 1) < 1e-3, "\(kept)")
        #expect(!rungs(next, traits(), at: later(5)).contains(.correspondent))
        // What lay under the mark itself is gone from the store, not only passed over.
        let unmarked = SenderHistory(secret: secret)
        try await unmarked.load(from: store)
        #expect(
            !unmarked.sightings(of: unmarked.keys(of: traits("ann@mail.robin.example", to: "x@y.example")), at: later(5)).rungs.keys
                .contains(.pair))
        #expect(try await ForgottenSenders(log).changes() == 1)
    }

    @Test func aSenderIsLookedUp() async throws {
        try await SenderKeeper(taught(), into: store).flush()
        let desk = SenderHistory(secret: secret)
        let subject = try #require(SenderSubject("ann@mail.robin.example"))
        let question = desk.question(about: subject, recipient: "Jenny@wren.example", organisation: "robin.example")
        try await desk.load(question, from: store)
        let facts = desk.facts(on: question, at: later(1))
        #expect(facts.map(\.rung) == [.correspondent, .pair, .sender, .domain])
        #expect(facts.map { $0.evidence?.id } == ["history.correspondent", "history.bad-pair", "history.bad-sender", "history.bad-domain"])
        let sender = try #require(facts.first { $0.rung == .sender })
        #expect(abs(sender.sighting.bad - 3) < 1e-3 && sender.sighting.good == 0 && sender.first == start && sender.last == start)
        #expect(sender.evidence?.details == ["ann@mail.robin.example"])
        // By the key that was told too; nothing else was taken up for it.
        let other = SenderHistory(secret: secret)
        try await other.load(key: sender.key, from: store)
        #expect(other.fact(ofKey: sender.key, at: later(1))?.sighting == sender.sighting && other.count == 1)
        #expect(other.fact(ofKey: "nonsense", at: later(1)) == nil)
        // Forgotten, it is known no more, though nobody has taken it out of the store yet.
        try await ForgottenSenders(log).forget(subject, secret: secret, at: later(2))
        let after = SenderHistory(secret: secret)
        try await ForgottenSenders(log).apply(to: after)
        let again = after.question(about: subject, recipient: "jenny@wren.example", organisation: "robin.example")
        try await after.load(again, from: store)
        #expect(after.facts(on: again, at: later(3)).map(\.rung) == [.domain] && after.forgotten(subject) == later(2))
    }
}
