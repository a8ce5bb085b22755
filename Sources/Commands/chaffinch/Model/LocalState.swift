internal import Glibc
internal import Learning
internal import ModelFiles
internal import SQLiteStore
internal import Storing

/// The state folder, opened: records and models.
struct LocalState {
    let folder: String
    let database: SQLiteDatabase
    let models: any ModelStore
    let records: any RecordLog
    private let learners: any ModelStore

    /// Opens the folder, and makes it if its parent is there.
    init(folder: String) throws {
        guard !folder.isEmpty else { throw CommandFailure("there is no state folder; set state.folder, or HOME") }
        try LocalState.make(folder)
        self.folder = folder
        database = try SQLiteDatabase(folder: folder)
        models = try FileModelStore(folder: folder + "/models")
        learners = try FileModelStore(folder: folder + "/learner")
        records = SQLiteRecordLog(database)
    }

    /// Learning on top of the model imported last, or of another where none was.
    func learning(base starter: ContentModel, policy: LocalLearning.Policy = LocalLearning.Policy()) async throws -> LocalLearning {
        let base = try await imported().last ?? starter
        return LocalLearning(base: base, log: TrainingLog(records), models: models, learners: learners, policy: policy)
    }

    /// The imported models that are kept.
    func imported() async throws -> [ContentModel] {
        var imported: [ContentModel] = []
        for summary in try await models.list() where summary.version.hasPrefix(LocalLearning.importedPrefix) {
            let checkpoint = try await models.checkpoint(summary.version)
            imported.append(try ModelFile.model(from: checkpoint.bytes.span))
        }
        return imported
    }

    private static func make(_ folder: String) throws {
        var path = folder.hasPrefix("/") ? "" : "."
        for name in folder.split(separator: "/") {
            path += "/" + name
            if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { throw CommandFailure("state.folder \(folder): \(FileBytes.reason())") }
        }
    }

    /// The models of a folder, to judge by alone: it need not be there yet, and is not made. Nothing where there can be none.
    static func models(in folder: String) -> (any ModelStore)? {
        guard !folder.isEmpty, hasModels(in: folder) || errno == ENOENT else { return nil }
        return FileModelStore(reading: folder + "/models")
    }

    /// Whether a folder has records, seen without opening it.
    static func hasRecords(in folder: String) -> Bool {
        unsafe !folder.isEmpty && access(folder + "/" + SQLiteDatabase.fileName, R_OK | W_OK) == 0
    }

    /// Whether anything was ever learnt in a folder, seen without opening it.
    static func hasModels(in folder: String) -> Bool {
        unsafe !folder.isEmpty && access(folder + "/models", R_OK) == 0
    }
}
