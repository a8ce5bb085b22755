/// Attacks a published table as a reader could: from the figures that are said and from how they add up, what can be told of those that are not?
public struct DisclosureAuditor: Sendable {
    /// What can be told of one hidden cell.
    public struct Finding: Sendable, Hashable {
        /// The cell.
        public let key: CellKey
        /// The least it can be.
        public let low: Double
        /// The most it can be, infinite where nothing bounds it.
        public let high: Double

        /// How uncertain it stays.
        public var width: Double { high - low }
    }

    private let published: PublishedTable
    private let keys: [CellKey]
    private let rows: [LinearProgram.Row]
    private let places: [CellKey: Int]

    /// An attack on a table.
    public init(_ published: PublishedTable) {
        self.published = published
        keys = published.cells.map(\.key)
        let places = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
        self.places = places
        rows = published.sums.map { sum in
            LinearProgram.Row(
                entries: sum.parts.compactMap { key in places[key].map { (column: $0, factor: 1) } }
                    + [sum.total].compactMap { key in places[key].map { (column: $0, factor: -1) } })
        }
    }

    /// What a reader can tell of each hidden cell, who knows besides the true figures of some cells and of others that they are at least so much.
    public func findings(knowing known: [CellKey: Double] = [:], atLeast own: [CellKey: Double] = [:]) -> [Finding] {
        var (lower, upper) = bounds(own)
        for (key, value) in known {
            guard let place = places[key] else { continue }
            (lower[place], upper[place]) = (value, value)
        }
        let hidden = published.cells.indices.filter { isHidden(published.cells[$0]) && known[keys[$0]] == nil }
        var program = LinearProgram(lower: lower, upper: upper, rows: rows, start: lower)
        let scale = lower.reduce(1) { max($0, $1) }
        guard program.reachFeasible(tolerance: 1e-9 * scale) else { return [] }
        return hidden.map { place in
            var objective = [Double](repeating: 0, count: keys.count)
            objective[place] = -1
            let low = -program.maximum(of: objective).value
            objective[place] = 1
            return Finding(key: keys[place], low: low, high: program.maximum(of: objective).value)
        }
    }

    /// Whether the true figure of a cell is not said: that of one that was not revised is not.
    private func isHidden(_ cell: PublishedCell) -> Bool {
        if case .notRevised = cell.figure { return true }
        return cell.isSuppressed
    }

    private func bounds(_ own: [CellKey: Double]) -> (lower: [Double], upper: [Double]) {
        let margin = published.rule.margin
        var lower = keys.map { own[$0] ?? 0 }
        var upper = [Double](repeating: .infinity, count: keys.count)
        for (place, cell) in published.cells.enumerated() {
            switch cell.figure {
            case .value(let value): (lower[place], upper[place]) = (value, value)
            case .rounded(let value):
                lower[place] = max(lower[place], value - margin.below)
                upper[place] = value + margin.above
            case .suppressed, .complementary, .notRevised: break
            }
        }
        return (lower, upper)
    }
}
