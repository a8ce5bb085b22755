import Messages
import SQLiteStore
import Storing
import Synchronization
import Telemetry
import TestSupport
import Testing

@testable import Observatory

/// A store whose answers can be lost: it fails before or after it has done what was asked.
private final class FlakyStore: SegmentStore {
    enum Fault { case none, before, after }
    let inner = MemorySegmentStore()
    let fault = Mutex(Fault.none)

    func numbers(of values: [String]) async throws(StoreError) -> [String: UInt32] { try await inner.numbers(of: values) }
    func values() async throws(StoreError) -> [UInt32: String] { try await inner.values() }
    func secret() async throws(StoreError) -> [UInt8] { try await inner.secret() }
    @discardableResult
    func add(_ segments: [SegmentKey: [UInt8]], from origin: SegmentOrigin, at now: Int64) async throws(StoreError) -> SegmentOutcome {
        let fault = fault.withLock { $0 }
        if fault == .before { throw StoreError(.busy, doing: "adding", at: "test") }
        let outcome = try await inner.add(segments, from: origin, at: now)
        if fault == .after { throw StoreError(.busy, doing: "adding", at: "test") }
        return outcome
    }
    func revisions(of name: String, contributor: String) async throws(StoreError) -> [String: Int] {
        try await inner.revisions(of: name, contributor: contributor)
    }
    func pieces(of table: String, hours: Range<Int>, making level: PeriodLevel?) async throws(StoreError) -> [[UInt8]] {
        try await inner.pieces(of: table, hours: hours, making: level)
    }
    func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) async throws(StoreError) -> [Segment] {
        try await inner.segments(of: table, level, periods: periods)
    }
    func periods(of table: String, _ level: PeriodLevel, in range: Range<Int>, freeSegments least: Int) async throws(StoreError) -> [Int] {
        try await inner.periods(of: table, level, in: range, freeSegments: least)
    }
    func exchange(_ ids: [Int64], for segments: [SegmentKey: [UInt8]]) async throws(StoreError) -> Bool {
        try await inner.exchange(ids, for: segments)
    }
    func unrolled(_ table: String, _ level: PeriodLevel, before period: Int) async throws(StoreError) -> [Int: Int64] {
        try await inner.unrolled(table, level, before: period)
    }
    func put(_ rollUp: RollUp) async throws(StoreError) { try await inner.put(rollUp) }
    func close(partsBefore moment: Int64) async throws(StoreError) { try await inner.close(partsBefore: moment) }
}

@Suite struct RecordingObservations {
    @Test func aLostAnswerNeverCountsTwice() async throws {
        let store = FlakyStore()
        let recorder = ObservationRecorder(into: StudyStore(store), writer: "one", time: ManualTime())
        var random = SplitMix(seed: 8)
        var sent = 0
        for round in 0..<60 {
            let observations = (0..<Int.random(in: 0...20, using: &random)).map { _ in anObservation(&random) }
            sent += observations.reduce(0) { $0 + $1.count }
            await recorder.record(observations)
            store.fault.withLock { $0 = [.none, .before, .after][round % 3] }
            do { try await recorder.flush() } catch { #expect(error.code == .busy) }
        }
        store.fault.withLock { $0 = .none }
        try await recorder.flush()
        try await recorder.flush()
        let total = try await StudyQuery(store).traffic(by: [], in: theDay)
        #expect(total[[]]?.messages == Int64(sent))
        #expect(await recorder.dropped == 0)
    }

    @Test func aStoreThatStaysAwayCostsBoundedMemory() async throws {
        let recorder = ObservationRecorder(into: StudyStore(MemorySegmentStore()), writer: "one", keyLimit: 100, time: ManualTime())
        var random = SplitMix(seed: 8)
        await recorder.record((0..<200).map { _ in anObservation(&random) })
        let dropped = await recorder.dropped
        #expect(dropped > 0)
        try await recorder.flush()
        await recorder.record([anObservation(&random)])
        #expect(await recorder.dropped == dropped)
    }
}

/// What was added, kept as it came, for telling what answers must be.
private struct Model {
    var live: [Observation] = []
    var parts: [String: (revision: Int, observations: [Observation])] = [:]

    var all: [Observation] { live + parts.values.flatMap(\.observations) }

    func count(_ period: Period, where accepted: (Observation) -> Bool = { _ in true }) -> Int64 {
        all.reduce(0) { $0 + (period.hours.contains($1.hour) && accepted($1) ? Int64($1.count) : 0) }
    }
}

@Suite struct KeepingTheStudy {
    /// A random life of a store: counters and parts come, late and again and corrected, in any order with roll-ups and tidying; after
    /// each step every answer is what counting everything once gives.
    private func live(in store: any SegmentStore, seed: UInt64, steps: Int) async throws {
        var random = SplitMix(seed: seed)
        var study = StudyStore(store)
        let query = StudyQuery(store)
        var model = Model()
        var now = start
        // The parts' data lies in a hundred days before; hours are whole.
        let span: Range<Int64> = -100 * 86_400..<86_400
        for step in 0..<steps {
            let observations = (0..<Int.random(in: 0...30, using: &random)).map { _ in anObservation(&random, within: span) }
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1:
                try await study.add(counter(of: observations), from: .writer("w", sequence: Int64(step)), at: now)
                try await study.add(counter(of: observations), from: .writer("w", sequence: Int64(step)), at: now)
                model.live += observations
            case 2, 3, 4:
                let part = DatasetPart(
                    contributor: "op-a", name: "log", part: "p\(Int.random(in: 0..<4, using: &random))",
                    revision: Int.random(in: 0..<6, using: &random))
                let known = model.parts[part.part]
                let outcome = try await study.add(counter(of: observations), from: .part(part), at: now)
                #expect(outcome == (known == nil ? .added : (known?.revision ?? 0) < part.revision ? .replaced : .known))
                if outcome != .known { model.parts[part.part] = (part.revision, observations) }
            case 5: try await study.rollUp(at: Timestamp(seconds: now.seconds + 86_400 * Int64.random(in: -50...3, using: &random)))
            case 6: try await study.tidy(at: now)
            default:
                // Another program, which knows no names yet, and some days later.
                study = StudyStore(store)
                now = Timestamp(seconds: now.seconds + 86_400)
            }
            try await check(query, model, &random)
        }
        try await study.rollUp(at: Timestamp(seconds: now.seconds + 40 * 86_400))
        try await check(query, model, &random)
        #expect(try await study.rollUp(at: Timestamp(seconds: now.seconds + 40 * 86_400)) == 0, "what did not change is not made again")
    }

    private func check(_ query: StudyQuery, _ model: Model, _ random: inout SplitMix) async throws {
        let whole = Period(hours: theDay.hours.lowerBound - 3000..<theDay.hours.upperBound + 3000)
        let days = whole.days
        let first = Int.random(in: 0..<days.count - 1, using: &random)
        let some = Period(hours: days[first].hours.lowerBound..<days[Int.random(in: first..<days.count, using: &random)].hours.upperBound)
        for period in [whole, some] {
            let told = try await query.traffic(by: [.contributor, .disposition], in: period)
            for disposition in Disposition.allCases {
                let exact = model.count(period) { $0.disposition == disposition && $0.contributor == "op-b" }
                #expect(told[["op-b", disposition.rawValue]]?.messages ?? 0 == exact)
            }
            #expect(told.values.reduce(0) { $0 + $1.messages } == model.count(period))
            let networks = try await query.sources(.network, in: period)
            #expect(networks.total.messages == model.count(period) { $0.source?.kind == .network })
            let spam = model.count(period) { $0.source == ObservedSource(.network, "AS64501") && $0.isSpam }
            #expect(networks.rows.first { $0.name.code == "AS64501" }?.spam ?? 0 == spam)
            let claimed = try await query.routes(in: period, trust: [.claimed])
            #expect(claimed.total.messages == model.count(period) { $0.route?.trust == .claimed })
            let delays = try await query.quantiles(.delay, [0.5], in: period)
            #expect(delays.messages == model.count(period) { $0.delay != nil })
            let senders = try await query.distinct(.senders, in: period).estimate
            let exact = Double(Set(model.all.filter { period.hours.contains($0.hour) }.compactMap(\.sender)).count)
            #expect(abs(senders - exact) <= max(0.08 * exact, 1))
        }
        // Hours may be cut anywhere too, as long as they are kept.
        let cut = Period(hours: theDay.hours.lowerBound - Int.random(in: 1..<400, using: &random)..<theDay.hours.upperBound)
        #expect(try await query.traffic(by: [], in: cut)[[]]?.messages ?? 0 == model.count(cut))
    }

    @Test(arguments: 0..<3 as Range<UInt64>) func answersAreTheSameInAnyOrder(seed: UInt64) async throws {
        try await live(in: MemorySegmentStore(), seed: seed, steps: 30)
    }

    @Test(arguments: 10..<12 as Range<UInt64>) func alsoInSQLite(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        try await live(in: SQLiteSegmentStore(try SQLiteDatabase(folder: folder.path)), seed: seed, steps: 25)
    }

    @Test func agesPassAndNothingIsLost() async throws {
        let store = MemorySegmentStore()
        let study = StudyStore(store)
        let query = StudyQuery(store)
        var random = SplitMix(seed: 3)
        let observations = (0..<500).map { _ in anObservation(&random, within: -20 * 86_400..<86_400) }
        let part = DatasetPart(contributor: "op-a", name: "log", part: "1", revision: 1)
        try await study.add(counter(of: observations), from: .part(part), at: start)
        try await study.add(counter(of: observations), from: .writer("w", sequence: 1), at: start)
        let whole = Period(hours: theDay.hours.lowerBound - 24 * 400..<theDay.hours.upperBound)
        let day = Period(hours: theDay.hours.lowerBound - 24 * 5..<theDay.hours.lowerBound - 24 * 4)
        func answers() async throws -> [StudyCount?] {
            [
                try await query.traffic(by: [], in: whole)[[]], try await query.traffic(by: [], in: day)[[]],
                try await query.sources(.network, in: whole).total,
            ]
        }
        let before = try await answers()
        for days in [1, 61, 63, 70, 120] as [Int64] {
            let now = Timestamp(seconds: start.seconds + days * 86_400)
            try await study.tidy(at: now)
            #expect(try await answers() == before, "after \(days) days")
            try await study.rollUp(at: now)
            try await study.tidy(at: now)
            #expect(try await answers() == before, "rolled up after \(days) days")
        }
        #expect(try await store.segments(of: "traffic", .hour, periods: .min ..< .max).isEmpty, "hours past their age are kept no more")
        let late = DatasetPart(contributor: "op-a", name: "log", part: "1", revision: 2)
        #expect(try await study.add(ObservationCounter(), from: .part(late), at: start) == .closed)
        for days in [400, 900, 1000] as [Int64] {
            let now = Timestamp(seconds: start.seconds + days * 86_400)
            try await study.tidy(at: now)
            try await study.rollUp(at: now)
            #expect(try await query.traffic(by: [], in: whole)[[]] == before[0], "after \(days) days")
        }
        #expect(try await store.segments(of: "traffic", .day, periods: .min ..< .max).isEmpty, "nor are days")
        let months = Period(hours: whole.months[0].hours.lowerBound..<(whole.months.last?.hours.upperBound ?? 0))
        #expect(try await query.traffic(by: [], in: months)[[]] == before[0], "months are")
    }

    @Test func aFullDiskCountsNothingTwice() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.path)
        let study = StudyStore(SQLiteSegmentStore(database))
        let query = StudyQuery(SQLiteSegmentStore(database))
        var random = SplitMix(seed: 12)
        let first = (0..<20).map { _ in anObservation(&random) }
        let part = DatasetPart(contributor: "op-a", name: "log", part: "1", revision: 1)
        try await study.add(counter(of: first), from: .part(part), at: start)
        let total = try await query.traffic(by: [], in: theDay)
        let larger = DatasetPart(contributor: "op-a", name: "log", part: "1", revision: 2)
        let many = counter(of: (0..<3000).map { _ in anObservation(&random) })
        try database.limitPages(to: 60)
        await #expect(throws: StoreError.self) { try await study.add(many, from: .part(larger), at: start) }
        #expect(try await query.traffic(by: [], in: theDay) == total, "what the lower revision counted is still there, and nothing else")
        try database.limitPages(to: 100_000)
        #expect(try await study.add(many, from: .part(larger), at: start) == .replaced)
        #expect(try await query.traffic(by: [], in: theDay)[[]]?.messages == many.messages)
    }

    @Test func olderRowsAreReadOn() async throws {
        let older = MemoryAggregateStore()
        let key = AggregateKey(
            hour: theDay.hours.lowerBound, dimensions: ["sms", "stored-text", "terminating", "scam", "reject", "11", "fr", "KE", "seen"])
        let batch = AggregateBatch(writer: "w", sequence: 0, table: "observations", changes: [key: AggregateCounts(messages: 4, bytes: 40)])
        try await older.add(batch)
        let store = MemorySegmentStore()
        try await StudyStore(store).add(
            counter(of: [
                Observation(
                    at: start, channel: .sms, cell: .storedText, direction: .terminating, threatClass: .scam, disposition: .reject, size: 7)
            ]), from: .writer("w", sequence: 0), at: start)
        let query = StudyQuery(store, older: older)
        #expect(try await query.traffic(by: [.channel], in: theDay)[["sms"]]?.messages == 5)
        let layers = try await query.traffic(by: [.client, .layer, .method, .contributor], in: theDay)
        #expect(layers[["unknown", "unknown", "measured", "own"]]?.bytes == 40)
        #expect(try await query.traffic(by: [.language], in: theDay, where: [.language: ["fr"]])[["fr"]]?.messages == 4)
        #expect(try await query.traffic(by: [.source], in: theDay).isEmpty, "they know no sources")
    }

    @Test func operatorsHaveTheirIndicators() async throws {
        var counted = ObservationCounter()
        for (disposition, count) in [(Disposition.accept, 50), (.reject, 30), (.tag, 10), (.quarantine, 5)] {
            counted.add(
                Observation(
                    at: start, channel: .email, cell: .storedText, direction: .terminating, threatClass: .none, disposition: disposition,
                    size: 0, contributor: "op-a", count: count))
            counted.add(
                Observation(
                    at: start, channel: .email, cell: .storedText, direction: .originating, threatClass: .none, disposition: disposition,
                    size: 0, contributor: "op-a", count: 99))
        }
        counted.add(OperatorReport(at: start, contributor: "op-a", mailboxes: 900, droppedConnections: 60))
        counted.add(OperatorReport(at: start, contributor: "op-a", mailboxes: 1000, droppedConnections: 45))
        counted.add(OperatorReport(at: start, contributor: "op-b", mailboxes: 7))
        let operators = try await query(counted).operators(in: theDay)
        let one = try #require(operators["op-a"])
        #expect(one.mailboxes == 1000 && one.droppedConnections == 105)
        #expect(one.blockedOrTagged == 45 && one.unaltered == 50)
        #expect(one.abuseRatio == 45.0 / 95)
        #expect(one.abuseRatioWithConnections == 150.0 / 200)
        #expect(operators["op-b"]?.abuseRatio == nil && operators["op-b"]?.mailboxes == 7)
        #expect(operators["op-b"]?.droppedConnections == nil, "not told is not zero")
    }

    @Test func zombiesHaveTheirShare() async throws {
        var counted = ObservationCounter()
        for (client, threatClass, count) in [
            (Observation.Client.zombie, ThreatClass.scam, 30), (.plain, .scam, 10), (.plain, .none, 60), (.unknown, .scam, 1000),
        ] {
            counted.add(
                Observation(
                    at: start, channel: .email, cell: .storedText, direction: .terminating, threatClass: threatClass, disposition: .tag,
                    size: 0, client: client, count: count))
        }
        let share = try await query(counted).zombies(in: theDay)
        #expect(share.ofMessages == 0.3)
        #expect(share.ofSpam == 0.75)
    }
}
