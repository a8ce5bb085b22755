internal import Messages
internal import Storing

/// Observations added up in memory, in all tables of the study at once.
///
/// Counting commutes: any order of additions, and any grouping of counters merged, gives the same counts. Open sets of codes are
/// bounded, and so are sources and routes: beyond the limit they count as `other`. `keyCount` tells when to hand on.
///
/// Layout: a key is a period and one word with a field of bits for each dimension of its table, the first one highest.
public struct ObservationCounter: Sendable {
    /// The period that a key counts for, and the numbers of its dimensions in one word.
    struct PackedKey: Hashable {
        var period: Int
        var word: UInt64
    }

    /// How many sources and how many routes may wait in memory.
    static let rankedLimit = 400_000

    /// What is counted in tables whose counts add up, each table at the place of its name in `summed`.
    private(set) var cells = [CellTable](repeating: CellTable(), count: summed.count)
    private(set) var peaks: [PackedKey: PeakCount] = [:]
    private(set) var sketches = SketchTable()
    private(set) var numbers = DimensionNumbers()

    static let summed: [StudyTable] = [.traffic, .languages, .origins, .sizes, .sources, .routes, .operators]

    private enum Place {
        static let traffic = 0
        static let languages = 1
        static let origins = 2
        static let sizes = 3
        static let sources = 4
        static let routes = 5
        static let operators = 6
    }

    /// A counter of nothing yet.
    public init() {}

    /// How many keys have counts: what the counter weighs, some 60 bytes each, and a few thousand for a sketch.
    public var keyCount: Int { cells.reduce(0) { $0 + $1.count } + peaks.count + sketches.count }

    /// Whether nothing was counted.
    public var isEmpty: Bool { keyCount == 0 }

    /// How many messages were counted.
    public var messages: Int64 { cells[Place.traffic].entries.reduce(0) { $0.sum($1.cell.messages) } }

    // MARK: Counting

    /// Counts one observation.
    public mutating func add(_ observation: Observation) {
        let count = min(Int64(clamping: observation.count), 1 << 40)
        guard count > 0 else { return }
        let cell = CellCount(
            messages: count, bytes: min(Int64(clamping: observation.size), 1 << 40) &* min(count, 1 << 20), observations: 1)
        var head = Head()
        head.contributor = numbers.number(of: observation.contributor, .contributor)
        head.method = observation.method.number
        head.channel = numbers.number(of: observation.channel.rawValue, .channel)
        head.direction = observation.direction.number
        let day = PeriodLevel.day.period(ofHour: observation.hour)
        addToHour(observation, head, cell)
        addOrigin(observation, day, head, cell)
        addNames(observation, day, head, cell)
        addToSketches(observation, day, head, count)
    }

    /// Who counted, how, on which channel, which way: the numbers that all words begin with.
    private struct Head {
        var contributor: UInt64 = 0
        var method: UInt64 = 0
        var channel: UInt64 = 0
        var direction: UInt64 = 0

        /// As all words begin but those of traffic.
        var word: UInt64 { ((contributor << 2 | method) << 8 | channel) << 2 | direction }
    }

    private mutating func addToHour(_ observation: Observation, _ head: Head, _ cell: CellCount) {
        let hour = observation.hour
        let threatClass = numbers.number(of: observation.threatClass.rawValue, .threatClass)
        var word = ((head.contributor << 2 | head.method) << 8 | head.channel) << 3 | observation.cell.number
        word = ((word << 2 | head.direction) << 2 | observation.trust.number) << 2 | observation.client.number
        word = ((word << 8 | threatClass) << 3 | observation.disposition.number) << 3 | observation.layer.number
        count(Place.traffic, hour, word, cell)
        let language = numbers.number(of: observation.language, .language)
        count(Place.languages, hour, (head.word << 8 | threatClass) << 10 | language, cell)
        count(Place.sizes, hour, (head.word << 8 | threatClass) << 5 | ObservationCounter.sizeBucket(of: observation.size), cell)
    }

    private mutating func addOrigin(_ observation: Observation, _ day: Int, _ head: Head, _ cell: CellCount) {
        let threatClass = numbers.number(of: observation.threatClass.rawValue, .threatClass)
        let origin = numbers.number(of: observation.origin, .origin)
        count(Place.origins, day, ((head.word << 2 | observation.trust.number) << 8 | threatClass) << 10 | origin, cell)
    }

    private mutating func addNames(_ observation: Observation, _ day: Int, _ head: Head, _ cell: CellCount) {
        let word = head.word << 1 | (observation.isSpam ? 1 : 0)
        if let source = observation.source {
            countNamed(Place.sources, day, word << 2 | source.kind.number, numbers.number(of: source.code, .source), cell)
        }
        // A message from a network of a country is also one from the country.
        if let origin = observation.origin, observation.source?.kind != .country {
            countNamed(Place.sources, day, word << 2 | ObservedSource.Kind.country.number, numbers.number(of: origin, .source), cell)
        }
        if let route = observation.route {
            countNamed(Place.routes, day, word << 2 | route.trust.number, numbers.number(of: route), cell)
        }
    }

    private mutating func count(_ place: Int, _ period: Int, _ word: UInt64, _ cell: CellCount) {
        cells[place].add(cell, under: PackedKey(period: period, word: word))
    }

    /// Counts under a name, or, where no room is left for names, under `other`; any one name may then have that many more.
    private mutating func countNamed(_ place: Int, _ period: Int, _ group: UInt64, _ name: UInt64, _ cell: CellCount) {
        let key = PackedKey(period: period, word: group << 18 | name)
        guard name == 1 || cells[place].count >= ObservationCounter.rankedLimit && !cells[place].contains(key) else {
            cells[place].add(cell, under: key)
            return
        }
        count(place, period, group << 18 | 1, cell)
        count(place, period, group << 18 | 2, CellCount(messages: cell.messages, observations: cell.messages))
    }

    private mutating func addToSketches(_ observation: Observation, _ day: Int, _ head: Head, _ count: Int64) {
        let word = (head.word << 1 | (observation.isSpam ? 1 : 0)) << 3
        sketches.change(PackedKey(period: day, word: word)) { group in
            group.sizes.add(observation.size, times: count)
            if let delay = observation.delay { group.delays.add(delay, times: count) }
            if let sender = observation.sender { group.senders.add(SplitMix.finalised(sender)) }
            if let source = observation.source { group.sources.add(ObservationCounter.hash(of: source)) }
            if let campaign = observation.campaign { group.campaigns.add(SplitMix.finalised(campaign)) }
        }
    }

    /// Networks, countries and operators stand in a table by name anyway, so their hash needs no key.
    private static func hash(of source: ObservedSource) -> UInt64 {
        var hash = FNV1a()
        for byte in source.code.utf8 { hash.add(byte) }
        return SplitMix.finalised(hash.value ^ source.kind.number)
    }

    /// Counts what an operator tells of a day beside its messages.
    public mutating func add(_ report: OperatorReport) {
        let day = PeriodLevel.day.period(ofHour: report.hour)
        var word = numbers.number(of: report.contributor, .contributor) << 2 | report.method.number
        word = (word << 8 | numbers.number(of: report.channel.rawValue, .channel)) << 3
        if let mailboxes = report.mailboxes {
            let key = PackedKey(period: day, word: word | StudyFigure.mailboxes.rawValue)
            peaks[key, default: .empty].merge(PeakCount(peak: min(Int64(clamping: max(mailboxes, 0)), 1 << 60)))
        }
        if let dropped = report.droppedConnections {
            let number = min(Int64(clamping: max(dropped, 0)), 1 << 60)
            count(Place.operators, day, word | StudyFigure.droppedConnections.rawValue, CellCount(messages: number, observations: number))
        }
    }

    /// How many bits a size has: 0 for none, 1 for one byte, 31 for a gibibyte and more.
    static func sizeBucket(of size: Int) -> UInt64 {
        UInt64(min(Int.bitWidth - max(size, 0).leadingZeroBitCount, 31))
    }

    // MARK: Merging

    /// Adds what another counter counted.
    public mutating func merge(_ other: ObservationCounter) {
        var words = Translator(other.numbers)
        for (place, table) in ObservationCounter.summed.enumerated() {
            words.turn(to: table, &numbers)
            for entry in other.cells[place].entries {
                let word = words.translated(entry.key.word)
                if table.rankLimit == nil {
                    count(place, entry.key.period, word, entry.cell)
                } else {
                    mergeNamed(place, entry.key, word, entry.cell)
                }
            }
        }
        words.turn(to: .mailboxes, &numbers)
        for (key, peak) in other.peaks { peaks[words.translated(key), default: .empty].merge(peak) }
        words.turn(to: .distinct, &numbers)
        for (key, group) in other.sketches.groups { sketches.change(words.translated(key)) { $0.merge(group) } }
    }

    private mutating func mergeNamed(_ place: Int, _ key: PackedKey, _ word: UInt64, _ cell: CellCount) {
        // What the other counted as `other`, with its bound beside it, adds to ours as it is.
        if (1...2).contains(key.word & 0x3FFFF) {
            count(place, key.period, word, cell)
        } else {
            countNamed(place, key.period, word >> 18, word & 0x3FFFF, cell)
        }
    }

    /// Turns words of one counter into words of another: numbers of codes are each counter's own.
    private struct Translator {
        private let other: DimensionNumbers
        private var known: [Dimension: [UInt64]] = [:]
        /// The fields of the table's words that are numbered anew: where they lie, how wide they are, and the numbers.
        private var fields: [(shift: UInt64, mask: UInt64, numbers: [UInt64])] = []

        init(_ other: DimensionNumbers) {
            self.other = other
        }

        mutating func turn(to table: StudyTable, _ numbers: inout DimensionNumbers) {
            fields = []
            var shift: UInt64 = 0
            for dimension in table.dimensions.reversed() {
                let bits = DimensionNumbers.bits(of: dimension)
                if known[dimension] == nil { known[dimension] = numbers.translation(of: other, dimension) }
                if let translation = known[dimension] { fields.append((shift, (1 << bits) - 1, translation)) }
                shift += bits
            }
        }

        func translated(_ word: UInt64) -> UInt64 {
            var word = word
            for (shift, mask, numbers) in fields {
                word = word & ~(mask << shift) | numbers[Int(word >> shift & mask)] << shift
            }
            return word
        }

        func translated(_ key: PackedKey) -> PackedKey { PackedKey(period: key.period, word: translated(key.word)) }
    }
}
