import Messages
import SQLiteStore
import Storing
import TestSupport
import Testing

@testable import Reputation

/// What programs beside a service teach of senders, and how the service takes it up.
struct SenderLessonsTests {
    private let secret = SenderSecret()
    private let start = Timestamp(seconds: 1_794_474_000)
    private let log = MemoryRecordLog()
    private static let day: Int64 = 86_400

    private var lessons: SenderLessons { SenderLessons(log) }

    private func later(_ seconds: Int64) -> Timestamp { Timestamp(seconds: start.seconds + seconds) }

    private func traits(_ sender: String = "ann@robin.example") -> SenderTraits {
        SenderTraits(
            sender: sender, domain: "robin.example", proof: .proven, recipients: ["jenny@wren.example"], client: IPAddress("203.0.113.9"))
    }

    private func history(capacity: Int = 10_000) -> SenderHistory { SenderHistory(.init(capacity: capacity), secret: secret) }

    private func add(_ ids: String..., isSpam: Bool? = true, at moment: Timestamp) async throws {
        try await lessons.add(
            ids.map { id in
                SenderLessons.Lesson(
                    id: id, source: "command", isSpam: isSpam, trust: 0.5, isPersonal: false, time: moment,
                    keys: history().keys(of: traits()))
            })
    }

    /// What is remembered of the pair: wanted and spam, as far as it counts.
    private func said(_ history: SenderHistory, at moment: Timestamp) -> [Double] {
        let sighting = history.sightings(of: history.keys(of: traits()), at: moment).rungs[.pair] ?? RungSighting()
        return [sighting.good, sighting.bad].map { ($0 * 1000).rounded() / 1000 }
    }

    private func records() async throws -> Int { try await log.count(of: "sender-lesson") }

    /// What is taught beside a service is taken up once, and can be taken back.
    @Test func whatIsTaughtIsTakenUpOnce() async throws {
        let history = history()
        #expect(try await lessons.apply(to: history, at: start) == 0)
        try await add("a", at: start)
        try await add("b", isSpam: false, at: start)
        #expect(try await lessons.apply(to: history, at: start) == 2)
        #expect(said(history, at: start) == [0.5, 0.5])
        #expect(try await lessons.apply(to: history, at: start) == 0)
        try await lessons.takeBack(["a", "c"], at: start)
        #expect(try await records() == 3)
        #expect(try await lessons.apply(to: history, at: start) == 1)
        #expect(said(history, at: start) == [0.5, 0])
        // What was said before its sender was forgotten does not come back.
        try await add("d", at: later(2))
        try await ForgottenSenders(log).forget(.sender("ann@robin.example"), secret: secret, at: later(3))
        try await ForgottenSenders(log).apply(to: history)
        #expect(try await lessons.apply(to: history, at: later(4)) == 1)
        #expect(said(history, at: later(4)) == [0, 0])
    }

    @Test func whatOurOwnPeopleSendTeachesNothing() async throws {
        let sent = SenderTraits(isOriginating: true, sender: "jenny@wren.example", proof: .proven, recipients: ["x@y.example"])
        try await lessons.add([
            SenderLessons.Lesson(
                id: "e", source: "command", isSpam: true, trust: 1, isPersonal: false, time: start, keys: history().keys(of: sent))
        ])
        #expect(try await records() == 0)
    }

    /// A service that begins again knows how far it was, though strangers pushed everything else out of what it remembers.
    @Test func nothingIsTaughtAgainAtTheNextStart() async throws {
        let folder = try TemporaryFolder()
        let store = SQLiteSightingStore(try SQLiteDatabase(folder: folder.path))
        try await add("a", isSpam: false, at: start)
        for run in 0..<3 {
            let history = history(capacity: 40)
            try await history.load(from: store)
            #expect(try await lessons.apply(to: history, at: start) == (run == 0 ? 1 : 0))
            #expect(said(history, at: start) == (run == 0 ? [0.5, 0] : [0, 0]))
            for stranger in 0..<100 {
                history.note(history.keys(of: SenderTraits(sender: "s\(stranger)@hawk.example", proof: .proven)), .open, at: start)
            }
            try await SenderKeeper(history, into: store).flush()
        }
    }

    /// How far it was goes to the store with what was taken up, so that no crash parts the two.
    @Test func howFarItWasIsHandedOnWithWhatWasTaught() async throws {
        let history = history()
        try await add("a", at: start)
        _ = try await lessons.apply(to: history, at: start)
        let changes = history.takeChanges().added
        #expect(changes[SenderHistory.takenKey]?.last == start && changes.keys.contains { $0.kind == SenderHistory.taught })
        #expect(history.takeChanges().isEmpty)
    }

    @Test func whatIsHeardLateCountsAsLittleAsItsAge() async throws {
        let (fresh, known) = (history(), history())
        known.note(known.keys(of: traits()), .open, at: later(60 * Self.day))
        try await add("a", at: start)
        for history in [fresh, known] {
            _ = try await lessons.apply(to: history, at: later(60 * Self.day))
            // Two half-lives.
            #expect(said(history, at: later(60 * Self.day)) == [0, 0.125])
        }
        // After five it is not taken up at all.
        let last = history()
        #expect(try await lessons.apply(to: last, at: later(160 * Self.day)) == 0)
    }

    /// What is added later was said later, whatever the clock says.
    @Test func aCorrectionCountsAfterTheClockWasSetBack() async throws {
        let history = history()
        try await add("a", at: later(3600))
        _ = try await lessons.apply(to: history, at: later(3600))
        try await add("a", isSpam: false, at: start)
        #expect(try await lessons.apply(to: history, at: start) == 1)
        #expect(said(history, at: start).first ?? 0 > 0.49 && said(history, at: start).last == 0)
    }

    /// A clock that once was far ahead neither keeps words from counting nor makes them count for ever.
    @Test func aClockThatWasAheadTakesNothingAway() async throws {
        let ahead = later(70 * 365 * Self.day)
        let seen = history()
        seen.note(seen.keys(of: traits()), .open, at: ahead)
        try await add("a", at: start)
        _ = try await lessons.apply(to: seen, at: start)
        #expect(said(seen, at: start) == [0, 0.5])
        try await add("b", at: ahead)
        let history = history()
        _ = try await lessons.apply(to: history, at: start)
        #expect(said(history, at: start) == [0, 1] && said(history, at: later(30 * Self.day)) == [0, 0.5])
    }

    @Test func manyLessonsAreTakenInPages() async throws {
        let keys = history().keys(of: traits())
        try await lessons.add(
            (0..<2500).map {
                SenderLessons.Lesson(id: "\($0)", source: "command", isSpam: true, trust: 1, isPersonal: false, time: start, keys: keys)
            })
        // In the same moment, and still after them.
        try await add("a", isSpam: false, at: start)
        let history = history()
        #expect(try await lessons.apply(to: history, at: start) == 2501)
        #expect(said(history, at: start) == [0.5, 2500])
        try await add("b", isSpam: false, at: start)
        #expect(try await lessons.apply(to: history, at: start) == 1)
    }

    /// What is too old to count goes once it was taken up, but for the last: nothing that comes stands before it.
    @Test func whatIsTooOldGoes() async throws {
        let history = history()
        try await add("a", "b", at: start)
        try await lessons.expire(takenBy: history, at: later(160 * Self.day))
        #expect(try await records() == 2)
        _ = try await lessons.apply(to: history, at: start)
        try await lessons.expire(takenBy: history, at: later(140 * Self.day))
        #expect(try await records() == 2)
        try await lessons.expire(takenBy: history, at: later(160 * Self.day))
        #expect(try await records() == 1)
        try await add("c", at: later(-3600))
        #expect(try await lessons.apply(to: history, at: start) == 1)
    }

    @Test func whatNobodySaidIsNotTakenBack() {
        let history = history()
        history.teach(history.keys(of: traits()), isSpam: nil, lesson: "a", at: start)
        #expect(history.count == 0)
    }
}
