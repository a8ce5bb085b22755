internal import GRDB
internal import Messages
public import Storing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Sightings in SQLite.
public struct SQLiteSightingStore: SightingStore {
    private let database: SQLiteDatabase

    /// The sightings of a database.
    public init(_ database: SQLiteDatabase) {
        self.database = database
    }

    /// The sightings of each key, in the order asked.
    public func sightings(of keys: [Key]) async throws(StoreError) -> [Sightings] {
        if keys.isEmpty { return [] }
        return try await database.read("reading sightings") { database in
            let statement = try database.cachedStatement(
                sql: "SELECT good, bad, unjudged, first, last FROM sighting WHERE kind = ? AND key = ?")
            return try keys.map { key in
                guard let row = try Row.fetchOne(statement, arguments: [key.kind.rawValue, key.databaseBytes]) else { return Sightings() }
                return Sightings(
                    good: row[0], bad: row[1], unjudged: row[2], first: (row[3] as Int64?).map(Timestamp.init(milliseconds:)),
                    last: (row[4] as Int64?).map(Timestamp.init(milliseconds:)))
            }
        }
    }

    /// Adds each change, in one transaction.
    public func add(_ changes: [Key: Sightings]) async throws(StoreError) {
        try Self.check(changes, at: database.path)
        if changes.isEmpty { return }
        try await database.write("adding sightings") { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO sighting (kind, key, good, bad, unjudged, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET
                        good = good + excluded.good, bad = bad + excluded.bad, unjudged = unjudged + excluded.unjudged,
                        first = min(ifnull(first, excluded.first), ifnull(excluded.first, first)),
                        last = max(ifnull(last, excluded.last), ifnull(excluded.last, last))
                    """)
            // In the order of the primary key, so that neighbours share pages.
            for (key, change) in changes.sorted(by: { $0.key < $1.key }) {
                try statement.execute(arguments: [
                    key.kind.rawValue, key.databaseBytes, change.good, change.bad, change.unjudged, change.first?.milliseconds,
                    change.last?.milliseconds,
                ])
            }
        }
    }

    /// The keys of a kind that were seen last.
    public func latest(_ kind: Key.Kind, limit: Int) async throws(StoreError) -> [(bytes: [UInt8], sightings: Sightings)] {
        try await database.read("reading sightings") { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT key, good, bad, unjudged, first, last FROM sighting WHERE kind = ? ORDER BY last DESC, key LIMIT ?",
                arguments: [kind.rawValue, max(limit, 0)])
            var found: [(bytes: [UInt8], sightings: Sightings)] = []
            while let row = try rows.next() {
                let bytes: Data = row[0]
                let sightings = Sightings(
                    good: row[1], bad: row[2], unjudged: row[3], first: (row[4] as Int64?).map(Timestamp.init(milliseconds:)),
                    last: (row[5] as Int64?).map(Timestamp.init(milliseconds:)))
                found.append((Array(bytes), sightings))
            }
            return found
        }
    }

    /// Forgets keys, in one transaction.
    public func remove(_ keys: [Key]) async throws(StoreError) {
        if keys.isEmpty { return }
        try await database.write("forgetting sightings") { database in
            let statement = try database.cachedStatement(sql: "DELETE FROM sighting WHERE kind = ? AND key = ?")
            for key in keys.sorted() { try statement.execute(arguments: [key.kind.rawValue, key.databaseBytes]) }
        }
    }

    /// Forgets all keys of a kind but so many that were seen last.
    public func keep(latest limit: Int, of kind: Key.Kind) async throws(StoreError) {
        try await database.write("forgetting sightings") { database in
            try database.execute(
                sql: """
                    DELETE FROM sighting WHERE kind = ? AND key IN
                        (SELECT key FROM sighting WHERE kind = ? ORDER BY last DESC, key LIMIT -1 OFFSET ?)
                    """, arguments: [kind.rawValue, kind.rawValue, max(limit, 0)])
        }
    }
}
