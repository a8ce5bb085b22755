internal import GRDB
public import Messages
public import Storing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Held messages in SQLite, in a file of their own: a large message then keeps nobody waiting who learns or counts.
///
/// What is written is sealed already, so nothing of a message lies in the clear in the file or in the log beside it.
public struct SQLiteQuarantineStore: QuarantineStore {
    /// The usual name of the file.
    public static let fileName = "quarantine.sqlite"

    private let database: SQLiteDatabase

    /// The store of a database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    /// Keeps a message; on the disk when it returns.
    public func hold(_ message: SealedMessage, within limit: Int) async throws(StoreError) {
        let place = database.path
        try await database.writeDurably("holding a message") { database in
            let size = message.summary.count + message.content.count
            guard try !SQLiteQuarantineStore.isHeld(message.id, database) else {
                throw StoreError(.invalid, doing: "holding a message", at: place, detail: "the name is taken")
            }
            guard try SQLiteQuarantineStore.volume(database).bytes + size <= limit else {
                throw StoreError(.full, doing: "holding a message", at: place, detail: "quarantine.size")
            }
            try database.execute(
                sql: "INSERT INTO held (id, time, expiry, bytes, summary, content) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    message.id, message.time.milliseconds, message.expiry.milliseconds, size, Data(message.summary), Data(message.content),
                ])
            let statement = try database.cachedStatement(
                sql: "INSERT INTO held_addressee (addressee, time, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            for addressee in message.addressees {
                try statement.execute(arguments: [Data(addressee), message.time.milliseconds, message.id])
            }
        }
    }

    /// Summaries, the latest first.
    public func summaries(of addressee: [UInt8]?, before place: RecordPosition?, limit: Int) async throws(StoreError) -> [SealedSummary] {
        let milliseconds = place?.time.milliseconds ?? .max
        let id = place?.id
        return try await database.read("listing held messages") { database in
            let after: StatementArguments = [milliseconds, id, max(limit, 0)]
            let rows: [Row]
            if let addressee {
                rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT held.id, held.time, held.expiry, held.summary FROM held_addressee JOIN held ON held.id = held_addressee.id
                        WHERE held_addressee.addressee = ? AND (held_addressee.time, held_addressee.id) < (?, ifnull(?, ''))
                        ORDER BY held_addressee.time DESC, held_addressee.id DESC LIMIT ?
                        """, arguments: [Data(addressee)] + after)
            } else {
                rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT id, time, expiry, summary FROM held WHERE (time, id) < (?, ifnull(?, ''))
                        ORDER BY time DESC, id DESC LIMIT ?
                        """, arguments: after)
            }
            return rows.map(SQLiteQuarantineStore.summary)
        }
    }

    /// The summary of a message.
    public func summary(of id: String) async throws(StoreError) -> SealedSummary? {
        try await database.read("reading a held message") { database in
            try Row.fetchOne(database, sql: "SELECT id, time, expiry, summary FROM held WHERE id = ?", arguments: [id])
                .map(SQLiteQuarantineStore.summary)
        }
    }

    /// The content of a message.
    public func content(of id: String) async throws(StoreError) -> [UInt8]? {
        try await database.read("reading a held message") { database in
            let row = try Row.fetchOne(database, sql: "SELECT content FROM held WHERE id = ?", arguments: [id])
            let content: Data? = row?[0]
            return content.map { [UInt8]($0) }
        }
    }

    /// Puts another summary in a summary's place; on the disk when it returns.
    public func replace(_ summary: SealedSummary, by bytes: [UInt8], droppingContent: Bool) async throws(StoreError) -> Bool {
        try await database.writeDurably("changing a held message") { database in
            let change = droppingContent ? "content = NULL, bytes = ?" : "bytes = bytes - length(summary) + ?"
            try database.execute(
                sql: "UPDATE held SET \(change), summary = ? WHERE id = ? AND summary = ?",
                arguments: [bytes.count, Data(bytes), summary.id, Data(summary.bytes)])
            return database.changesCount > 0
        }
    }

    /// Adds somebody whom a message is held for; on the disk when it returns.
    public func add(_ addressee: [UInt8], to id: String) async throws(StoreError) {
        try await database.writeDurably("changing a held message") { database in
            try database.execute(
                sql: "INSERT INTO held_addressee (addressee, time, id) SELECT ?, time, id FROM held WHERE id = ? ON CONFLICT DO NOTHING",
                arguments: [Data(addressee), id])
        }
    }

    /// Removes messages whose time is over.
    public func remove(expiredAt moment: Timestamp, limit: Int) async throws(StoreError) -> Int {
        try await database.write("removing held messages") { database in
            let ids = try String.fetchAll(
                database, sql: "SELECT id FROM held WHERE expiry <= ? ORDER BY expiry LIMIT ?",
                arguments: [moment.milliseconds, max(limit, 0)])
            for id in ids { try database.execute(sql: "DELETE FROM held WHERE id = ?", arguments: [id]) }
            return ids.count
        }
    }

    /// How much is held.
    public func volume() async throws(StoreError) -> HeldVolume {
        try await database.read("measuring the quarantine") { try SQLiteQuarantineStore.volume($0) }
    }

    private static func volume(_ database: Database) throws -> HeldVolume {
        let row = try Row.fetchOne(database, sql: "SELECT messages, bytes FROM held_volume")
        return HeldVolume(messages: row?[0] ?? 0, bytes: row?[1] ?? 0)
    }

    private static func isHeld(_ id: String, _ database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM held WHERE id = ?)", arguments: [id]) ?? false
    }

    private static func summary(_ row: Row) -> SealedSummary {
        let bytes: Data = row[3]
        return SealedSummary(
            id: row[0], time: Timestamp(milliseconds: row[1]), expiry: Timestamp(milliseconds: row[2]), bytes: [UInt8](bytes))
    }
}
