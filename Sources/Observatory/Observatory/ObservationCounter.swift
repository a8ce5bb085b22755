internal import Messages
public import Storing

/// Observations added up in memory, by hour and dimensions.
///
/// Counting commutes: any order of additions, and any grouping of counters merged, gives the same counts. Open sets of codes are
/// bounded, so hostile input cannot make it grow without end; `keyCount` tells when to flush.
///
/// Layout: a key is the hour and one word with a field of bits for each dimension; counting an observation is three look-ups of short
/// codes and one of the key.
public struct ObservationCounter: Sendable {
    private struct PackedKey: Hashable {
        var hour: Int
        var word: UInt64
    }

    /// The shift of each dimension's field in the word; fields take 8, 3, 2, 8, 3, 5, 10, 10, 2 and 2 bits.
    private enum Shift {
        static let channel: UInt64 = 0
        static let cell: UInt64 = 8
        static let direction: UInt64 = 11
        static let threatClass: UInt64 = 13
        static let disposition: UInt64 = 21
        static let size: UInt64 = 24
        static let language: UInt64 = 29
        static let origin: UInt64 = 39
        static let trust: UInt64 = 49
        static let client: UInt64 = 51
    }

    private var counts: [PackedKey: AggregateCounts] = [:]
    private var channels = CodeTable(limit: 256)
    private var threatClasses = CodeTable(limit: 256)
    private var languages = CodeTable(limit: 1024)
    private var origins = CodeTable(limit: 1024)

    /// A counter of nothing yet.
    public init() {}

    /// How many keys have counts: what the counter weighs, some 50 bytes each.
    public var keyCount: Int { counts.count }

    /// Whether nothing was counted.
    public var isEmpty: Bool { counts.isEmpty }

    /// Counts one observation.
    public mutating func add(_ observation: Observation) {
        var word = channels.number(of: observation.channel.rawValue) << Shift.channel
        word |= observation.cell.number << Shift.cell
        word |= observation.direction.number << Shift.direction
        word |= threatClasses.number(of: observation.threatClass.rawValue) << Shift.threatClass
        word |= observation.disposition.number << Shift.disposition
        word |= ObservationCounter.sizeBucket(of: observation.size) << Shift.size
        word |= languages.number(of: observation.language) << Shift.language
        word |= origins.number(of: observation.origin) << Shift.origin
        word |= observation.trust.number << Shift.trust
        word |= observation.client.number << Shift.client
        counts[PackedKey(hour: observation.hour, word: word), default: AggregateCounts()].add(
            AggregateCounts(messages: Int64(observation.count), bytes: Int64(observation.size) &* Int64(observation.count)))
    }

    /// Adds what another counter counted.
    public mutating func merge(_ other: ObservationCounter) {
        // Numbers of codes are each counter's own.
        let channel = other.channels.codes.map { channels.number(of: $0) }
        let threatClass = other.threatClasses.codes.map { threatClasses.number(of: $0) }
        let language = other.languages.codes.map { languages.number(of: $0) }
        let origin = other.origins.codes.map { origins.number(of: $0) }
        func translated(_ word: inout UInt64, _ numbers: [UInt64], _ shift: UInt64, _ bits: UInt64) {
            let mask = (UInt64(1) << bits) - 1
            let number = numbers[Int(word >> shift & mask)]
            word = word & ~(mask << shift) | number << shift
        }
        for (key, added) in other.counts {
            var key = key
            translated(&key.word, channel, Shift.channel, 8)
            translated(&key.word, threatClass, Shift.threatClass, 8)
            translated(&key.word, language, Shift.language, 10)
            translated(&key.word, origin, Shift.origin, 10)
            counts[key, default: AggregateCounts()].add(added)
        }
    }

    /// The counts, by hour and the values of all dimensions in the order of `Dimension`.
    public var aggregates: [AggregateKey: AggregateCounts] {
        var aggregates: [AggregateKey: AggregateCounts] = [:]
        aggregates.reserveCapacity(counts.count)
        for (key, counted) in counts { aggregates[AggregateKey(hour: key.hour, dimensions: dimensions(of: key.word))] = counted }
        return aggregates
    }

    /// Takes all counts out, and gives them as `aggregates`.
    public mutating func drain() -> [AggregateKey: AggregateCounts] {
        let drained = aggregates
        counts = [:]
        return drained
    }

    private func dimensions(of word: UInt64) -> [String] {
        func field(_ shift: UInt64, _ bits: UInt64) -> Int { Int(word >> shift & ((1 << bits) - 1)) }
        return [
            channels.codes[field(Shift.channel, 8)],
            Cell.allCases[field(Shift.cell, 3)].rawValue,
            Direction.allCases[field(Shift.direction, 2)].rawValue,
            threatClasses.codes[field(Shift.threatClass, 8)],
            Disposition.allCases[field(Shift.disposition, 3)].rawValue,
            String(field(Shift.size, 5)),
            languages.codes[field(Shift.language, 10)],
            origins.codes[field(Shift.origin, 10)],
            Hop.Trust.allCases[field(Shift.trust, 2)].rawValue,
            Observation.Client.allCases[field(Shift.client, 2)].rawValue,
        ]
    }

    /// How many bits a size has: 0 for none, 1 for one byte, 31 for a gibibyte and more.
    static func sizeBucket(of size: Int) -> UInt64 {
        UInt64(min(Int.bitWidth - max(size, 0).leadingZeroBitCount, 31))
    }
}

// The places of cases in their own lists, as numbers of the word; spelt out, as a search through the list would cost more than counting.

extension Cell {
    fileprivate var number: UInt64 {
        switch self {
        case .realTimeText: 0
        case .realTimeVoice: 1
        case .realTimeVideo: 2
        case .storedText: 3
        case .storedVoice: 4
        case .storedVideo: 5
        }
    }
}

extension Direction {
    fileprivate var number: UInt64 {
        switch self {
        case .terminating: 0
        case .originating: 1
        case .transit: 2
        }
    }
}

extension Disposition {
    fileprivate var number: UInt64 {
        switch self {
        case .accept: 0
        case .tag: 1
        case .quarantine: 2
        case .defer: 3
        case .reject: 4
        case .discard: 5
        }
    }
}

extension Hop.Trust {
    fileprivate var number: UInt64 {
        switch self {
        case .claimed: 0
        case .confirmed: 1
        case .seen: 2
        }
    }
}

extension Observation.Client {
    fileprivate var number: UInt64 {
        switch self {
        case .unknown: 0
        case .plain: 1
        case .zombie: 2
        }
    }
}
