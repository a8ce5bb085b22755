internal import Synchronization

/// Sightings in memory: for one run, for tests, and as the fast layer before a store that lasts.
public final class MemorySightingStore: SightingStore {
    private let sightings = Mutex<[Key: Sightings]>([:])

    /// An empty store.
    public init() {}

    /// The sightings of each key, in the order asked.
    public func sightings(of keys: [Key]) async throws(StoreError) -> [Sightings] {
        sightings.withLock { stored in keys.map { stored[$0] ?? Sightings() } }
    }

    /// Adds each change.
    public func add(_ changes: [Key: Sightings]) async throws(StoreError) {
        try Self.check(changes, at: "memory")
        sightings.withLock { stored in
            for (key, change) in changes { stored[key, default: Sightings()].add(change) }
        }
    }

    /// Takes everything out, to be added to a store that lasts.
    public func drain() -> [Key: Sightings] {
        sightings.withLock { stored in
            let all = stored
            stored = [:]
            return all
        }
    }
}
