internal import GRDB
public import Messages
public import Storing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A log of records in SQLite.
public struct SQLiteRecordLog: RecordLog {
    private let database: SQLiteDatabase

    /// The log of a database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    /// Appends records; on the disk when it returns.
    public func append(_ records: [Storing.Record]) async throws(StoreError) {
        if records.isEmpty { return }
        try await database.writeDurably("appending records") { database in
            let statement = try database.cachedStatement(
                sql: "INSERT INTO record (kind, id, time, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO NOTHING")
            for record in records {
                try statement.execute(arguments: [record.kind, record.id, record.time.milliseconds, Data(record.body)])
            }
        }
    }

    /// Records of a kind by time and id.
    public func records(of kind: String, from start: Timestamp, to end: Timestamp, after position: RecordPosition?, limit: Int)
        async throws(StoreError) -> [Storing.Record]
    {
        try await database.read("reading records") { database in
            let period: StatementArguments = [kind, start.milliseconds, end.milliseconds]
            let size: StatementArguments = [max(limit, 0)]
            let rows: [Row]
            if let position {
                let statement = try database.cachedStatement(
                    sql: """
                        SELECT id, time, body FROM record
                        WHERE kind = ? AND time >= ? AND time < ? AND (time, id) > (?, ?) ORDER BY time, id LIMIT ?
                        """)
                let place: StatementArguments = [position.time.milliseconds, position.id]
                rows = try Row.fetchAll(statement, arguments: period + place + size)
            } else {
                let statement = try database.cachedStatement(
                    sql: "SELECT id, time, body FROM record WHERE kind = ? AND time >= ? AND time < ? ORDER BY time, id LIMIT ?")
                rows = try Row.fetchAll(statement, arguments: period + size)
            }
            return rows.map { SQLiteRecordLog.record(kind, $0) }
        }
    }

    /// The records of a kind with these ids.
    public func records(of kind: String, ids: [String]) async throws(StoreError) -> [Storing.Record] {
        try await database.read("reading records") { database in
            let statement = try database.cachedStatement(sql: "SELECT id, time, body FROM record WHERE kind = ? AND id = ?")
            return try ids.compactMap { id in
                try Row.fetchOne(statement, arguments: [kind, id]).map { SQLiteRecordLog.record(kind, $0) }
            }
        }
    }

    /// How many records of a kind there are.
    public func count(of kind: String) async throws(StoreError) -> Int {
        try await database.read("counting records") { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM record WHERE kind = ?", arguments: [kind]) ?? 0
        }
    }

    /// Removes the records of a kind from before a moment.
    public func remove(kind: String, before moment: Timestamp) async throws(StoreError) -> Int {
        try await database.write("removing records") { database in
            try database.execute(sql: "DELETE FROM record WHERE kind = ? AND time < ?", arguments: [kind, moment.milliseconds])
            return database.changesCount
        }
    }

    private static func record(_ kind: String, _ row: Row) -> Storing.Record {
        let body: Data = row[2]
        return Storing.Record(id: row[0], kind: kind, time: Timestamp(milliseconds: row[1]), body: [UInt8](body))
    }
}

extension Key {
    /// The key's bytes as SQLite takes them.
    var databaseBytes: Data { Data(bytes) }
}
