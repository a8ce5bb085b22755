import Foundation
import Messages
import SQLiteStore
import Storing
import TestSupport
import Testing

@testable import Reputation

/// What is remembered of senders, for how long, and of whom.
@Suite struct SenderHistoryTests {
    private let start = Timestamp(seconds: 1_794_474_000)
    private let secret = SenderSecret()
    private static let month: Int64 = 30 * 86_400

    private func history(capacity: Int = 10_000) -> SenderHistory { SenderHistory(.init(capacity: capacity), secret: secret) }

    private func later(_ seconds: Int64) -> Timestamp { Timestamp(seconds: start.seconds + seconds) }

    private func traits(
        _ sender: String = "ann@robin.example", to recipient: String = "jenny@wren.example", _ proof: SenderTraits.Proof = .proven,
        from client: String = "203.0.113.9"
    ) -> SenderTraits {
        let domain = sender.split(separator: "@").last.map(String.init)
        return SenderTraits(sender: sender, domain: domain, proof: proof, recipients: [recipient], client: IPAddress(client))
    }

    private func ids(_ history: SenderHistory, _ traits: SenderTraits, at moment: Timestamp? = nil) -> [String: Double] {
        let sightings = history.sightings(of: history.keys(of: traits), at: moment ?? start)
        let evidence = HistorySignBook.standard.evidence(in: sightings, of: traits)
        return Dictionary(uniqueKeysWithValues: evidence.map { ($0.id, $0.weight) })
    }

    private func teach(_ history: SenderHistory, _ traits: SenderTraits, isSpam: Bool?, _ lesson: String, isPersonal: Bool = false) {
        history.teach(history.keys(of: traits), isSpam: isSpam, lesson: lesson, isPersonal: isPersonal, at: start)
    }

    @Test func whoIsNewIsOnlyNoted() {
        let history = history()
        #expect(ids(history, traits()) == ["history.new-sender": 0.02])
        // Of whom nobody knows whether it is them, nothing is said.
        #expect(ids(history, traits("ann@robin.example", .unknown)).isEmpty)
        #expect(ids(history, SenderTraits()).isEmpty)
        history.note(history.keys(of: traits()), .open, at: start)
        #expect(ids(history, traits()).isEmpty)
    }

    @Test func theFirstRungOfWhichEnoughIsKnownSpeaks() {
        let history = history()
        teach(history, traits(), isSpam: false, "1")
        teach(history, traits(), isSpam: false, "2")
        teach(history, traits(), isSpam: false, "3")
        // Four to one: the weight of the sign.
        let known = ids(history, traits())
        #expect(known.keys.sorted() == ["history.good-pair"] && abs((known.values.first ?? 0) + 1.5) < 1e-6)
        #expect(ids(history, traits(to: "other@wren.example")).keys.sorted() == ["history.good-sender"])
        #expect(ids(history, traits("bob@robin.example")).keys.sorted() == ["history.good-domain"])
        #expect(ids(history, traits("eve@hawk.example")).keys.sorted() == ["history.good-address"])
        // Neighbours vouch for nobody.
        #expect(ids(history, traits("eve@hawk.example", from: "203.0.113.10")).keys.sorted() == [])
        teach(history, traits("eve@hawk.example", from: "198.51.100.7"), isSpam: true, "4")
        #expect(ids(history, traits("eve@hawk.example", from: "192.0.2.1")).keys.sorted() == ["history.bad-pair"])
        #expect(ids(history, traits("x@y.example", from: "198.51.100.7")).keys.sorted() == ["history.bad-address"])
        #expect(ids(history, traits("x@y.example", from: "198.51.100.8")).keys.sorted() == ["history.bad-network"])
        #expect(ids(history, traits("x@y.example", from: "198.51.101.8")).keys.sorted() == ["history.new-sender"])
    }

    @Test func onlyWhoIsProvedHasAGoodName() {
        let history = history()
        for lesson in 0..<20 { teach(history, traits(), isSpam: false, "\(lesson)") }
        // The same name, from elsewhere.
        #expect(ids(history, traits("ann@robin.example", .refuted, from: "198.51.100.7")).isEmpty)
        #expect(ids(history, traits("ann@robin.example", .unknown, from: "198.51.100.7")).isEmpty)
        // Nor does what strangers send in somebody's name harm them.
        for lesson in 0..<20 { teach(history, traits("bob@finch.example", .refuted, from: "198.51.100.7"), isSpam: true, "b\(lesson)") }
        #expect(ids(history, traits("bob@finch.example")).keys.sorted() == ["history.good-address"])
        // Where nobody knows, a name is known by the network it comes from.
        teach(history, traits("carl@lark.example", .unknown, from: "192.0.2.1"), isSpam: true, "c")
        #expect(ids(history, traits("carl@lark.example", .unknown, from: "192.0.2.9")).keys.sorted() == ["history.bad-sender-here"])
        #expect(ids(history, traits("carl@lark.example", .unknown, from: "192.0.3.9")).isEmpty)
    }

    @Test func thoseWhomOurPeopleWroteToAreKnown() {
        let history = history()
        var sent = SenderTraits(
            isOriginating: true, sender: "jenny@wren.example", recipients: ["ann@robin.example", "bob@robin.example"],
            messageID: "1.seed@wren.example")
        // Somebody of ours wrote in her name.
        history.note(history.keys(of: sent), .open, at: start)
        #expect(ids(history, traits()).keys.sorted() == ["history.new-sender"] && history.count == 0)
        sent.proof = .proven
        #expect(ids(history, sent).isEmpty)
        history.note(history.keys(of: sent), .open, at: start)
        #expect(ids(history, traits()) == ["history.correspondent": -2])
        #expect(ids(history, traits(to: "other@wren.example")).keys.sorted() == ["history.new-sender"])
        // Not in a name that is only claimed; but whoever knows the id of a message has seen it.
        var answer = traits("eve@hawk.example", .unknown)
        #expect(ids(history, answer).isEmpty)
        answer.answered = ["1.seed@wren.example"]
        #expect(ids(history, answer) == ["history.answer": -1.5])
        answer.recipients = ["other@wren.example"]
        #expect(ids(history, answer).isEmpty)
        answer.recipients = ["jenny@wren.example"]
        answer.proof = .refuted
        #expect(ids(history, answer).isEmpty)
        // After five half-lives it is as good as forgotten.
        #expect(ids(history, traits(), at: later(4 * Self.month)) == ["history.correspondent": -2])
        #expect(ids(history, traits(), at: later(6 * Self.month)).keys.sorted() == ["history.new-sender"])
    }

    @Test func whatTheFilterThinksByItselfIsBounded() {
        let history = history()
        let keys = history.keys(of: traits())
        history.note(keys, .good, at: start)
        #expect(ids(history, traits()).isEmpty)
        for _ in 0..<10_000 { history.note(keys, .good, at: start) }
        // No more than two words of people: the logarithm of three.
        let weight = ids(history, traits())["history.good-pair"] ?? 0
        #expect(abs(weight + 1.5 * 1.098_612 / 1.386_294) < 1e-4)
        // A few words of people turn it.
        for lesson in 0..<4 { teach(history, traits(), isSpam: true, "\(lesson)") }
        #expect(ids(history, traits())["history.bad-pair"] ?? 0 > 0.5)
    }

    @Test func aWordReplacesTheOneBefore() {
        let history = history()
        teach(history, traits(), isSpam: true, "ann 1")
        let once = ids(history, traits())
        teach(history, traits(), isSpam: true, "ann 1")
        #expect(ids(history, traits()) == once && once.keys.sorted() == ["history.bad-pair"])
        teach(history, traits(), isSpam: false, "ann 1")
        #expect(ids(history, traits()).keys.sorted() == ["history.good-pair"])
        teach(history, traits(), isSpam: nil, "ann 1")
        #expect(ids(history, traits()).keys.sorted() == ["history.new-sender"])
        teach(history, traits(), isSpam: nil, "ann 1")
        #expect(ids(history, traits()).keys.sorted() == ["history.new-sender"])
        // The same words of another sender are another message.
        teach(history, traits("eve@hawk.example"), isSpam: true, "ann 1")
        teach(history, traits("kim@finch.example"), isSpam: true, "ann 1")
        #expect(ids(history, traits("kim@finch.example")).keys.sorted() == ["history.bad-pair"])
        teach(history, traits("eve@hawk.example"), isSpam: nil, "ann 1")
        teach(history, traits("kim@finch.example"), isSpam: nil, "ann 1")
        // What one recipient says for themselves alone is nothing to others.
        teach(history, traits(), isSpam: true, "ann 2", isPersonal: true)
        #expect(ids(history, traits()).keys.sorted() == ["history.bad-pair"])
        #expect(ids(history, traits(to: "other@wren.example")).keys.sorted() == ["history.new-sender"])
    }

    @Test func timeTakesAwayFromWhatIsKnown() {
        let history = history()
        for lesson in 0..<3 { teach(history, traits(), isSpam: true, "\(lesson)") }
        func logOdds(_ months: Int64) -> Double {
            history.sightings(of: history.keys(of: traits()), at: later(months * Self.month)).rungs[.pair]?.logOdds ?? 0
        }
        for months in 0..<5 { #expect(abs(logOdds(Int64(months)) - log(1 + 3 * pow(0.5, Double(months)))) < 1e-6) }
        #expect(ids(history, traits(), at: later(2 * Self.month)).keys.sorted() == ["history.bad-pair"])
        #expect(ids(history, traits(), at: later(40 * Self.month)).keys.sorted() == ["history.new-sender"])
        // A clock that was set back takes nothing away, and adds nothing.
        #expect(abs(logOdds(-100) - log(4)) < 1e-6)
    }

    @Test func sameOnEveryMachineMeansRight() {
        let decay = Decay(halfLife: .seconds(3600))
        for milliseconds in stride(from: Int64(0), to: 200_000_000, by: 1_234_567) {
            let share = decay.share(from: Timestamp(milliseconds: 5), to: Timestamp(milliseconds: 5 + milliseconds))
            let exact = pow(0.5, Double(milliseconds) / 3_600_000)
            #expect(abs(share - exact) <= 1e-9 * exact)
        }
        #expect(decay.share(from: Timestamp(milliseconds: .min), to: Timestamp(milliseconds: .max)) == 0)
        for good in [0.0, 0.001, 0.5, 1, 7, 1e6, 1e30] {
            for bad in [0.0, 0.25, 3, 1e9] {
                let sighting = RungSighting(good: good, bad: bad)
                #expect(abs(sighting.logOdds - log((bad + 1) / (good + 1))) < 1e-9)
            }
        }
    }

    @Test func whatWasSeenLongestAgoMakesRoom() {
        var table = RecentTable<Int>(capacity: 3)
        func key(_ number: UInt64) -> SenderKey { SenderKey(low: number, high: ~number) }
        var dropped: [Int] = []
        for number in [1, 2, 3, 1, 4, 5, 1, 6, 1, 1, 7] as [UInt64] {
            if let old = table.touch(key(number), orNew: Int(number)).dropped { dropped.append(old.value) }
        }
        #expect(dropped == [2, 3, 4, 5] && table.count == 3)
        #expect([1, 6, 7].allSatisfy { number in table.place(of: key(number)).map { table[$0] } == Int(number) })
        let history = history(capacity: 50)
        for number in 0..<10_000 { history.note(history.keys(of: traits("n\(number)@robin.example")), .bad, at: start) }
        #expect(history.count == 50)
    }

    // MARK: Stored

    private func store(_ folder: TemporaryFolder) throws -> SQLiteSightingStore {
        SQLiteSightingStore(try SQLiteDatabase(folder: folder.path))
    }

    @Test func whatWasHandedOnIsThereAgain() async throws {
        let folder = try TemporaryFolder()
        let first = history()
        let keeper = SenderKeeper(first, into: try store(folder))
        for lesson in 0..<3 { teach(first, traits(), isSpam: false, "\(lesson)") }
        try await keeper.flush()
        first.note(first.keys(of: traits("eve@hawk.example", from: "198.51.100.7")), .bad, at: later(60))
        for number in 0..<9 {
            first.note(first.keys(of: traits("eve@hawk.example", from: "198.51.100.7")), .bad, at: later(90 + Int64(number)))
        }
        try await keeper.flush()
        try await keeper.flush()
        // What is not handed on is lost with the process, and nothing else.
        teach(first, traits("late@robin.example"), isSpam: true, "late")
        let second = history()
        try await second.load(from: try store(folder))
        for sender in [traits(), traits("eve@hawk.example", from: "198.51.100.7"), traits(to: "other@wren.example")] {
            let (before, after) = (ids(first, sender, at: later(500)), ids(second, sender, at: later(500)))
            #expect(before.keys == after.keys && !before.isEmpty)
            for (id, weight) in before { #expect(abs(weight - (after[id] ?? 0)) < 0.01) }
        }
        // It goes on from there, and what was taught can still be taken back.
        for lesson in 0..<3 { teach(second, traits(), isSpam: nil, "\(lesson)") }
        #expect(ids(second, traits("bob@robin.example")).keys.sorted() == ["history.new-sender"])
        try await SenderKeeper(second, into: try store(folder)).flush()
        let third = history()
        try await third.load(from: try store(folder))
        #expect(ids(third, traits("bob@robin.example")).keys.sorted() == ["history.new-sender"])
    }

    @Test func nothingOfWhatIsStoredNamesAnybody() async throws {
        let folder = try TemporaryFolder()
        let history = history()
        let database = try SQLiteDatabase(folder: folder.path)
        teach(history, traits(), isSpam: true, "ann 7")
        history.note(history.keys(of: traits()), .bad, at: start)
        try await SenderKeeper(history, into: SQLiteSightingStore(database)).flush()
        try database.close()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = try Data(contentsOf: URL(filePath: folder.path + "/" + file))
            for word in ["robin", "jenny", "wren.example", "203.0.113"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
            #expect(bytes.range(of: Data([203, 0, 113, 9])) == nil)
        }
        // Another secret finds nothing.
        let stranger = SenderHistory(secret: SenderSecret())
        try await stranger.load(from: try store(folder))
        #expect(stranger.count > 0 && ids(stranger, traits()).keys.sorted() == ["history.new-sender"])
        #expect(SenderSecret(bytes: secret.bytes) == secret && SenderSecret(bytes: [1]) == nil)
    }

    @Test func theStoreIsBoundedToo() async throws {
        let folder = try TemporaryFolder()
        let stored = try store(folder)
        let small = history(capacity: 20)
        let keeper = SenderKeeper(small, into: stored)
        for number in 0..<100 {
            small.note(small.keys(of: traits("n\(number)@robin.example")), .bad, at: later(Int64(number)))
            if number % 7 == 0 { try await keeper.flush() }
        }
        try await keeper.flush()
        #expect(try await stored.latest(SenderHistory.judged, limit: 1000).count == 20)
        let smaller = history(capacity: 5)
        try await smaller.load(from: stored)
        #expect(smaller.count == 5)
        #expect(try await stored.latest(SenderHistory.judged, limit: 1000).count == 5)
    }

    /// A store that fails until it is mended.
    private actor Failing: SightingStore {
        let inner = MemorySightingStore()
        var isBroken = true

        func mend() { isBroken = false }
        func breakDown() { isBroken = true }

        private func check() throws(StoreError) {
            if isBroken { throw StoreError(.full, doing: "testing", at: "nowhere") }
        }

        func sightings(of keys: [Key]) async throws(StoreError) -> [Sightings] { try await inner.sightings(of: keys) }
        func add(_ changes: [Key: Sightings]) async throws(StoreError) {
            try check()
            try await inner.add(changes)
        }
        func latest(_ kind: Key.Kind, limit: Int) async throws(StoreError) -> [(bytes: [UInt8], sightings: Sightings)] {
            try await inner.latest(kind, limit: limit)
        }
        func remove(_ keys: [Key]) async throws(StoreError) {
            try check()
            try await inner.remove(keys)
        }
        func keep(latest limit: Int, of kind: Key.Kind) async throws(StoreError) { try await inner.keep(latest: limit, of: kind) }
    }

    /// However long the disk fails and however many send meanwhile, what waits for it is bounded.
    @Test func whatWaitsForAStoreIsBounded() async throws {
        let store = Failing()
        let history = history(capacity: 50)
        let keeper = SenderKeeper(history, into: store)
        // All that there is has rows, and then nothing can be written any more.
        await store.mend()
        for number in 0..<20 { history.note(history.keys(of: traits("n\(number)@robin.example")), .bad, at: start) }
        try await keeper.flush()
        await store.breakDown()
        for number in 0..<5000 {
            history.note(history.keys(of: traits("m\(number)@robin.example")), .bad, at: later(Int64(number)))
            if number % 100 == 0 { await #expect(throws: StoreError.self) { try await keeper.flush() } }
        }
        #expect(history.backlog <= 100)
        #expect(await keeper.backlog <= 200)
        // Then the store has what the memory has, and no more.
        await store.mend()
        try await keeper.flush()
        #expect(await keeper.backlog == 0)
        let other = self.history()
        try await other.load(from: store)
        #expect(other.count == 50)
        let last = traits("m4999@robin.example")
        let (mine, theirs) = (ids(history, last, at: later(4999)), ids(other, last, at: later(4999)))
        #expect(mine.keys == theirs.keys && !mine.isEmpty)
        for (id, weight) in mine { #expect(abs(weight - (theirs[id] ?? 0)) < 0.01) }
    }

    @Test func aStoreThatFailsForAWhileMissesNothing() async throws {
        let store = Failing()
        let history = history()
        let keeper = SenderKeeper(history, into: store)
        for lesson in 0..<6 {
            teach(history, traits(), isSpam: true, "\(lesson)")
            await #expect(throws: StoreError.self) { try await keeper.flush() }
        }
        await store.mend()
        try await keeper.flush()
        let other = self.history()
        try await other.load(from: store)
        let (mine, theirs) = (ids(history, traits()), ids(other, traits()))
        #expect(mine == theirs && mine["history.bad-pair"] ?? 0 > 1.5)
    }
}
