internal import Messages

/// How long a period is.
public enum PeriodLevel: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Hours since 1970-01-01T00:00Z.
    case hour
    /// Days since 1970-01-01.
    case day
    /// Months since January 1970.
    case month

    /// Shorter comes first.
    public static func < (left: PeriodLevel, right: PeriodLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Where a segment lies: a table, and a period of one length.
public struct SegmentKey: Sendable, Hashable {
    /// The table's stable code.
    public var table: String
    /// How long the period is.
    public var level: PeriodLevel
    /// Which period: so many of its length since 1970-01-01T00:00Z.
    public var period: Int

    /// A place.
    public init(table: String, level: PeriodLevel, period: Int) {
        self.table = table
        self.level = level
        self.period = period
    }
}

/// A named piece of somebody's data: what lets the same data come twice, or come corrected, and still count once.
public struct DatasetPart: Sendable, Hashable {
    /// Whose data it is, as a code of the centre's own; empty for our own.
    public var contributor: String
    /// What the data is called: a file, a report, a survey.
    public var name: String
    /// Which part of it.
    public var part: String
    /// The part's revision; a higher one takes the place of a lower one.
    public var revision: Int

    /// A part.
    public init(contributor: String, name: String, part: String, revision: Int) {
        self.contributor = contributor
        self.name = name
        self.part = part
        self.revision = revision
    }
}

/// Where counts come from, so that none counts twice.
public enum SegmentOrigin: Sendable, Hashable {
    /// A running counter, under a name that no other ever had, and its number for the batch, higher than that of the batch before.
    case writer(String, sequence: Int64)
    /// A part of a dataset.
    case part(DatasetPart)
}

/// What became of an addition.
public enum SegmentOutcome: String, Sendable, Hashable {
    /// It is new, and counts.
    case added
    /// It takes the place of a lower revision.
    case replaced
    /// It was there before, or a higher revision is: nothing changed.
    case known
    /// A lower revision is there, but too old to be taken back: nothing changed.
    case closed
}

/// A piece of a table.
public struct Segment: Sendable, Hashable {
    /// The store's number for it.
    public var id: Int64
    /// Where it lies.
    public var key: SegmentKey
    /// Whether it may be merged with others: it belongs to no part that may still be corrected.
    public var isFree: Bool
    /// What is in it; the store does not look.
    public var bytes: [UInt8]

    /// A segment.
    public init(id: Int64, key: SegmentKey, isFree: Bool, bytes: [UInt8]) {
        self.id = id
        self.key = key
        self.isFree = isFree
        self.bytes = bytes
    }
}

/// What is counted of a place, made out of segments that lie there or in shorter periods within it; it can be made anew at any time.
public struct RollUp: Sendable, Hashable {
    /// Where it lies.
    public var key: SegmentKey
    /// The generation of the place when it was made.
    public var generation: Int64
    /// What is in it.
    public var bytes: [UInt8]

    /// A roll-up.
    public init(key: SegmentKey, generation: Int64, bytes: [UInt8]) {
        self.key = key
        self.generation = generation
        self.bytes = bytes
    }
}

/// A store of the study's tables: segments that are added whole, exchanged whole, and rolled up; the store does not look into them.
///
/// Whatever is added to a period also changes the longer periods around it: the generation of each of these places goes up in the same
/// transaction. A roll-up counts only as long as its generation is that of its place, so that late data or a correction can never be
/// missed, and a roll-up that was under way meanwhile is simply not used.
public protocol SegmentStore: Sendable {
    /// The numbers of values, the same for ever; values that are new are given some.
    func numbers(of values: [String]) async throws(StoreError) -> [String: UInt32]
    /// All values by their numbers.
    func values() async throws(StoreError) -> [UInt32: String]
    /// Sixteen bytes that were random when first asked for, and are the same for ever: the key of hashes.
    func secret() async throws(StoreError) -> [UInt8]
    /// Adds what one origin counted: all of it, or nothing. The moment is in milliseconds since 1970.
    @discardableResult
    func add(_ segments: [SegmentKey: [UInt8]], from origin: SegmentOrigin, at now: Int64) async throws(StoreError) -> SegmentOutcome
    /// The parts of a dataset that were added, and their revisions.
    func revisions(of name: String, contributor: String) async throws(StoreError) -> [String: Int]
    /// What together tells of some hours of a table, as of one moment: roll-ups that still count and lie within, and for the rest the
    /// segments whose periods begin within. Where a roll-up of some length is to be made, only roll-ups of shorter periods and segments
    /// of no longer ones.
    func pieces(of table: String, hours: Range<Int>, making level: PeriodLevel?) async throws(StoreError) -> [[UInt8]]
    /// The segments of a table whose periods of this length begin in a range, by period and number.
    func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) async throws(StoreError) -> [Segment]
    /// The periods of this length in a range that have at least so many free segments.
    func periods(of table: String, _ level: PeriodLevel, in range: Range<Int>, freeSegments least: Int) async throws(StoreError) -> [Int]
    /// Puts segments in the place of others that say the same. False, and nothing done, when one that is to go is no longer there.
    ///
    /// The generations of all these places but hours go up, so that no roll-up of a shorter period counts beside a segment of a longer one;
    /// not those of the places around them, where nothing changed.
    func exchange(_ ids: [Int64], for segments: [SegmentKey: [UInt8]]) async throws(StoreError) -> Bool
    /// The periods of this length before another that have no roll-up which counts, and their generations.
    func unrolled(_ table: String, _ level: PeriodLevel, before period: Int) async throws(StoreError) -> [Int: Int64]
    /// Stores a roll-up in the place of an older one. One without bytes says that the segments themselves are best.
    func put(_ rollUp: RollUp) async throws(StoreError)
    /// Makes segments free whose parts were added before a moment in milliseconds since 1970: these parts cannot be corrected any more.
    func close(partsBefore moment: Int64) async throws(StoreError)
}

/// What a store knows at one moment, for finding the pieces that tell of some hours.
public protocol SegmentSnapshot {
    /// The generations of places that changed, of periods of this length that begin in a range.
    func generations(of table: String, _ level: PeriodLevel, periods: Range<Int>) throws -> [Int: Int64]
    /// The roll-ups of periods of this length that begin in a range, whether or not they still count.
    func rollUps(of table: String, _ level: PeriodLevel, periods: Range<Int>) throws -> [RollUp]
    /// The segments of periods of this length that begin in a range, by period and number.
    func segments(of table: String, _ level: PeriodLevel, periods: Range<Int>) throws -> [Segment]
}

extension SegmentSnapshot {
    /// The pieces as `SegmentStore.pieces` promises them.
    public func pieces(of table: String, hours: Range<Int>, making target: PeriodLevel?) throws -> [[UInt8]] {
        guard !hours.isEmpty else { return [] }
        var pieces: [[UInt8]] = []
        // What lies in periods that no roll-up told of yet; at first all of it.
        var open = [hours]
        for level in PeriodLevel.allCases.reversed() where target.map({ level <= $0 }) ?? true {
            var left: [Range<Int>] = []
            for range in open {
                // Periods that begin in the range; only those wholly within may be told by a roll-up.
                let first = level.period(ofHour: range.lowerBound - 1) + 1
                let after = level.period(ofHour: range.upperBound - 1) + 1
                var told: Set<Int> = []
                if level != .hour, level != target, first < after {
                    let generations = try generations(of: table, level, periods: first..<after)
                    for rollUp in try rollUps(of: table, level, periods: first..<after) {
                        guard generations[rollUp.key.period] == rollUp.generation, !rollUp.bytes.isEmpty,
                            level.hours(of: rollUp.key.period).upperBound <= range.upperBound
                        else { continue }
                        told.insert(rollUp.key.period)
                        pieces.append(rollUp.bytes)
                    }
                }
                for segment in try segments(of: table, level, periods: first..<max(first, after)) where !told.contains(segment.key.period) {
                    pieces.append(segment.bytes)
                }
                left += SegmentStores.gaps(in: range, without: told.map(level.hours))
            }
            open = left
        }
        return pieces
    }
}

/// What stores have in common.
enum SegmentStores {
    /// What is left of a range without ranges within it.
    static func gaps(in range: Range<Int>, without told: [Range<Int>]) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var start = range.lowerBound
        for part in told.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if start < part.lowerBound { gaps.append(start..<part.lowerBound) }
            start = part.upperBound
        }
        if start < range.upperBound { gaps.append(start..<range.upperBound) }
        return gaps
    }
}

extension SegmentStore {
    /// Refuses additions that no store takes: an origin without a name, a negative number.
    public static func check(_ origin: SegmentOrigin, at place: String) throws(StoreError) {
        let isGood =
            switch origin {
            case .writer(let name, let sequence): !name.isEmpty && sequence >= 0
            case .part(let part): !part.name.isEmpty && part.revision >= 0
            }
        guard isGood else {
            throw StoreError(.invalid, doing: "adding to the study", at: place, detail: "an origin without name or number")
        }
    }
}

extension SegmentKey {
    /// The places that have roll-ups and change with this one: its day and its month.
    public var around: [SegmentKey] {
        let first = level.hours(of: period).lowerBound
        return [PeriodLevel.day, .month].filter { $0 >= level }.map {
            SegmentKey(table: table, level: $0, period: $0.period(ofHour: first))
        }
    }
}

// Days and months as numbers: proleptic Gregorian calendar, UTC.
extension PeriodLevel {
    /// The hours of a period of this length.
    public func hours(of period: Int) -> Range<Int> {
        switch self {
        case .hour: period..<period + 1
        case .day: period * 24..<(period + 1) * 24
        case .month: PeriodLevel.day(ofMonth: period) * 24..<PeriodLevel.day(ofMonth: period + 1) * 24
        }
    }

    /// The period of this length that an hour lies in.
    public func period(ofHour hour: Int) -> Int {
        let day = hour >= 0 ? hour / 24 : -((23 - hour) / 24)
        switch self {
        case .hour: return hour
        case .day: return day
        case .month:
            let civil = Timestamp(seconds: Int64(day) * 86_400).civil
            return (civil.year - 1970) * 12 + civil.month - 1
        }
    }

    private static func day(ofMonth month: Int) -> Int {
        let year = 1970 + (month >= 0 ? month / 12 : -((11 - month) / 12))
        let first = Timestamp(year: year, month: month - (year - 1970) * 12 + 1, day: 1)
        return Int((first ?? Timestamp(milliseconds: 0)).seconds / 86_400)
    }
}
