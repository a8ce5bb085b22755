/// The sketches of a counter, by day and by the dimensions of their tables but the figure, whose bits are zero.
struct SketchTable: Sendable {
    /// The sketches of one group.
    struct Group: Sendable {
        var sizes = QuantileSketch()
        var delays = QuantileSketch()
        var senders = HyperLogLog()
        var sources = HyperLogLog()
        var campaigns = HyperLogLog()

        mutating func merge(_ other: Group) {
            sizes.merge(other.sizes)
            delays.merge(other.delays)
            senders.merge(other.senders)
            sources.merge(other.sources)
            campaigns.merge(other.campaigns)
        }
    }

    typealias Key = ObservationCounter.PackedKey

    private(set) var groups: [(key: Key, group: Group)] = []
    private var places: [Key: Int] = [:]

    /// How many sketches there may be.
    var count: Int { 5 * groups.count }

    /// Changes the group of a key.
    mutating func change(_ key: Key, _ body: (inout Group) -> Void) {
        let place = places[key] ?? groups.count
        if place == groups.count {
            places[key] = place
            groups.append((key, Group()))
        }
        body(&groups[place].group)
    }

    /// The sketches of how many there were, by the keys of their table.
    var distinct: [(Key, HyperLogLog)] {
        groups.flatMap { key, group in
            [(StudyFigure.senders, group.senders), (.sources, group.sources), (.campaigns, group.campaigns)]
                .filter { !$0.1.isEmpty }.map { (SketchTable.key(key, $0.0), $0.1) }
        }
    }

    /// The sketches of how quantities are spread, by the keys of their table.
    var quantiles: [(Key, QuantileSketch)] {
        groups.flatMap { key, group in
            [(StudyFigure.size, group.sizes), (.delay, group.delays)]
                .filter { !$0.1.isEmpty }.map { (SketchTable.key(key, $0.0), $0.1) }
        }
    }

    private static func key(_ key: Key, _ figure: StudyFigure) -> Key { Key(period: key.period, word: key.word | figure.rawValue) }
}
