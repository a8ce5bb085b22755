internal import Synchronization

/// Aggregates in memory, for one run and for tests.
public final class MemoryAggregateStore: AggregateStore {
    private struct Table {
        var counts: [AggregateKey: AggregateCounts] = [:]
        var sequences: [String: Int64] = [:]
    }

    private let tables = Mutex<[String: Table]>([:])

    /// An empty store.
    public init() {}

    /// Adds a batch.
    @discardableResult
    public func add(_ batch: AggregateBatch) async throws(StoreError) -> Bool {
        try Self.check(batch, at: "memory")
        return tables.withLock { tables in
            var table = tables.removeValue(forKey: batch.table) ?? Table()
            defer { tables[batch.table] = table }
            if let last = table.sequences[batch.writer], batch.sequence <= last { return false }
            table.sequences[batch.writer] = batch.sequence
            for (key, counts) in batch.changes { table.counts[key, default: AggregateCounts()].add(counts) }
            return true
        }
    }

    /// The counts of a table, summed over hours.
    public func totals(of table: String, hours: Range<Int>) async throws(StoreError) -> [[String]: AggregateCounts] {
        var totals: [[String]: AggregateCounts] = [:]
        for (key, counts) in try await counts(of: table, hours: hours) { totals[key.dimensions, default: AggregateCounts()].add(counts) }
        return totals
    }

    /// The counts of a table, hour by hour.
    public func counts(of table: String, hours: Range<Int>) async throws(StoreError) -> [AggregateKey: AggregateCounts] {
        tables.withLock { ($0[table]?.counts ?? [:]).filter { hours.contains($0.key.hour) } }
    }

    /// Removes the counts of a table from before an hour.
    public func remove(table: String, before hour: Int) async throws(StoreError) -> Int {
        tables.withLock { tables in
            let all = tables[table]?.counts ?? [:]
            let kept = all.filter { $0.key.hour >= hour }
            tables[table]?.counts = kept
            return all.count - kept.count
        }
    }
}
