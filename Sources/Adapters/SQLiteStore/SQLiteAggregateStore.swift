internal import GRDB
internal import Messages
public import Storing
public import Telemetry

/// Aggregates in SQLite.
public struct SQLiteAggregateStore: AggregateStore {
    /// How long a writer's last number is kept after it was last heard of: 30 days. Within, no batch of its counts twice.
    public static let writerAge = Duration.seconds(30 * 86_400)

    private let database: SQLiteDatabase
    private let time: any TimeSource

    /// The aggregates of a database, and the clock that tells when a writer was heard of.
    public init(_ database: SQLiteDatabase, time: any TimeSource = SystemTime()) {
        self.database = database
        self.time = time
    }

    /// Adds a batch, in one transaction with the writer's number. Writers that were not heard of for `writerAge` are forgotten.
    @discardableResult
    public func add(_ batch: AggregateBatch) async throws(StoreError) -> Bool {
        try Self.check(batch, at: database.path)
        let now = time.now().milliseconds
        return try await database.write("adding aggregates") { database in
            let isNew = try SQLiteAggregateStore.take(batch, at: now, database)
            // After the batch's own writer was looked up: one that comes back is still known where nobody else wrote meanwhile.
            try SQLiteAggregateStore.forgetWriters(at: now, database)
            guard isNew else { return false }
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO aggregate (name, hour, dimensions, messages, bytes) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET messages = messages + excluded.messages, bytes = bytes + excluded.bytes
                    """)
            let rows = batch.changes.map { ($0.key.hour, SQLiteAggregateStore.joined($0.key.dimensions), $0.value) }
            for (hour, dimensions, counts) in rows.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
                try statement.execute(arguments: [batch.table, hour, dimensions, counts.messages, counts.bytes])
            }
            return true
        }
    }

    /// Notes the writer's number; says whether the batch is a new one. A batch sent again is a sign of life too.
    private static func take(_ batch: AggregateBatch, at now: Int64, _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT sequence FROM aggregate_writer WHERE name = ? AND writer = ?")
        let last = try Int64.fetchOne(statement, arguments: [batch.table, batch.writer])
        let isNew = last.map { batch.sequence > $0 } ?? true
        let writer = try database.cachedStatement(
            sql: """
                INSERT INTO aggregate_writer (name, writer, sequence, time) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET sequence = max(sequence, excluded.sequence), time = excluded.time
                """)
        try writer.execute(arguments: [batch.table, batch.writer, batch.sequence, now])
        return isNew
    }

    private static func forgetWriters(at now: Int64, _ database: Database) throws {
        let age = writerAge.components.seconds * 1000
        let statement = try database.cachedStatement(sql: "DELETE FROM aggregate_writer WHERE time < ?")
        try statement.execute(arguments: [now - age])
    }

    /// The counts of a table, summed over hours.
    public func totals(of table: String, hours: Range<Int>) async throws(StoreError) -> [[String]: AggregateCounts] {
        try await database.read("reading aggregates") { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT dimensions, sum(messages), sum(bytes) FROM aggregate
                    WHERE name = ? AND hour >= ? AND hour < ? GROUP BY dimensions
                    """)
            var totals: [[String]: AggregateCounts] = [:]
            let rows = try Row.fetchCursor(statement, arguments: [table, hours.lowerBound, hours.upperBound])
            while let row = try rows.next() {
                totals[SQLiteAggregateStore.split(row[0])] = AggregateCounts(messages: row[1], bytes: row[2])
            }
            return totals
        }
    }

    /// The counts of a table, hour by hour.
    public func counts(of table: String, hours: Range<Int>) async throws(StoreError) -> [AggregateKey: AggregateCounts] {
        try await database.read("reading aggregates") { database in
            let statement = try database.cachedStatement(
                sql: "SELECT hour, dimensions, messages, bytes FROM aggregate WHERE name = ? AND hour >= ? AND hour < ?")
            var counts: [AggregateKey: AggregateCounts] = [:]
            let rows = try Row.fetchCursor(statement, arguments: [table, hours.lowerBound, hours.upperBound])
            while let row = try rows.next() {
                let key = AggregateKey(hour: row[0], dimensions: SQLiteAggregateStore.split(row[1]))
                counts[key] = AggregateCounts(messages: row[2], bytes: row[3])
            }
            return counts
        }
    }

    /// Removes the counts of a table from before an hour.
    public func remove(table: String, before hour: Int) async throws(StoreError) -> Int {
        try await database.write("removing aggregates") { database in
            try database.execute(sql: "DELETE FROM aggregate WHERE name = ? AND hour < ?", arguments: [table, hour])
            return database.changesCount
        }
    }

    // Dimensions lie in one column, apart by the unit separator of ASCII, which `check` keeps out of their values.
    private static func joined(_ dimensions: [String]) -> String { dimensions.joined(separator: "\u{1F}") }

    private static func split(_ text: String) -> [String] {
        text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    }
}
