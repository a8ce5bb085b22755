internal import Synchronization

/// The study's tables in memory, for one run and for tests.
public final class MemorySegmentStore: SegmentStore {
    private struct Place: Hashable {
        var table: String
        var level: PeriodLevel
    }

    private struct Part {
        var revision: Int
        var time: Int64
        var isClosed = false
        var segments: [Int64] = []
    }

    private struct State: SegmentSnapshot {
        var numbers: [String: UInt32] = [:]
        var segments: [Place: [Int64: Segment]] = [:]
        var places: [Int64: Place] = [:]
        var nextID: Int64 = 1
        var generations: [SegmentKey: Int64] = [:]
        var rollUps: [SegmentKey: RollUp] = [:]
        var writers: [String: Int64] = [:]
        var parts: [[String]: Part] = [:]
        var secret: [UInt8] = []

        func generations(of table: String, _ level: PeriodLevel, periods: Range<Int>) -> [Int: Int64] {
            let found = generations.filter { $0.key.table == table && $0.key.level == level && periods.contains($0.key.period) }
            return Dictionary(uniqueKeysWithValues: found.map { ($0.key.period, $0.value) })
        }

        func rollUps(of table: String, _ level: PeriodLevel, periods: Range<Int>) -> [RollUp] {
            rollUps.values.filter { $0.key.table == table && $0.key.level == level && periods.contains($0.key.period) }
                .sorted { $0.key.period < $1.key.period }
        }

        func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) -> [Segment] {
            (segments[Place(table: table, level: level)] ?? [:]).values.filter { periods.contains($0.key.period) }
                .sorted { ($0.key.period, $0.id) < ($1.key.period, $1.id) }
        }

        mutating func insert(_ bytes: [UInt8], at key: SegmentKey, isFree: Bool) -> Int64 {
            let place = Place(table: key.table, level: key.level)
            segments[place, default: [:]][nextID] = Segment(id: nextID, key: key, isFree: isFree, bytes: bytes)
            places[nextID] = place
            nextID += 1
            return nextID - 1
        }

        mutating func remove(_ id: Int64) -> SegmentKey? {
            guard let place = places.removeValue(forKey: id) else { return nil }
            return segments[place]?.removeValue(forKey: id)?.key
        }

        mutating func mark(_ keys: some Sequence<SegmentKey>) {
            for key in Set(keys.flatMap(\.around)) { generations[key, default: 0] += 1 }
        }
    }

    private let state = Mutex(State())

    /// An empty store.
    public init() {}

    /// The numbers of values.
    public func numbers(of values: [String]) async throws(StoreError) -> [String: UInt32] {
        state.withLock { state in
            var numbers: [String: UInt32] = [:]
            for value in values {
                let number = state.numbers[value] ?? UInt32(state.numbers.count)
                state.numbers[value] = number
                numbers[value] = number
            }
            return numbers
        }
    }

    /// All values by their numbers.
    public func values() async throws(StoreError) -> [UInt32: String] {
        state.withLock { state in Dictionary(uniqueKeysWithValues: state.numbers.map { ($0.value, $0.key) }) }
    }

    /// The key of hashes.
    public func secret() async throws(StoreError) -> [UInt8] {
        state.withLock { state in
            var random = SystemRandomNumberGenerator()
            if state.secret.isEmpty { state.secret = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) } }
            return state.secret
        }
    }

    /// Adds what one origin counted.
    @discardableResult
    public func add(_ segments: [SegmentKey: [UInt8]], from origin: SegmentOrigin, at now: Int64) async throws(StoreError)
        -> SegmentOutcome
    {
        try Self.check(origin, at: "memory")
        return state.withLock { state in
            switch origin {
            case .writer(let name, let sequence):
                if let last = state.writers[name], sequence <= last { return .known }
                state.writers[name] = sequence
                for (key, bytes) in segments { _ = state.insert(bytes, at: key, isFree: true) }
                state.mark(segments.keys)
                return .added
            case .part(let part):
                return MemorySegmentStore.add(segments, part, at: now, to: &state)
            }
        }
    }

    private static func add(_ segments: [SegmentKey: [UInt8]], _ part: DatasetPart, at now: Int64, to state: inout State) -> SegmentOutcome
    {
        let name = [part.contributor, part.name, part.part]
        let older = state.parts[name]
        if let older {
            if older.revision >= part.revision { return .known }
            if older.isClosed { return .closed }
        }
        let gone = (older?.segments ?? []).compactMap { state.remove($0) }
        let ids = segments.map { state.insert($0.value, at: $0.key, isFree: false) }
        state.mark(gone + segments.keys)
        state.parts[name] = Part(revision: part.revision, time: now, segments: ids)
        return older == nil ? .added : .replaced
    }

    /// The parts of a dataset and their revisions.
    public func revisions(of name: String, contributor: String) async throws(StoreError) -> [String: Int] {
        state.withLock { state in
            let parts = state.parts.filter { $0.key[0] == contributor && $0.key[1] == name }
            return Dictionary(uniqueKeysWithValues: parts.map { ($0.key[2], $0.value.revision) })
        }
    }

    /// What together tells of some hours of a table.
    public func pieces(of table: String, hours: Range<Int>, making level: PeriodLevel?) async throws(StoreError) -> [[UInt8]] {
        do {
            return try state.withLock { try $0.pieces(of: table, hours: hours, making: level) }
        } catch {
            throw StoreError(.failed, doing: "reading the study", at: "memory")
        }
    }

    /// The segments of periods of this length that begin in a range.
    public func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) async throws(StoreError) -> [Segment] {
        state.withLock { $0.segments(of: table, level, periods: periods) }
    }

    /// The periods with at least so many free segments.
    public func periods(of table: String, _ level: PeriodLevel, in range: Range<Int>, freeSegments least: Int) async throws(StoreError)
        -> [Int]
    {
        state.withLock { state in
            let free = state.segments(of: table, level, periods: range).filter(\.isFree)
            return Dictionary(grouping: free, by: \.key.period).filter { $0.value.count >= least }.keys.sorted()
        }
    }

    /// Puts segments in the place of others that say the same.
    public func exchange(_ ids: [Int64], for segments: [SegmentKey: [UInt8]]) async throws(StoreError) -> Bool {
        state.withLock { state in
            guard ids.allSatisfy({ state.places[$0] != nil }) else { return false }
            let changed = Set(ids.compactMap { state.remove($0) }).union(segments.keys)
            for key in changed where key.level != .hour { state.generations[key, default: 0] += 1 }
            for (key, bytes) in segments { _ = state.insert(bytes, at: key, isFree: true) }
            return true
        }
    }

    /// The periods without a roll-up that counts.
    public func unrolled(_ table: String, _ level: PeriodLevel, before period: Int) async throws(StoreError) -> [Int: Int64] {
        state.withLock { state in
            state.generations(of: table, level, periods: .min..<period).filter {
                state.rollUps[SegmentKey(table: table, level: level, period: $0.key)]?.generation != $0.value
            }
        }
    }

    /// Stores a roll-up.
    public func put(_ rollUp: RollUp) async throws(StoreError) {
        state.withLock { $0.rollUps[rollUp.key] = rollUp }
    }

    /// Makes segments of old parts free.
    public func close(partsBefore moment: Int64) async throws(StoreError) {
        state.withLock { state in
            for (name, part) in state.parts where part.time < moment && !part.isClosed {
                for id in part.segments {
                    if let place = state.places[id] { state.segments[place]?[id]?.isFree = true }
                }
                state.parts[name] = Part(revision: part.revision, time: part.time, isClosed: true)
            }
        }
    }
}
