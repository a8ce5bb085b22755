public import Messages
public import Storing

/// The study's tables over a store: takes in what was counted, rolls it up, and keeps it in bounds.
public actor StudyStore {
    /// For how long a part may be corrected after it was added, and how long hours are kept: 62 days.
    public static let openDays = 62
    /// How long days are kept: 800 days, two years and what it takes to compare them. Months are kept for ever.
    public static let dayLimit = 800

    nonisolated let store: any SegmentStore
    private var numbers: [String: UInt32] = [:]

    /// The study's tables of a store.
    public init(_ store: any SegmentStore) {
        self.store = store
    }

    // MARK: Adding

    /// Adds what was counted, once: what the same origin added before under the same name and number changes nothing, and a part of a
    /// higher revision takes the place of what the lower one counted, also in roll-ups. All of it or, when it throws, nothing.
    @discardableResult
    public func add(_ counter: ObservationCounter, from origin: SegmentOrigin, at now: Timestamp) async throws(StoreError)
        -> SegmentOutcome
    {
        let missing = SegmentWriter.values(of: counter).filter { numbers[$0] == nil }
        if !missing.isEmpty { numbers.merge(try await store.numbers(of: missing.sorted())) { old, _ in old } }
        return try await store.add(SegmentWriter(numbers: numbers).segments(of: counter), from: origin, at: now.milliseconds)
    }

    /// The key under which senders are hashed for `Observation.sender`.
    public func senderKey() async throws(StoreError) -> SenderKey { SenderKey(try await store.secret()) }

    // MARK: Keeping

    /// Makes roll-ups of the days and months that are over and were changed since; every question is answered rightly without, but not as
    /// fast. Can be broken off and called again at any time. Gives how many were made.
    @discardableResult
    public func rollUp(at now: Timestamp) async throws(StoreError) -> Int {
        let hour = Observation.hour(of: now)
        let marks = try await marks()
        var count = 0
        for table in StudyTable.allCases {
            for level in [PeriodLevel.day, .month] {
                let stale = try await store.unrolled(table.rawValue, level, before: level.period(ofHour: hour))
                for (period, generation) in stale.sorted(by: { $0.key < $1.key }) {
                    let pieces = try await store.pieces(of: table.rawValue, hours: level.hours(of: period), making: level)
                    let key = SegmentKey(table: table.rawValue, level: level, period: period)
                    // A day of one piece need not be there twice.
                    let bytes = level == .day && pieces.count < 2 ? [] : try table.merged(pieces, marks)
                    try await store.put(RollUp(key: key, generation: generation, bytes: bytes))
                    count += 1
                }
            }
        }
        return count
    }

    /// Keeps the store in bounds: merges what came in many small pieces, closes parts that are too old to be corrected, and puts hours and
    /// days that are past their age into days and months. No figure of a day or a month changes by it, nor any while it is under way.
    public func tidy(at now: Timestamp) async throws(StoreError) {
        let today = PeriodLevel.day.period(ofHour: Observation.hour(of: now))
        try await store.close(partsBefore: now.milliseconds - Int64(StudyStore.openDays) * 86_400_000)
        // Whole months alone go into months, so that a month never is half there.
        let month = PeriodLevel.month.period(ofHour: (today - StudyStore.dayLimit) * 24)
        let firstDay = PeriodLevel.day.period(ofHour: PeriodLevel.month.hours(of: month).lowerBound)
        for table in StudyTable.allCases {
            try await merge(table, table.base, .min ..< .max, into: table.base)
            if table.base == .hour { try await merge(table, .hour, .min..<(today - StudyStore.openDays) * 24, into: .day) }
            try await merge(table, .day, .min..<firstDay, into: .month)
        }
    }

    /// Merges the free segments of periods of one length into one segment for each period of another or the same length.
    private func merge(_ table: StudyTable, _ level: PeriodLevel, _ range: Range<Int>, into target: PeriodLevel) async throws(StoreError) {
        let full = try await store.periods(of: table.rawValue, level, in: range, freeSegments: target == level ? 2 : 1)
        let groups = Dictionary(grouping: full) { target.period(ofHour: level.hours(of: $0).lowerBound) }
        let marks = try await marks()
        for (period, periods) in groups.sorted(by: { $0.key < $1.key }) {
            guard let first = periods.min(), let last = periods.max() else { continue }
            let segments = try await store.segments(of: table.rawValue, level, periods: first..<last + 1).filter(\.isFree)
            let merged = try table.merged(segments.map(\.bytes), marks)
            // Somebody else may have been faster; then there is nothing left to do.
            _ = try await store.exchange(
                segments.map(\.id), for: [SegmentKey(table: table.rawValue, level: target, period: period): merged])
        }
    }

    private func marks() async throws(StoreError) -> RankMarks {
        let found = try await store.numbers(of: [Dimension.other, Dimension.bound])
        return RankMarks(other: found[Dimension.other] ?? 0, bound: found[Dimension.bound] ?? 0)
    }
}

/// The key that hashes who sent something, so that nobody without it can test who is counted.
public struct SenderKey: Sendable {
    private let low: UInt64
    private let high: UInt64

    /// A key of sixteen bytes.
    init(_ secret: [UInt8]) {
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        low = word(secret.prefix(8))
        high = word(secret.dropFirst(8))
    }

    /// The hash of an address, a number or whatever else tells senders apart.
    public func hash(of sender: some Sequence<UInt8>) -> UInt64 {
        var hash = SipHash(low, high)
        hash.add(sender)
        return hash.value
    }
}
