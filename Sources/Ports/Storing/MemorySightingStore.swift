internal import Messages
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

    /// The keys of a kind that were seen last.
    public func latest(_ kind: Key.Kind, limit: Int) async throws(StoreError) -> [(bytes: [UInt8], sightings: Sightings)] {
        sightings.withLock { stored in
            stored.filter { $0.key.kind == kind }.sorted(by: MemorySightingStore.isLater).prefix(max(limit, 0)).map {
                ($0.key.bytes, $0.value)
            }
        }
    }

    private static func isLater(_ left: (key: Key, value: Sightings), than right: (key: Key, value: Sightings)) -> Bool {
        let (leftTime, rightTime) = (left.value.last?.milliseconds ?? .min, right.value.last?.milliseconds ?? .min)
        return leftTime != rightTime ? leftTime > rightTime : left.key < right.key
    }

    /// Forgets keys.
    public func remove(_ keys: [Key]) async throws(StoreError) {
        sightings.withLock { stored in
            for key in keys { stored[key] = nil }
        }
    }

    /// Forgets all keys of a kind but so many that were seen last.
    public func keep(latest limit: Int, of kind: Key.Kind) async throws(StoreError) {
        let kept = Set(try await latest(kind, limit: limit).map(\.bytes))
        sightings.withLock { stored in stored = stored.filter { $0.key.kind != kind || kept.contains($0.key.bytes) } }
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
