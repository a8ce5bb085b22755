internal import GRDB
public import Storing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The study's tables in SQLite.
public struct SQLiteSegmentStore: SegmentStore {
    /// The name under which writers of the study stand beside those of aggregates.
    private static let writerTable = "study"

    private let database: SQLiteDatabase

    /// The study's tables of a database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    // MARK: Values

    /// The numbers of values.
    public func numbers(of values: [String]) async throws(StoreError) -> [String: UInt32] {
        let known = try await database.read("reading the study") { try SQLiteSegmentStore.numbers(of: values, $0) }
        guard known.count < Set(values).count else { return known }
        return try await database.write("naming values of the study") { database in
            let statement = try database.cachedStatement(sql: "INSERT INTO study_value (text) VALUES (?) ON CONFLICT DO NOTHING")
            for value in values where known[value] == nil { try statement.execute(arguments: [value]) }
            return try SQLiteSegmentStore.numbers(of: values, database)
        }
    }

    private static func numbers(of values: [String], _ database: Database) throws -> [String: UInt32] {
        let statement = try database.cachedStatement(sql: "SELECT number FROM study_value WHERE text = ?")
        var numbers: [String: UInt32] = [:]
        for value in values {
            if let number = try Int64.fetchOne(statement, arguments: [value]) { numbers[value] = UInt32(truncatingIfNeeded: number) }
        }
        return numbers
    }

    /// All values by their numbers.
    public func values() async throws(StoreError) -> [UInt32: String] {
        try await database.read("reading the study") { database in
            var values: [UInt32: String] = [:]
            let rows = try Row.fetchCursor(database.cachedStatement(sql: "SELECT number, text FROM study_value"))
            while let row = try rows.next() { values[UInt32(truncatingIfNeeded: row[0] as Int64)] = row[1] }
            return values
        }
    }

    /// The key of hashes.
    public func secret() async throws(StoreError) -> [UInt8] {
        try await database.write("reading the study's key") { database in
            if let bytes = try Data.fetchOne(database, sql: "SELECT bytes FROM study_secret") { return [UInt8](bytes) }
            var random = SystemRandomNumberGenerator()
            let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            try database.execute(sql: "INSERT INTO study_secret (bytes) VALUES (?)", arguments: [Data(bytes)])
            return bytes
        }
    }

    // MARK: Adding

    /// Adds what one origin counted, in one transaction with the origin's name.
    @discardableResult
    public func add(_ segments: [SegmentKey: [UInt8]], from origin: SegmentOrigin, at now: Int64) async throws(StoreError)
        -> SegmentOutcome
    {
        try Self.check(origin, at: database.path)
        return try await database.write("adding to the study") { database in
            switch origin {
            case .writer(let name, let sequence):
                guard try SQLiteSegmentStore.take(name, sequence, at: now, database) else { return .known }
                for (key, bytes) in segments { try SQLiteSegmentStore.insert(bytes, at: key, part: nil, database) }
                try SQLiteSegmentStore.mark(segments.keys, database)
                return .added
            case .part(let part): return try SQLiteSegmentStore.add(segments, part, at: now, database)
            }
        }
    }

    /// Notes a writer's number; says whether it is a new one.
    private static func take(_ writer: String, _ sequence: Int64, at now: Int64, _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT sequence FROM aggregate_writer WHERE name = ? AND writer = ?")
        if let last = try Int64.fetchOne(statement, arguments: [writerTable, writer]), sequence <= last { return false }
        let note = try database.cachedStatement(
            sql: """
                INSERT INTO aggregate_writer (name, writer, sequence, time) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET sequence = excluded.sequence, time = excluded.time
                """)
        try note.execute(arguments: [writerTable, writer, sequence, now])
        return true
    }

    private static func add(_ segments: [SegmentKey: [UInt8]], _ part: DatasetPart, at now: Int64, _ database: Database) throws
        -> SegmentOutcome
    {
        let name: StatementArguments = [part.contributor, part.name, part.part]
        let older = try Row.fetchOne(
            database, sql: "SELECT number, revision, closed FROM study_part WHERE contributor = ? AND name = ? AND part = ?",
            arguments: name)
        var gone: [SegmentKey] = []
        let number: Int64
        if let older {
            if older[1] >= part.revision { return .known }
            if older[2] { return .closed }
            number = older[0]
            gone = try keys(where: "part = ?", [number], database)
            try database.execute(sql: "DELETE FROM study_segment WHERE part = ?", arguments: [number])
            try database.execute(
                sql: "UPDATE study_part SET revision = ?, time = ? WHERE number = ?", arguments: [part.revision, now, number])
        } else {
            try database.execute(
                sql: "INSERT INTO study_part (contributor, name, part, revision, time) VALUES (?, ?, ?, ?, ?)",
                arguments: name + [part.revision, now])
            number = database.lastInsertedRowID
        }
        for (key, bytes) in segments { try insert(bytes, at: key, part: number, database) }
        try mark(gone + segments.keys, database)
        return older == nil ? .added : .replaced
    }

    private static func insert(_ bytes: [UInt8], at key: SegmentKey, part: Int64?, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO study_segment (name, level, period, part, body) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [key.table, key.level.rawValue, key.period, part, Data(bytes)])
    }

    /// Notes that places changed, and with them those around them.
    private static func mark(_ keys: some Sequence<SegmentKey>, _ database: Database) throws {
        try raise(Set(keys.flatMap(\.around)), database)
    }

    /// Raises the generations of places.
    private static func raise(_ keys: some Sequence<SegmentKey>, _ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO study_place (name, level, period, generation) VALUES (?, ?, ?, 1)
                ON CONFLICT DO UPDATE SET generation = generation + 1
                """)
        for key in keys { try statement.execute(arguments: [key.table, key.level.rawValue, key.period]) }
    }

    private static func keys(where condition: String, _ arguments: StatementArguments, _ database: Database) throws -> [SegmentKey] {
        let sql = "SELECT DISTINCT name, level, period FROM study_segment WHERE \(condition)"
        return try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
            PeriodLevel(rawValue: row[1]).map { SegmentKey(table: row[0], level: $0, period: row[2]) }
        }
    }

    /// The parts of a dataset and their revisions.
    public func revisions(of name: String, contributor: String) async throws(StoreError) -> [String: Int] {
        try await database.read("reading the study") { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT part, revision FROM study_part WHERE contributor = ? AND name = ?", arguments: [contributor, name])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    // MARK: Reading

    /// What together tells of some hours of a table, read in one transaction.
    public func pieces(of table: String, hours: Range<Int>, making level: PeriodLevel?) async throws(StoreError) -> [[UInt8]] {
        try await database.read("reading the study") { try Snapshot(database: $0).pieces(of: table, hours: hours, making: level) }
    }

    /// The segments of periods of this length that begin in a range.
    public func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) async throws(StoreError) -> [Segment] {
        try await database.read("reading the study") { try Snapshot(database: $0).segments(of: table, level, periods: periods) }
    }

    private struct Snapshot: SegmentSnapshot {
        let database: Database

        func generations(of table: String, _ level: PeriodLevel, periods: Range<Int>) throws -> [Int: Int64] {
            let statement = try database.cachedStatement(
                sql: "SELECT period, generation FROM study_place WHERE name = ? AND level = ? AND period >= ? AND period < ?")
            let rows = try Row.fetchAll(statement, arguments: [table, level.rawValue, periods.lowerBound, periods.upperBound])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }

        func rollUps(of table: String, _ level: PeriodLevel, periods: Range<Int>) throws -> [RollUp] {
            let statement = try database.cachedStatement(
                sql: """
                    SELECT period, generation, body FROM study_roll_up WHERE name = ? AND level = ? AND period >= ? AND period < ?
                    ORDER BY period
                    """)
            let rows = try Row.fetchAll(statement, arguments: [table, level.rawValue, periods.lowerBound, periods.upperBound])
            return rows.map { row in
                RollUp(
                    key: SegmentKey(table: table, level: level, period: row[0]), generation: row[1], bytes: [UInt8](row[2] as Data))
            }
        }

        func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) throws -> [Segment] {
            let statement = try database.cachedStatement(
                sql: """
                    SELECT id, period, part IS NULL, body FROM study_segment WHERE name = ? AND level = ? AND period >= ? AND period < ?
                    ORDER BY period, id
                    """)
            let rows = try Row.fetchAll(statement, arguments: [table, level.rawValue, periods.lowerBound, periods.upperBound])
            return rows.map { row in
                Segment(
                    id: row[0], key: SegmentKey(table: table, level: level, period: row[1]), isFree: row[2],
                    bytes: [UInt8](row[3] as Data))
            }
        }
    }

    // MARK: Keeping

    /// The periods with at least so many free segments.
    public func periods(of table: String, _ level: PeriodLevel, in range: Range<Int>, freeSegments least: Int) async throws(StoreError)
        -> [Int]
    {
        try await database.read("reading the study") { database in
            try Int.fetchAll(
                database,
                sql: """
                    SELECT period FROM study_segment WHERE name = ? AND level = ? AND period >= ? AND period < ? AND part IS NULL
                    GROUP BY period HAVING count(*) >= ? ORDER BY period
                    """, arguments: [table, level.rawValue, range.lowerBound, range.upperBound, least])
        }
    }

    /// Puts segments in the place of others that say the same.
    public func exchange(_ ids: [Int64], for segments: [SegmentKey: [UInt8]]) async throws(StoreError) -> Bool {
        try await database.write("merging parts of the study") { database in
            var gone: Set<SegmentKey> = []
            for id in ids {
                guard let key = try SQLiteSegmentStore.keys(where: "id = ?", [id], database).first else { return false }
                gone.insert(key)
            }
            let removal = try database.cachedStatement(sql: "DELETE FROM study_segment WHERE id = ?")
            for id in ids { try removal.execute(arguments: [id]) }
            try SQLiteSegmentStore.raise(gone.union(segments.keys).filter { $0.level != .hour }, database)
            for (key, bytes) in segments { try SQLiteSegmentStore.insert(bytes, at: key, part: nil, database) }
            return true
        }
    }

    /// The periods without a roll-up that counts.
    public func unrolled(_ table: String, _ level: PeriodLevel, before period: Int) async throws(StoreError) -> [Int: Int64] {
        try await database.read("reading the study") { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT period, generation FROM study_place WHERE name = ? AND level = ? AND period < ? AND NOT EXISTS (
                        SELECT 1 FROM study_roll_up AS made WHERE made.name = study_place.name AND made.level = study_place.level
                            AND made.period = study_place.period AND made.generation = study_place.generation)
                    """, arguments: [table, level.rawValue, period])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    /// Stores a roll-up.
    public func put(_ rollUp: RollUp) async throws(StoreError) {
        try await database.write("rolling up the study") { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO study_roll_up (name, level, period, generation, body) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET generation = excluded.generation, body = excluded.body
                    """)
            try statement.execute(arguments: [
                rollUp.key.table, rollUp.key.level.rawValue, rollUp.key.period, rollUp.generation, Data(rollUp.bytes),
            ])
        }
    }

    /// Makes segments of old parts free.
    public func close(partsBefore moment: Int64) async throws(StoreError) {
        try await database.write("closing parts of the study") { database in
            try database.execute(
                sql: """
                    UPDATE study_segment SET part = NULL
                    WHERE part IN (SELECT number FROM study_part WHERE closed = 0 AND time < ?)
                    """, arguments: [moment])
            try database.execute(sql: "UPDATE study_part SET closed = 1 WHERE closed = 0 AND time < ?", arguments: [moment])
        }
    }
}
