public import Storing

/// The promises that every store of aggregates keeps.
public struct AggregateStoreConformance {
    private let makeStore: () async throws -> any AggregateStore

    /// A kit for the stores that a closure makes, a new empty one each time.
    public init(_ makeStore: @escaping () async throws -> any AggregateStore) {
        self.makeStore = makeStore
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings = Findings()
        do {
            try await addsUp(&findings)
            try await sendsAgain(&findings)
            try await manyWriters(&findings)
            try await refuses(&findings)
        } catch {
            findings.fail(error)
        }
        return findings.broken
    }

    private func batch(_ sequence: Int64, _ changes: [(Int, [String], Int64)], writer: String = "w", table: String = "t") -> AggregateBatch
    {
        let pairs = changes.map { (AggregateKey(hour: $0.0, dimensions: $0.1), AggregateCounts(messages: $0.2, bytes: $0.2 * 100)) }
        return AggregateBatch(writer: writer, sequence: sequence, table: table, changes: Dictionary(uniqueKeysWithValues: pairs))
    }

    private func addsUp(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        findings.expect(try await store.totals(of: "t", hours: 0..<10).isEmpty, "a new store is empty")
        try await store.add(batch(1, [(3, ["email", "ham"], 1), (4, ["email", "ham"], 2), (4, ["sms", ""], 5)]))
        try await store.add(batch(2, [(4, ["email", "ham"], 10), (-2, ["email", "ham"], 7)]))
        try await store.add(batch(1, [(4, ["email", "ham"], 99)], table: "other"))
        findings.expect(
            try await store.totals(of: "t", hours: 0..<10)
                == [["email", "ham"]: AggregateCounts(messages: 13, bytes: 1300), ["sms", ""]: AggregateCounts(messages: 5, bytes: 500)],
            "totals sum over the hours of the period, dimensions apart, tables apart")
        findings.expect(
            try await store.counts(of: "t", hours: 3..<5)
                == [
                    AggregateKey(hour: 3, dimensions: ["email", "ham"]): AggregateCounts(messages: 1, bytes: 100),
                    AggregateKey(hour: 4, dimensions: ["email", "ham"]): AggregateCounts(messages: 12, bytes: 1200),
                    AggregateKey(hour: 4, dimensions: ["sms", ""]): AggregateCounts(messages: 5, bytes: 500),
                ], "counts come hour by hour; the first hour belongs to a period, the last does not")
        findings.expect(try await store.totals(of: "t", hours: 5..<5).isEmpty, "an empty period holds nothing")
        findings.expect(try await store.remove(table: "t", before: 4) == 2, "it says how many keys were removed")
        findings.expect(try await store.totals(of: "t", hours: -10..<4).isEmpty, "what lies before the hour is removed")
        findings.expect(try await store.totals(of: "other", hours: 0..<10).count == 1, "other tables stay")
    }

    private func sendsAgain(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        let first = batch(1, [(1, ["a"], 1)])
        findings.expect(try await store.add(first), "a new batch is added")
        findings.expect(try await !store.add(first), "a batch sent again is not added")
        findings.expect(try await store.add(batch(5, [(1, ["a"], 1)])), "numbers may leave a gap")
        findings.expect(try await !store.add(batch(4, [(1, ["a"], 1)])), "a number below the last is not added")
        findings.expect(try await store.add(batch(1, [(1, ["a"], 1)], writer: "v")), "each writer has numbers of its own")
        findings.expect(
            try await store.totals(of: "t", hours: 0..<2) == [["a"]: AggregateCounts(messages: 3, bytes: 300)], "nothing is counted twice")
        findings.expect(try await store.add(batch(6, [])), "an empty batch is a batch")
        findings.expect(try await !store.add(batch(6, [(1, ["a"], 1)])), "and its number is used")
    }

    private func manyWriters(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        let batches = (0..<6).map { writer in (0..<10).map { batch(Int64($0), [(1, ["a"], 1), (2, ["b"], 2)], writer: "w\(writer)") } }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for ofWriter in batches { group.addTask { for batch in ofWriter { try await store.add(batch) } } }
            try await group.waitForAll()
        }
        findings.expect(
            try await store.totals(of: "t", hours: 0..<9)
                == [["a"]: AggregateCounts(messages: 60, bytes: 6000), ["b"]: AggregateCounts(messages: 120, bytes: 12_000)],
            "many writers lose nothing")
    }

    private func refuses(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        await findings.expectRefusal(.invalid, "a dimension with a control character is refused") {
            try await store.add(batch(1, [(1, ["good"], 1), (1, ["a\u{1F}b"], 1)]))
        }
        await findings.expectRefusal(.invalid, "a negative count is refused") { try await store.add(batch(1, [(1, ["a"], -1)])) }
        findings.expect(try await store.totals(of: "t", hours: 0..<9).isEmpty, "a refused batch adds nothing")
        findings.expect(try await store.add(batch(1, [(1, ["a"], 1)])), "and does not use up its number")
    }
}
