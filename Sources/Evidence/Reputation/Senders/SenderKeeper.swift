public import Storing

/// Hands what a history remembers on to a store, batch by batch.
public actor SenderKeeper {
    private let history: SenderHistory
    private let store: any SightingStore
    /// What could not be handed on.
    private var waiting: SenderHistory.Changes?
    private var isFlushing = false

    /// A keeper of a history, into a store.
    public init(_ history: SenderHistory, into store: any SightingStore) {
        self.history = history
        self.store = store
    }

    /// How many changes were not handed on: what is lost where the program ends now.
    public var backlog: Int { history.backlog + (waiting.map { $0.removed.count + $0.added.count } ?? 0) }

    /// Hands on what changed. When it throws, nothing is lost: the next call begins with it.
    public func flush() async throws(StoreError) {
        // A second call while one waits for the store has nothing to add: what it would hand on goes with the next.
        if isFlushing { return }
        isFlushing = true
        defer { isFlushing = false }
        if waiting != nil { try await hand() }
        let changes = history.takeChanges()
        guard !changes.isEmpty else { return }
        waiting = changes
        try await hand()
    }

    private func hand() async throws(StoreError) {
        guard let changes = waiting else { return }
        if !changes.removed.isEmpty {
            try await store.remove(changes.removed)
            waiting?.removed = []
        }
        try await store.add(changes.added)
        waiting = nil
    }
}
