import Messages
import Observatory
import Storing
import Testing

/// Decisions counted, flushed and asked for.
struct DecisionCounterTests {
    private func decision(_ probability: Double, _ disposition: Disposition, line: String?, hour: Int = 1, isDone: Bool = false)
        -> DecisionObservation
    {
        DecisionObservation(
            at: Timestamp(seconds: Int64(hour) * 3600 + 5), channel: .sms, direction: .terminating, disposition: disposition,
            isDone: isDone,
            line: line, version: "7", probability: probability, isSpared: false, size: 10)
    }

    @Test func whatIsCountedIsToldByLineAndBand() async throws {
        let store = MemoryAggregateStore()
        let recorder = DecisionRecorder(into: store, writer: "w")
        var counter = DecisionCounter()
        counter.add(decision(0.93, .quarantine, line: "policy.default.default.quarantine"))
        counter.add(decision(0.91, .quarantine, line: "policy.default.default.quarantine"))
        counter.add(decision(0.1, .accept, line: nil))
        counter.add(
            OrderObservation(at: Timestamp(seconds: 3605), order: "o", channel: .sms, without: .accept, with: .reject, isDone: true))
        await recorder.record(counter)
        try await recorder.flush()
        try await recorder.flush()
        let query = DecisionQuery(store)
        let lines = try await query.decisions(by: [.line, .band, .done], hours: 0..<5)
        #expect(
            lines == [
                ["policy.default.default.quarantine", "0.9", "no"]: AggregateCounts(messages: 2, bytes: 20),
                ["none", "0.1", "no"]: AggregateCounts(messages: 1, bytes: 10),
            ])
        #expect(try await query.decisions(by: [.line], hours: 2..<5).isEmpty)
        #expect(
            try await query.orders(by: [.order, .without, .with, .done], hours: 0..<5) == [
                ["o", "accept", "reject", "yes"]: .init(messages: 1)
            ])
        // Another hand adds, under a number of its own.
        var more = DecisionCounter()
        more.add(decision(0.92, .quarantine, line: "policy.default.default.quarantine", isDone: true))
        await recorder.record(more)
        try await recorder.flush()
        #expect(try await query.decisions(by: [.channel], hours: 0..<5) == [["sms"]: AggregateCounts(messages: 4, bytes: 40)])
    }

    @Test func aFailedBatchIsSentAgainAndCountsOnce() async throws {
        let store = FailingStore()
        let recorder = DecisionRecorder(into: store, writer: "w")
        var counter = DecisionCounter()
        counter.add(decision(0.5, .tag, line: "x"))
        await recorder.record(counter)
        await #expect(throws: StoreError.self) { try await recorder.flush() }
        await recorder.record(counter)
        await store.mend()
        try await recorder.flush()
        #expect(
            try await DecisionQuery(store.inner).decisions(by: [.line], hours: 0..<5) == [["x"]: AggregateCounts(messages: 2, bytes: 20)])
    }

    @Test func dimensionsAreBounded() {
        var counter = DecisionCounter()
        for number in 0..<DecisionCounter.keyLimit + 100 { counter.add(decision(0.5, .tag, line: "line-\(number)")) }
        var other = DecisionCounter()
        other.add(decision(0.5, .tag, line: String(repeating: "x", count: 5000) + "\n\u{1}"))
        #expect(!other.isEmpty)
        let key = decision(0.5, .tag, line: String(repeating: "x", count: 5000)).key
        #expect(key.dimensions.allSatisfy { $0.utf8.count <= 160 })
        #expect(decision(2, .tag, line: "a\nb").key.dimensions.contains("ab"))
    }

    /// Fails until it is mended, after having taken what it was given.
    private actor FailingStore: AggregateStore {
        nonisolated let inner = MemoryAggregateStore()
        private var isBroken = true

        func mend() { isBroken = false }

        func add(_ batch: AggregateBatch) async throws(StoreError) -> Bool {
            let isNew = try await inner.add(batch)
            if isBroken { throw StoreError(.busy, doing: "adding", at: "here") }
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
}
