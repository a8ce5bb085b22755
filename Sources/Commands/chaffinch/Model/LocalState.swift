internal import Glibc
internal import Learning
internal import ModelFiles
internal import SQLiteStore
internal import Storing

/// The state folder, opened: records and models.
struct LocalState {
    let database: SQLiteDatabase
    let models: any ModelStore
    let records: any RecordLog

    /// Opens the folder, and makes it if its parent is there.
    init(folder: String) throws {
        guard !folder.isEmpty else { throw CommandFailure("there is no state folder; set state.folder, or HOME") }
        try LocalState.make(folder)
        database = try SQLiteDatabase(folder: folder)
        models = try FileModelStore(folder: folder + "/models")
        records = SQLiteRecordLog(database)
    }

    /// What the version of an imported model begins with.
    static let importedPrefix = "imported-"

    /// Learning on top of the model imported last, or of another where none was.
    func learning(base starter: ContentModel) async throws -> LocalLearning {
        var base = starter
        if let summary = try await models.list().last(where: { $0.version.hasPrefix(LocalState.importedPrefix) }) {
            let checkpoint = try await models.checkpoint(summary.version)
            base = try ModelFile.model(from: checkpoint.bytes.span)
        }
        return LocalLearning(base: base, log: TrainingLog(records), models: models)
    }

    private static func make(_ folder: String) throws {
        var path = folder.hasPrefix("/") ? "" : "."
        for name in folder.split(separator: "/") {
            path += "/" + name
            if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { throw CommandFailure("state.folder \(folder): \(FileBytes.reason())") }
        }
    }

    /// Whether anything was ever learnt in a folder, seen without opening it.
    static func hasModels(in folder: String) -> Bool {
        unsafe !folder.isEmpty && access(folder + "/models", R_OK) == 0
    }
}
