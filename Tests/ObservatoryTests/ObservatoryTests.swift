import Messages
import Observatory
import SQLiteStore
import Storing
import Synchronization
import TestSupport
import Testing

private let start = Timestamp(seconds: 1_795_219_200)
private let end = Timestamp(seconds: 1_795_219_200 + 86_400)

private func anObservation(_ random: inout SplitMix) -> Observation {
    Observation(
        at: Timestamp(seconds: start.seconds + Int64.random(in: 0..<86_400, using: &random)),
        channel: Channel.known.randomElement(using: &random) ?? .email, cell: Cell.allCases.randomElement(using: &random) ?? .storedText,
        direction: Direction.allCases.randomElement(using: &random) ?? .transit,
        threatClass: ThreatClass.known.randomElement(using: &random) ?? .none,
        disposition: Disposition.allCases.randomElement(using: &random) ?? .accept, size: Int.random(in: 0..<5000, using: &random),
        language: [nil, "en", "fr", "zh-Hant", "unknown", "other"].randomElement(using: &random) ?? nil,
        origin: [nil, "CH", "DE", "KE"].randomElement(using: &random) ?? nil,
        trust: Hop.Trust.allCases.randomElement(using: &random) ?? .seen)
}

private func counter(of observations: some Sequence<Observation>) -> ObservationCounter {
    var counter = ObservationCounter()
    for observation in observations { counter.add(observation) }
    return counter
}

@Suite struct CountingObservations {
    @Test func aCountHasItsDimensions() {
        var counted = ObservationCounter()
        let observation = Observation(
            at: start, channel: .sms, cell: .storedText, direction: .terminating, threatClass: .scam, disposition: .reject, size: 1024,
            language: "fr", trust: .confirmed, client: .zombie)
        counted.add(observation)
        counted.add(observation)
        let key = AggregateKey(
            hour: 498_672,
            dimensions: ["sms", "stored-text", "terminating", "scam", "reject", "11", "fr", "unknown", "confirmed", "zombie"])
        #expect(counted.aggregates == [key: AggregateCounts(messages: 2, bytes: 2048)])
        #expect(Dimension.allCases.count == key.dimensions.count)
    }

    @Test func everyCaseComesBackAsItself() {
        for cell in Cell.allCases {
            for direction in Direction.allCases {
                for disposition in Disposition.allCases {
                    for (trust, client) in zip(Hop.Trust.allCases, Observation.Client.allCases) {
                        let one = counter(of: [
                            Observation(
                                at: start, channel: .email, cell: cell, direction: direction, threatClass: .none, disposition: disposition,
                                size: 0, trust: trust, client: client)
                        ])
                        let values = one.aggregates.keys.first?.dimensions ?? []
                        #expect(values[1...2] == [cell.rawValue, direction.rawValue])
                        #expect(values[4] == disposition.rawValue && values[8] == trust.rawValue && values[9] == client.rawValue)
                    }
                }
            }
        }
    }

    @Test func sizesFallIntoBuckets() {
        for (size, bucket) in [(0, "0"), (-5, "0"), (1, "1"), (2, "2"), (1023, "10"), (1024, "11"), (1 << 30, "31"), (.max, "31")] {
            var one = ObservationCounter()
            one.add(
                Observation(
                    at: start, channel: .email, cell: .storedText, direction: .transit, threatClass: .none, disposition: .accept, size: size
                ))
            #expect(one.aggregates.keys.first?.dimensions[5] == bucket, "\(size)")
        }
    }

    @Test func hoursAreRoundedDown() {
        #expect(Observation.hour(of: Timestamp(seconds: -1)) == -1)
        #expect(Observation.hour(of: Timestamp(seconds: -3600)) == -1)
        #expect(Observation.hour(of: Timestamp(seconds: 3599)) == 0)
        _ = Observation.hour(of: Timestamp(milliseconds: .min))
        _ = Observation.hour(of: Timestamp(milliseconds: .max))
    }

    @Test func mergingIsCommutativeAndAssociative() {
        var random = SplitMix(seed: 21)
        for _ in 0..<20 {
            let parts = (0..<3).map { _ in (0..<Int.random(in: 0...300, using: &random)).map { _ in anObservation(&random) } }
            let whole = counter(of: parts.joined().shuffled(using: &random)).aggregates
            let counters = parts.map { counter(of: $0) }
            var left = counters[0]
            left.merge(counters[1])
            left.merge(counters[2])
            var inner = counters[2]
            inner.merge(counters[1])
            var right = inner
            right.merge(counters[0])
            #expect(left.aggregates == whole)
            #expect(right.aggregates == whole)
            var withNothing = ObservationCounter()
            withNothing.merge(left)
            withNothing.merge(ObservationCounter())
            #expect(withNothing.aggregates == whole)
        }
    }

    @Test func openSetsAreBounded() {
        var counted = ObservationCounter()
        for index in 0..<5000 {
            counted.add(
                Observation(
                    at: start, channel: Channel(rawValue: "c\(index)"), cell: .storedText, direction: .transit,
                    threatClass: ThreatClass(rawValue: "t\(index % 300)"), disposition: .accept, size: 1, language: "l\(index)",
                    origin: index.isMultiple(of: 2) ? "somebody@example.org" : String(repeating: "x", count: 1000)))
        }
        let values = counted.aggregates.keys.map(\.dimensions)
        #expect(Set(values.map { $0[0] }).count <= 256)
        #expect(Set(values.map { $0[3] }).count <= 256)
        #expect(Set(values.map { $0[6] }).count <= 1024)
        #expect(Set(values.map { $0[7] }) == ["other"], "free text is never kept as a code")
        #expect(counted.aggregates.values.reduce(0) { $0 + $1.messages } == 5000)
    }

    @Test func drainingEmptiesTheCounter() {
        var random = SplitMix(seed: 2)
        var counted = counter(of: (0..<50).map { _ in anObservation(&random) })
        #expect(counted.keyCount > 0)
        #expect(counted.drain().values.reduce(0) { $0 + $1.messages } == 50)
        #expect(counted.isEmpty)
    }
}

/// A store whose answers can be lost: it fails before or after it has done what was asked.
private final class FlakyStore: AggregateStore {
    enum Fault { case none, before, after }
    let inner = MemoryAggregateStore()
    let fault = Mutex(Fault.none)

    @discardableResult func add(_ batch: AggregateBatch) async throws(StoreError) -> Bool {
        let fault = fault.withLock { $0 }
        if fault == .before { throw StoreError(.busy, doing: "adding", at: "test") }
        let isNew = try await inner.add(batch)
        if fault == .after { throw StoreError(.busy, doing: "adding", at: "test") }
        return isNew
    }
    func totals(of table: String, hours: Range<Int>) async throws(StoreError) -> [[String]: AggregateCounts] {
        try await inner.totals(of: table, hours: hours)
    }
    func counts(of table: String, hours: Range<Int>) async throws(StoreError) -> [AggregateKey: AggregateCounts] {
        try await inner.counts(of: table, hours: hours)
    }
    func remove(table: String, before hour: Int) async throws(StoreError) -> Int { try await inner.remove(table: table, before: hour) }
}

@Suite struct RecordingObservations {
    @Test func aLostAnswerNeverCountsTwice() async throws {
        let store = FlakyStore()
        let recorder = ObservationRecorder(into: store, writer: "one")
        var random = SplitMix(seed: 8)
        var sent = 0
        for round in 0..<60 {
            let observations = (0..<Int.random(in: 0...20, using: &random)).map { _ in anObservation(&random) }
            sent += observations.count
            await recorder.record(observations)
            store.fault.withLock { $0 = [.none, .before, .after][round % 3] }
            do { try await recorder.flush() } catch { #expect(error.code == .busy) }
        }
        store.fault.withLock { $0 = .none }
        try await recorder.flush()
        try await recorder.flush()
        let total = try await ObservationQuery(store).totals(by: [], from: start, to: end)
        #expect(total[[]]?.messages == Int64(sent))
        #expect(await recorder.dropped == 0)
    }

    @Test func aStoreThatStaysAwayCostsBoundedMemory() async throws {
        let recorder = ObservationRecorder(into: MemoryAggregateStore(), writer: "one", keyLimit: 10)
        var random = SplitMix(seed: 8)
        await recorder.record((0..<100).map { _ in anObservation(&random) })
        #expect(await recorder.dropped > 0)
        try await recorder.flush()
        await recorder.record([anObservation(&random)])
        #expect(await recorder.dropped <= 90)
    }

    @Test func totalsByAnyDimensionsFromSQLite() async throws {
        let folder = try TemporaryFolder()
        let store = SQLiteAggregateStore(try SQLiteDatabase(folder: folder.path))
        var random = SplitMix(seed: 77)
        let observations = (0..<2000).map { _ in anObservation(&random) }
        let workers = (0..<4).map { worker in counter(of: observations.enumerated().filter { $0.offset % 4 == worker }.map(\.element)) }
        let recorder = ObservationRecorder(into: store, writer: "one")
        for worker in workers {
            await recorder.record(worker)
            try await recorder.flush()
        }
        let query = ObservationQuery(store)
        #expect(try await query.totals(by: [], from: start, to: end)[[]]?.messages == 2000)
        #expect(try await query.totals(by: [], from: start, to: start) == [:])
        #expect(try await query.totals(by: [], from: end, to: start) == [:])
        let byTwo = try await query.totals(by: [.disposition, .channel], from: start, to: end)
        for disposition in Disposition.allCases {
            for channel in Channel.known {
                let exact = observations.filter { $0.disposition == disposition && $0.channel == channel }
                let told = byTwo[[disposition.rawValue, channel.rawValue]] ?? AggregateCounts()
                #expect(told == AggregateCounts(messages: Int64(exact.count), bytes: exact.reduce(0) { $0 + Int64($1.size) }))
            }
        }
        let french = try await query.totals(by: [.language], from: start, to: end, where: [.language: ["fr"], .channel: ["sms", "email"]])
        let exact = observations.filter { $0.language == "fr" && [.sms, .email].contains($0.channel) }.count
        #expect(french == [["fr"]: AggregateCounts(messages: Int64(exact), bytes: french[["fr"]]?.bytes ?? 0)])
        let noon = Timestamp(seconds: start.seconds + 12 * 3600)
        let morning = try await query.totals(by: [], from: start, to: noon)
        #expect(morning[[]]?.messages == Int64(observations.filter { $0.hour < Observation.hour(of: noon) }.count))
        let hours = try await query.hours(by: [], from: start, to: end)
        #expect(hours.values.reduce(0) { $0 + ($1[[]]?.messages ?? 0) } == 2000)
        #expect(hours.count == 24)
    }
}
