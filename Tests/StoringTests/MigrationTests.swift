import GRDB
import Storing
import TestSupport
import Testing

@testable import SQLiteStore

@Suite struct SQLiteMigrations {
    /// A file that a version before the study's tables made keeps what it counted, and takes up the new tables.
    @Test func anOlderFileGetsTheStudysTables() async throws {
        let folder = try TemporaryFolder()
        let pool = try DatabasePool(path: folder.path + "/chaffinch.sqlite")
        try SQLiteSchema.migrator.migrate(pool, upTo: "3 held messages")
        try await pool.write { database in
            try database.execute(
                sql: "INSERT INTO aggregate (name, hour, dimensions, messages, bytes) VALUES ('observations', 5, 'sms', 3, 30)")
        }
        try pool.close()
        let database = try SQLiteDatabase(folder: folder.path)
        let older = try await SQLiteAggregateStore(database).totals(of: "observations", hours: 0..<10)
        #expect(older == [["sms"]: AggregateCounts(messages: 3, bytes: 30)])
        let store = SQLiteSegmentStore(database)
        let key = SegmentKey(table: "traffic", level: .hour, period: 5)
        #expect(try await store.add([key: [1]], from: .writer("w", sequence: 0), at: 0) == .added)
        #expect(try await store.pieces(of: "traffic", hours: 0..<10, making: nil) == [[1]])
    }
}
