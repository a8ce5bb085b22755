public import Storing
public import Telemetry

/// Counts the observations of one process, and flushes them into the study's tables in batches.
///
/// A batch that failed is kept, under its own number, and sent again before any newer one; the store tells by the number whether it had
/// it after all, so an answer that was lost never makes a message count twice.
public actor ObservationRecorder {
    /// The table of aggregates that versions before the study's tables counted observations in.
    static let olderTable = "observations"

    private let study: StudyStore
    private let writer: String
    private let keyLimit: Int
    private let time: any TimeSource
    private var counter = ObservationCounter()
    private var pending: (counter: ObservationCounter, sequence: Int64)?
    private var nextSequence: Int64 = 0
    private var isFlushing = false

    /// How many observations were dropped because the store failed for so long that the counter grew beyond its limit.
    public private(set) var dropped = 0

    /// A recorder into a store.
    ///
    /// - Parameters:
    ///   - study: where aggregates are kept.
    ///   - writer: a name that no other recorder ever had: random, or a machine's name with the time of its start.
    ///   - keyLimit: how many keys may wait in memory; beyond, observations are dropped and counted.
    ///   - time: the clock.
    public init(into study: StudyStore, writer: String, keyLimit: Int = 1_000_000, time: any TimeSource = SystemTime()) {
        self.study = study
        self.writer = writer
        self.keyLimit = max(keyLimit, 1)
        self.time = time
    }

    /// Counts observations; many at a time cost one hop.
    public func record(_ observations: [Observation]) {
        for observation in observations {
            if counter.keyCount < keyLimit { counter.add(observation) } else { dropped += 1 }
        }
    }

    /// Adds what another counter counted: that of a worker.
    public func record(_ other: ObservationCounter) {
        if counter.isEmpty { counter = other } else { counter.merge(other) }
    }

    /// Sends what was counted to the store. When it throws, nothing is lost: the next flush sends it again.
    public func flush() async throws(StoreError) {
        // A second call while one waits for the store has nothing to add: what it would send goes with the next.
        if isFlushing { return }
        isFlushing = true
        defer { isFlushing = false }
        if let pending { try await send(pending) }
        guard !counter.isEmpty else { return }
        let batch = (counter, nextSequence)
        counter = ObservationCounter()
        nextSequence += 1
        pending = batch
        try await send(batch)
    }

    private func send(_ batch: (counter: ObservationCounter, sequence: Int64)) async throws(StoreError) {
        try await study.add(batch.counter, from: .writer(writer, sequence: batch.sequence), at: time.now())
        pending = nil
    }
}
