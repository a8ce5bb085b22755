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

    static var migrator: DatabaseMigrator {
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
        registerStudy(in: &migrator)
        return migrator
    }

    private static func registerStudy(in migrator: inout DatabaseMigrator) {
        migrator.registerMigration("4 the study's tables") { database in
            // A segment without a part came from a writer or was merged: it is free.
            try database.execute(
                sql: """
                    CREATE TABLE study_value (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
                    CREATE TABLE study_secret (bytes BLOB NOT NULL);
                    CREATE TABLE study_part (
                        number INTEGER PRIMARY KEY,
                        contributor TEXT NOT NULL,
                        name TEXT NOT NULL,
                        part TEXT NOT NULL,
                        revision INTEGER NOT NULL,
                        time INTEGER NOT NULL,
                        closed INTEGER NOT NULL DEFAULT 0,
                        UNIQUE (contributor, name, part)
                    );
                    CREATE INDEX study_part_open ON study_part (time) WHERE closed = 0;
                    CREATE TABLE study_segment (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        name TEXT NOT NULL,
                        level INTEGER NOT NULL,
                        period INTEGER NOT NULL,
                        part INTEGER REFERENCES study_part (number),
                        body BLOB NOT NULL
                    );
                    CREATE INDEX study_segment_place ON study_segment (name, level, period, part);
                    CREATE INDEX study_segment_part ON study_segment (part) WHERE part IS NOT NULL;
                    CREATE TABLE study_place (
                        name TEXT NOT NULL,
                        level INTEGER NOT NULL,
                        period INTEGER NOT NULL,
                        generation INTEGER NOT NULL,
                        PRIMARY KEY (name, level, period)
                    ) WITHOUT ROWID;
                    CREATE TABLE study_roll_up (
                        name TEXT NOT NULL,
                        level INTEGER NOT NULL,
                        period INTEGER NOT NULL,
                        generation INTEGER NOT NULL,
                        body BLOB NOT NULL,
                        UNIQUE (name, level, period)
                    );
                    """)
        }
    }
}
