public import Messages

/// One saved state of a model.
public struct Checkpoint: Sendable, Hashable {
    /// The version's name: letters, digits, dots, hyphens and underscores; it does not begin with a dot.
    public var version: String
    /// When it was made.
    public var time: Timestamp
    /// The model, in a form its owner chooses.
    public var bytes: [UInt8]

    /// A checkpoint.
    public init(version: String, time: Timestamp, bytes: [UInt8]) {
        self.version = version
        self.time = time
        self.bytes = bytes
    }

    /// Whether a text can name a version, so that it can also name a file.
    public static func isVersion(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.first != 0x2E
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [0x2D, 0x2E, 0x5F].contains(byte)
            }
    }
}

/// What a list of checkpoints tells of one.
public struct CheckpointSummary: Sendable, Hashable {
    /// The version's name.
    public var version: String
    /// When it was made.
    public var time: Timestamp
    /// The model's size in bytes.
    public var size: Int
    /// Whether it is the one in use.
    public var isCurrent: Bool
    /// Whether it was saved without ever being made current.
    public var isCandidate: Bool

    /// A summary.
    public init(version: String, time: Timestamp, size: Int, isCurrent: Bool, isCandidate: Bool = false) {
        self.version = version
        self.time = time
        self.size = size
        self.isCurrent = isCurrent
        self.isCandidate = isCandidate
    }
}

/// A store of checkpoints: saved whole, loaded whole, rolled back by one step.
public protocol ModelStore: Sendable {
    /// Saves a checkpoint after all others and makes it the current one, or, as a candidate, leaves current what is. A version is saved once; its name cannot be used again.
    /// When it throws, the one before is still current and whole. When it returns, the checkpoint is durable.
    ///
    /// It is one decision with something else: first everything that needs room is written, then `decision` runs, and after that only names
    /// have to change. When `decision` throws, nothing of the checkpoint remains.
    func save(
        _ checkpoint: Checkpoint, asCandidate: Bool, once decision: @Sendable () async throws(StoreError) -> Void
    ) async throws(StoreError)
    /// The current checkpoint; nothing when there is none.
    func current() async throws(StoreError) -> Checkpoint?
    /// The checkpoint of a version; throws `missing` when there is none.
    func checkpoint(_ version: String) async throws(StoreError) -> Checkpoint
    /// All checkpoints in the order they were saved.
    func list() async throws(StoreError) -> [CheckpointSummary]
    /// Makes the checkpoint before the current one current, candidates passed over, and gives it; nothing, and no change, when there is
    /// none before.
    func rollBack() async throws(StoreError) -> CheckpointSummary?
    /// Makes a version current, a candidate too, which then is none any more; throws `missing` when there is none of that name.
    func select(_ version: String) async throws(StoreError)
    /// Removes a version that is not current; throws `missing` when there is none, and `invalid` for the current one.
    func remove(_ version: String) async throws(StoreError)
}

extension ModelStore {
    /// Saves a checkpoint, once something else is decided, and makes it current.
    public func save(_ checkpoint: Checkpoint, once decision: @Sendable () async throws(StoreError) -> Void) async throws(StoreError) {
        try await save(checkpoint, asCandidate: false, once: decision)
    }

    /// Saves a checkpoint that depends on nothing else.
    public func save(_ checkpoint: Checkpoint) async throws(StoreError) {
        try await save(checkpoint) { () async throws(StoreError) in }
    }
}
