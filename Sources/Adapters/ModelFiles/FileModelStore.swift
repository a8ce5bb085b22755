internal import Messages
public import Storing
internal import Synchronization

/// Checkpoints as files in one folder. One process at a time may save; any number may load.
public final class FileModelStore: ModelStore {
    private let folder: ModelFolder
    // One change of the index at a time; reading needs no lock, as files only ever change whole.
    private let changing = Mutex<Void>(())

    /// The store of a folder, which is made when the folder it lies in exists; nothing above it is ever made.
    public init(folder: String) throws(StoreError) {
        self.folder = ModelFolder(path: folder)
        try self.folder.make()
    }

    /// The store of a folder that others write to: it need not be there yet, and is not made.
    public init(reading folder: String) {
        self.folder = ModelFolder(path: folder)
    }

    /// Saves a checkpoint and makes it current unless it is a candidate; on the disk when it returns. Model and index are written beside their names before
    /// `decision` runs, so that a full disk is known while nothing is decided.
    public func save(
        _ checkpoint: Checkpoint, asCandidate: Bool, once decision: @Sendable () async throws(StoreError) -> Void
    ) async throws(StoreError) {
        let draft = try changing.withLock { _ throws(StoreError) in try makeDraft(of: checkpoint, isCandidate: asCandidate) }
        do throws(StoreError) {
            try await decision()
        } catch {
            draft.remove(from: folder)
            throw error
        }
        try changing.withLock { _ throws(StoreError) in
            do throws(StoreError) {
                try folder.place(draft.model)
                if try folder.index().text == draft.before.text {
                    try folder.place(draft.index)
                } else {
                    // Somebody else saved in this process meanwhile: the list is made anew, with both.
                    try folder.replace(folder.index().adding(draft.entry))
                    folder.remove(draft.index.name)
                }
                try folder.force()
            } catch {
                draft.remove(from: folder)
                throw error
            }
        }
    }

    /// A checkpoint written beside its name, and the list of checkpoints that has it.
    private struct Draft {
        var before: ModelIndex
        var entry: ModelIndex.Entry
        var model: ModelFolder.Draft
        var index: ModelFolder.Draft

        func remove(from folder: ModelFolder) {
            folder.remove(model.name)
            folder.remove(index.name)
        }
    }

    private func makeDraft(of checkpoint: Checkpoint, isCandidate: Bool) throws(StoreError) -> Draft {
        let before = try folder.index()
        let version = checkpoint.version
        guard Checkpoint.isVersion(version), before.place(of: version) == nil else { throw error(.invalid, "saving", version) }
        let entry = ModelIndex.Entry(
            version: version, milliseconds: checkpoint.time.milliseconds, size: checkpoint.bytes.count,
            checksum: ModelIndex.checksum(of: checkpoint.bytes.span), isCandidate: isCandidate)
        let model = try folder.draft(of: ModelFolder.fileName(of: version), bytes: checkpoint.bytes)
        do throws(StoreError) {
            let index = try folder.draft(of: "index", named: ".index-\(version).new", bytes: Array(before.adding(entry).text.utf8))
            return Draft(before: before, entry: entry, model: model, index: index)
        } catch {
            folder.remove(model.name)
            throw error
        }
    }

    /// The current checkpoint.
    public func current() async throws(StoreError) -> Checkpoint? {
        let index = try folder.index()
        guard let current = index.current else { return nil }
        return try load(index.entries[current])
    }

    /// The checkpoint of a version.
    public func checkpoint(_ version: String) async throws(StoreError) -> Checkpoint {
        let index = try folder.index()
        guard let place = index.place(of: version) else { throw error(.missing, "loading", version) }
        return try load(index.entries[place])
    }

    /// All checkpoints in the order they were saved.
    public func list() async throws(StoreError) -> [CheckpointSummary] {
        let index = try folder.index()
        return index.entries.indices.map { index.summary(of: $0) }
    }

    /// Makes the checkpoint before the current one current.
    public func rollBack() async throws(StoreError) -> CheckpointSummary? {
        try changing.withLock { _ throws(StoreError) in
            var index = try folder.index()
            guard let earlier = index.placeBeforeCurrent else { return nil }
            index.select(earlier)
            try folder.replace(index)
            return index.summary(of: earlier)
        }
    }

    /// Makes a version current.
    public func select(_ version: String) async throws(StoreError) {
        try changing.withLock { _ throws(StoreError) in
            var index = try folder.index()
            guard let place = index.place(of: version) else { throw error(.missing, "selecting", version) }
            index.select(place)
            try folder.replace(index)
        }
    }

    /// Removes a version that is not current: from the index first, so that no crash leaves a name without its file.
    public func remove(_ version: String) async throws(StoreError) {
        try changing.withLock { _ throws(StoreError) in
            var index = try folder.index()
            guard let place = index.place(of: version) else { throw error(.missing, "removing", version) }
            guard index.current != place else { throw error(.invalid, "removing", version) }
            index.entries.remove(at: place)
            if let current = index.current, place < current { index.current = current - 1 }
            try folder.replace(index)
            folder.remove(ModelFolder.fileName(of: version))
        }
    }

    private func load(_ entry: ModelIndex.Entry) throws(StoreError) -> Checkpoint {
        let bytes = try folder.contents(of: ModelFolder.fileName(of: entry.version), limit: entry.size) ?? []
        guard bytes.count == entry.size, ModelIndex.checksum(of: bytes.span) == entry.checksum else {
            throw error(.damaged, "loading", entry.version)
        }
        return Checkpoint(version: entry.version, time: entry.time, bytes: bytes)
    }

    private func error(_ code: StoreError.Code, _ action: String, _ version: String) -> StoreError {
        StoreError(code, doing: "\(action) the model \(version)", at: folder.path)
    }
}
