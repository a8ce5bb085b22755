internal import GRDB

/// The tables, and how older files come to have them.
enum SQLiteSchema {
    /// Why a file is not opened.
    enum Refusal: String, Error {
        case newer = "its tables are of a newer version"
        case stranger = "an SQLite file of another program"
    }

    /// Marks our files in the header of SQLite (offset 68): "Chaf".
    private static let applicationID = 0x4368_6166

    static func refuseStrangers(_ database: Database) throws {
        let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard id != applicationID else { return }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard id == 0, tables == 0 else { throw Refusal.stranger }
    }

    static func migrate(_ pool: DatabasePool) throws {
        let migrator = migrator
        if try pool.read(migrator.hasBeenSuperseded) { throw Refusal.newer }
        try migrator.migrate(pool)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 sightings, records, aggregates") { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = \(applicationID);
                    CREATE TABLE sighting (
                        kind TEXT NOT NULL,
                        key BLOB NOT NULL,
                        good INTEGER NOT NULL,
                        bad INTEGER NOT NULL,
                        unjudged INTEGER NOT NULL,
                        first INTEGER,
                        last INTEGER,
                        PRIMARY KEY (kind, key)
                    ) WITHOUT ROWID;
                    CREATE TABLE record (
                        kind TEXT NOT NULL,
                        id TEXT NOT NULL,
                        time INTEGER NOT NULL,
                        body BLOB NOT NULL
                    );
                    CREATE UNIQUE INDEX record_id ON record (kind, id);
                    CREATE INDEX record_time ON record (kind, time, id);
                    CREATE TABLE aggregate (
                        name TEXT NOT NULL,
                        hour INTEGER NOT NULL,
                        dimensions TEXT NOT NULL,
                        messages INTEGER NOT NULL,
                        bytes INTEGER NOT NULL,
                        PRIMARY KEY (name, hour, dimensions)
                    ) WITHOUT ROWID;
                    CREATE TABLE aggregate_writer (
                        name TEXT NOT NULL,
                        writer TEXT NOT NULL,
                        sequence INTEGER NOT NULL,
                        PRIMARY KEY (name, writer)
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2 when writers were heard of") { database in
            // Writers known before count as heard of now: none may be forgotten early.
            try database.execute(
                sql: """
                    ALTER TABLE aggregate_writer ADD COLUMN time INTEGER NOT NULL DEFAULT 0;
                    UPDATE aggregate_writer SET time = CAST(strftime('%s', 'now') AS INTEGER) * 1000;
                    CREATE INDEX aggregate_writer_time ON aggregate_writer (time);
                    """)
        }
        return migrator
    }
}
