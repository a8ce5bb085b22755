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

    /// Learning on top of a model.
    func learning(base: ContentModel) -> LocalLearning {
        LocalLearning(base: base, log: TrainingLog(records), models: models)
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
