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
        migrator.registerMigration("3 held messages") { database in
            // The sum is kept beside them: it is asked for with every message that is to be held.
            try database.execute(
                sql: """
                    CREATE TABLE held (
                        id TEXT NOT NULL PRIMARY KEY,
                        time INTEGER NOT NULL,
                        expiry INTEGER NOT NULL,
                        bytes INTEGER NOT NULL,
                        summary BLOB NOT NULL,
                        content BLOB
                    );
                    CREATE INDEX held_time ON held (time, id);
                    CREATE INDEX held_expiry ON held (expiry);
                    CREATE TABLE held_addressee (
                        addressee BLOB NOT NULL,
                        time INTEGER NOT NULL,
                        id TEXT NOT NULL REFERENCES held (id) ON DELETE CASCADE,
                        PRIMARY KEY (addressee, time, id)
                    ) WITHOUT ROWID;
                    CREATE INDEX held_addressee_id ON held_addressee (id);
                    CREATE TABLE held_volume (messages INTEGER NOT NULL, bytes INTEGER NOT NULL);
                    INSERT INTO held_volume VALUES (0, 0);
                    CREATE TRIGGER held_in AFTER INSERT ON held BEGIN
                        UPDATE held_volume SET messages = messages + 1, bytes = bytes + NEW.bytes;
                    END;
                    CREATE TRIGGER held_out AFTER DELETE ON held BEGIN
                        UPDATE held_volume SET messages = messages - 1, bytes = bytes - OLD.bytes;
                    END;
                    CREATE TRIGGER held_changed AFTER UPDATE OF bytes ON held BEGIN
                        UPDATE held_volume SET bytes = bytes - OLD.bytes + NEW.bytes;
                    END;
                    """)
        }
        return migrator
    }
}
