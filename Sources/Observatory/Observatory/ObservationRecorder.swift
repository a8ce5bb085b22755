public import Storing

/// Counts the observations of one process, and flushes them into a store in batches.
///
/// A batch that failed is kept, under its own number, and sent again before any newer one; the store tells by the number whether it had
/// it after all, so an answer that was lost never makes a message count twice.
public actor ObservationRecorder {
    /// The table that observations are counted in.
    public static let table = "observations"

    private let store: any AggregateStore
    private let writer: String
    private let keyLimit: Int
    private var counter = ObservationCounter()
    private var pending: AggregateBatch?
    private var nextSequence: Int64 = 0
    private var isFlushing = false

    /// How many observations were dropped because the store failed for so long that the counter grew beyond its limit.
    public private(set) var dropped = 0

    /// A recorder into a store.
    ///
    /// - Parameters:
    ///   - store: where aggregates are kept.
    ///   - writer: a name that no other recorder ever had: random, or a machine's name with the time of its start.
    ///   - keyLimit: how many keys may wait in memory; beyond, observations of new keys are dropped and counted.
    public init(into store: any AggregateStore, writer: String, keyLimit: Int = 200_000) {
        self.store = store
        self.writer = writer
        self.keyLimit = max(keyLimit, 1)
    }

    /// Counts observations; many at a time cost one hop.
    public func record(_ observations: [Observation]) {
        for observation in observations {
            if counter.keyCount < keyLimit { counter.add(observation) } else { dropped += 1 }
        }
    }

    /// Adds what another counter counted: that of a worker.
    public func record(_ other: ObservationCounter) {
        counter.merge(other)
    }

    /// Sends what was counted to the store. When it throws, nothing is lost: the next flush sends it again.
    public func flush() async throws(StoreError) {
        // A second call while one waits for the store has nothing to add: what it would send goes with the next.
        if isFlushing { return }
        isFlushing = true
        defer { isFlushing = false }
        if let pending {
            try await store.add(pending)
            self.pending = nil
        }
        guard !counter.isEmpty else { return }
        let batch = AggregateBatch(
            writer: writer, sequence: nextSequence, table: ObservationRecorder.table, changes: counter.drain())
        nextSequence += 1
        pending = batch
        try await store.add(batch)
        pending = nil
    }
}
