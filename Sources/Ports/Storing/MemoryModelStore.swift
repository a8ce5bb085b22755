internal import Synchronization

/// Checkpoints in memory, for one run and for tests.
public final class MemoryModelStore: ModelStore {
    private struct State {
        var checkpoints: [Checkpoint] = []
        var current: Int?
        var candidates: Set<String> = []
    }

    private let state = Mutex(State())

    /// An empty store.
    public init() {}

    /// Saves a checkpoint, once something else is decided.
    public func save(
        _ checkpoint: Checkpoint, asCandidate: Bool, once decision: @Sendable () async throws(StoreError) -> Void
    ) async throws(StoreError) {
        guard state.withLock({ MemoryModelStore.isNew(checkpoint.version, $0) }) else {
            throw error(.invalid, "saving", checkpoint.version)
        }
        try await decision()
        let isSaved = state.withLock { state in
            guard MemoryModelStore.isNew(checkpoint.version, state) else { return false }
            state.checkpoints.append(checkpoint)
            if asCandidate {
                state.candidates.insert(checkpoint.version)
            } else {
                state.current = state.checkpoints.count - 1
            }
            return true
        }
        guard isSaved else { throw error(.busy, "saving", checkpoint.version) }
    }

    private static func isNew(_ version: String, _ state: borrowing State) -> Bool {
        Checkpoint.isVersion(version) && !state.checkpoints.contains { $0.version == version }
    }

    /// The current checkpoint.
    public func current() async throws(StoreError) -> Checkpoint? {
        state.withLock { state in state.current.map { state.checkpoints[$0] } }
    }

    /// The checkpoint of a version.
    public func checkpoint(_ version: String) async throws(StoreError) -> Checkpoint {
        guard let found = state.withLock({ state in state.checkpoints.first { $0.version == version } }) else {
            throw error(.missing, "loading", version)
        }
        return found
    }

    /// All checkpoints in the order they were saved.
    public func list() async throws(StoreError) -> [CheckpointSummary] {
        state.withLock { state in state.checkpoints.indices.map { MemoryModelStore.summary($0, state) } }
    }

    /// Makes the checkpoint before the current one current.
    public func rollBack() async throws(StoreError) -> CheckpointSummary? {
        state.withLock { state in
            let earlier = state.checkpoints[..<(state.current ?? 0)].lastIndex { !state.candidates.contains($0.version) }
            guard let earlier else { return nil }
            state.current = earlier
            return MemoryModelStore.summary(earlier, state)
        }
    }

    /// Makes a version current.
    public func select(_ version: String) async throws(StoreError) {
        let found = state.withLock { state in
            guard let index = state.checkpoints.firstIndex(where: { $0.version == version }) else { return false }
            state.current = index
            state.candidates.remove(version)
            return true
        }
        guard found else { throw error(.missing, "selecting", version) }
    }

    /// Removes a version that is not current.
    public func remove(_ version: String) async throws(StoreError) {
        let problem: StoreError.Code? = state.withLock { state in
            guard let index = state.checkpoints.firstIndex(where: { $0.version == version }) else { return .missing }
            guard state.current != index else { return .invalid }
            state.checkpoints.remove(at: index)
            state.candidates.remove(version)
            if let current = state.current, index < current { state.current = current - 1 }
            return nil
        }
        if let problem { throw error(problem, "removing", version) }
    }

    private func error(_ code: StoreError.Code, _ action: String, _ version: String) -> StoreError {
        StoreError(code, doing: "\(action) the model \(version)", at: "memory")
    }

    private static func summary(_ index: Int, _ state: borrowing State) -> CheckpointSummary {
        let checkpoint = state.checkpoints[index]
        return CheckpointSummary(
            version: checkpoint.version, time: checkpoint.time, size: checkpoint.bytes.count, isCurrent: index == state.current,
            isCandidate: state.candidates.contains(checkpoint.version))
    }
}
