internal import GRDB
public import Storing

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One SQLite file that the stores of this module share.
public final class SQLiteDatabase: Sendable {
    /// The path of the file.
    public let path: String
    let pool: DatabasePool

    /// The usual name of the file in the state folder.
    public static let fileName = "chaffinch.sqlite"

    /// The library's version, as it says it itself.
    public static var libraryVersion: String {
        (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? ""
    }

    /// Looks the whole file over: throws `damaged` with the first thing found wrong in it.
    public func check() async throws(StoreError) {
        let finding = try await read("checking") { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        if let finding, finding != "ok" { throw StoreError(.damaged, doing: "checking", at: path, detail: finding) }
    }

    /// Opens the file in a folder, and makes it when there is none. The folder itself is made, readable by us alone, when the folder it
    /// lies in exists; nothing above it is ever made.
    ///
    /// Throws `missing`, `denied`, `full`, `damaged` (not SQLite, or not ours), `tooNew`, `busy`.
    public init(folder: String, fileName: String = SQLiteDatabase.fileName) throws(StoreError) {
        try SQLiteDatabase.makeFolder(folder)
        let path = folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)"
        self.path = path
        self.pool = try SQLiteDatabase.attempt("opening", at: path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 4
            configuration.prepareDatabase { database in
                // Checked before anything is written, so that a file of another program stays as it is.
                try SQLiteSchema.refuseStrangers(database)
                try database.execute(sql: "PRAGMA synchronous = NORMAL")
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try SQLiteSchema.migrate(pool)
            return pool
        }
    }

    /// Closes the file, all of it in one piece fit to copy; every later call throws `closed`. Throws `busy` while calls are under way.
    public func close() throws(StoreError) {
        try SQLiteDatabase.attempt("closing", at: path) {
            // Another program that reads may keep the log in use; it is then moved over by whoever closes last.
            _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try pool.close()
        }
    }

    private static func makeFolder(_ folder: String) throws(StoreError) {
        var isFolder = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
            guard isFolder else { throw StoreError(.denied, doing: "opening", at: folder, detail: "a file, not a folder") }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch let error as CocoaError {
            let code: StoreError.Code =
                switch error.code {
                case .fileNoSuchFile, .fileReadNoSuchFile: .missing
                case .fileWriteNoPermission, .fileReadNoPermission, .fileWriteVolumeReadOnly: .denied
                case .fileWriteOutOfSpace: .full
                case .fileWriteFileExists: .busy
                default: .failed
                }
            throw StoreError(code, doing: "making the state folder", at: folder)
        } catch {
            throw StoreError(.failed, doing: "making the state folder", at: folder)
        }
    }

    // MARK: Reading and writing

    func read<Value: Sendable>(_ action: String, _ body: @Sendable @escaping (Database) throws -> Value) async throws(StoreError) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw SQLiteDatabase.storeError(error, action, at: path)
        }
    }

    /// Writes in one transaction; when it throws, nothing was written.
    func write<Value: Sendable>(_ action: String, _ body: @Sendable @escaping (Database) throws -> Value) async throws(StoreError) -> Value
    {
        do {
            return try await pool.write(body)
        } catch {
            throw SQLiteDatabase.storeError(error, action, at: path)
        }
    }

    /// Writes in one transaction that is on the disk when the call returns.
    func writeDurably<Value: Sendable>(_ action: String, _ body: @Sendable @escaping (Database) throws -> Value) async throws(StoreError)
        -> Value
    {
        do {
            return try await pool.writeWithoutTransaction { database in
                // The level cannot change inside a transaction; this connection is the only one that writes.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                defer { try? database.execute(sql: "PRAGMA synchronous = NORMAL") }
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try body(database)
                    return .commit
                }
                guard let value else { throw StoreError(.failed, doing: action, at: path) }
                return value
            }
        } catch {
            throw SQLiteDatabase.storeError(error, action, at: path)
        }
    }

    private static func attempt<Value>(_ action: String, at path: String, _ body: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try body()
        } catch {
            throw storeError(error, action, at: path)
        }
    }

    static func storeError(_ error: any Error, _ action: String, at path: String) -> StoreError {
        if let error = error as? StoreError { return error }
        if let error = error as? SQLiteSchema.Refusal {
            return StoreError(error == .newer ? .tooNew : .damaged, doing: action, at: path, detail: error.rawValue)
        }
        guard let error = error as? DatabaseError else {
            return StoreError(.failed, doing: action, at: path, detail: error is CancellationError ? "cancelled" : "\(type(of: error))")
        }
        let code: StoreError.Code =
            switch error.resultCode {
            case .SQLITE_FULL: .full
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .denied
            case .SQLITE_CANTOPEN: .denied
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_MISUSE: .closed
            default: .failed
            }
        return StoreError(code, doing: action, at: path, detail: error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
    }
}

extension SQLiteDatabase {
    /// Lets the file grow to so many pages of 4 KiB and no further; a batch that needs more is refused with `full`.
    public func limitPages(to count: Int) throws(StoreError) {
        do {
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(max(count, 1))") }
        } catch {
            throw SQLiteDatabase.storeError(error, "limiting the size", at: path)
        }
    }
}
