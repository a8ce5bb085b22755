public import Messages

/// How often a thing was seen, and what was thought of it.
///
/// Sightings add, in any order and grouping: counts by sum, moments by the earlier first and the later last. A negative count takes
/// back what was added, as when a learnt example is undone.
public struct Sightings: Sendable, Hashable {
    /// In messages that were wanted.
    public var good: Int64
    /// In messages that were spam.
    public var bad: Int64
    /// In messages of which nobody said anything.
    public var unjudged: Int64
    /// The first time; nothing when it is not known.
    public var first: Timestamp?
    /// The last time; nothing when it is not known.
    public var last: Timestamp?

    /// The most that one change adds or takes away, so that sums stay far from the end of their range.
    public static let changeLimit: Int64 = 1 << 40

    /// Sightings; none unless given.
    public init(good: Int64 = 0, bad: Int64 = 0, unjudged: Int64 = 0, first: Timestamp? = nil, last: Timestamp? = nil) {
        self.good = good
        self.bad = bad
        self.unjudged = unjudged
        self.first = first
        self.last = last
    }

    /// Adds others to these.
    public mutating func add(_ other: Sightings) {
        good &+= other.good
        bad &+= other.bad
        unjudged &+= other.unjudged
        first = Sightings.either(first, other.first, min)
        last = Sightings.either(last, other.last, max)
    }

    /// Whether every count is small enough for one change.
    public var isChange: Bool {
        [good, bad, unjudged].allSatisfy { $0.magnitude <= Sightings.changeLimit.magnitude }
    }

    private static func either(_ left: Timestamp?, _ right: Timestamp?, _ choice: (Timestamp, Timestamp) -> Timestamp) -> Timestamp? {
        guard let left, let right else { return left ?? right }
        return choice(left, right)
    }
}

/// A store of sightings that many scanners read and add to.
///
/// Calls take whole sets of keys: one message asks once, and one batch of learning writes once. Additions commute, so a store may
/// delay, merge and reorder them.
public protocol SightingStore: Sendable {
    /// The sightings of each key, in the order asked; a key never seen has none.
    func sightings(of keys: [Key]) async throws(StoreError) -> [Sightings]
    /// Adds each change to what is stored for its key: all of them or, when it throws, none.
    func add(_ changes: [Key: Sightings]) async throws(StoreError)
    /// The keys of a kind that were seen last, with their sightings, the latest first; of two seen at one moment the one whose bytes come first.
    func latest(_ kind: Key.Kind, limit: Int) async throws(StoreError) -> [(bytes: [UInt8], sightings: Sightings)]
    /// Forgets keys: all of them or, when it throws, none. One that is not there is no error.
    func remove(_ keys: [Key]) async throws(StoreError)
    /// Forgets all keys of a kind but so many that were seen last.
    func keep(latest limit: Int, of kind: Key.Kind) async throws(StoreError)
}

extension SightingStore {
    /// Refuses changes that no store takes: keys that are too long, counts beyond the limit of one change.
    public static func check(_ changes: [Key: Sightings], at place: String) throws(StoreError) {
        for (key, change) in changes where key.bytes.count > Key.sizeLimit || !change.isChange {
            throw StoreError(
                .invalid, doing: "adding sightings", at: place, detail: "a key of kind \(key.kind) is too long or its change too large")
        }
    }
}
