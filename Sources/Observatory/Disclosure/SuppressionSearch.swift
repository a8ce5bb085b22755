/// Looks for further cells to hide until no reader can work out a hidden one: complementary suppression.
///
/// Each reader knows the published figures, how they add up, and what they gave themselves. What they can tell of a hidden figure is an
/// interval, the ends of which a linear program finds. Where an interval is too narrow, a second program finds the cheapest cells to hide
/// besides (Kelly, Golden, Assad, "Cell suppression: disclosure protection for sensitive tabular data", Networks 22, 1992). Figures are written
/// as their distance from the true ones, so zero always fits.
struct SuppressionSearch {
    /// A cell as the search sees it.
    struct Cell {
        /// The true figure.
        var value: Double
        /// How far the true figure may lie from what is said, because that is rounded.
        var band = 0.0...0.0
        /// Whether it may be hidden for the sake of others.
        var canHide = true
        /// Whether it is hidden.
        var isHidden = false
        /// How uncertain it has to stay upwards and downwards, when it is hidden for its own sake.
        var protection: Double?
    }

    /// Somebody who reads the table and knows more than what is published.
    struct Reader {
        /// Cells whose true figure they know.
        var known: Set<Int> = []
        /// What they know of a cell at least: their own part.
        var own: [Int: Double] = [:]
    }

    private struct Wish: Hashable {
        var reader: Int
        var cell: Int
        var isUp: Bool
    }

    private(set) var cells: [Cell]
    /// Whether every hidden cell is as uncertain as it has to be.
    private(set) var isSafe = true
    private let sums: [LinearProgram.Row]
    private let readers: [Reader]
    private var fulfilled: Set<Wish> = []

    /// A search over cells and sums of theirs, the first of which is the total.
    init(cells: [Cell], sums: [[Int]], readers: [Reader]) {
        self.cells = cells
        self.sums = sums.map { sum in
            LinearProgram.Row(entries: sum.enumerated().map { (column: $1, factor: $0 == 0 ? -1 : 1) })
        }
        // Who knows nothing of their own comes first: most is found with them.
        self.readers = [Reader()] + readers
    }

    /// Hides what has to be hidden.
    mutating func run() {
        var isDone = false
        while !isDone {
            isDone = true
            for reader in readers.indices {
                for cell in cells.indices where cells[cell].isHidden && !readers[reader].known.contains(cell) {
                    for isUp in [true, false] where !fulfil(Wish(reader: reader, cell: cell, isUp: isUp)) { isDone = false }
                }
            }
        }
    }

    /// How far a cell has to be able to move.
    private func distance(_ wish: Wish) -> Double {
        let cell = cells[wish.cell]
        guard let protection = cell.protection else {
            // A cell hidden for others' sake may be guessed well, but not be given away.
            return wish.reader == 0 && wish.isUp ? DisclosureRule.leastWidth : 0
        }
        return wish.isUp ? protection : min(protection, cell.value - (readers[wish.reader].own[wish.cell] ?? 0))
    }

    /// Makes sure that a wish is fulfilled; false where more cells had to be hidden for it.
    private mutating func fulfil(_ wish: Wish) -> Bool {
        let distance = distance(wish)
        guard distance > 0, !fulfilled.contains(wish) else { return true }
        var columns = Columns(self, wish.reader, mayHide: false)
        let reached = columns.reach(wish.cell, isUp: wish.isUp, distance: distance, sums)
        note(columns.moves, wish.reader)
        guard reached < distance * (1 - 1e-9) else {
            fulfilled.insert(wish)
            return true
        }
        var wider = Columns(self, wish.reader, mayHide: true)
        let best = wider.reach(wish.cell, isUp: wish.isUp, distance: distance, sums)
        if best < distance * (1 - 1e-6) { isSafe = false }
        let more = wider.hidden(beyond: 1e-7 * max(1, distance))
        for cell in more { cells[cell].isHidden = true }
        fulfilled.insert(wish)
        return more.isEmpty
    }

    /// One way the figures could be shows several cells uncertain at once.
    private mutating func note(_ moves: [Double], _ reader: Int) {
        for cell in cells.indices where cells[cell].isHidden && moves[cell] != 0 {
            let wish = Wish(reader: reader, cell: cell, isUp: moves[cell] > 0)
            let distance = distance(wish)
            if distance > 0, moves[cell].magnitude >= distance { fulfilled.insert(wish) }
        }
    }

    /// The cells that can move, for one reader, as columns of a linear program.
    private struct Columns {
        private var cellOf: [Int] = []
        private var lower: [Double] = []
        private var upper: [Double] = []
        private var cost: [Double] = []
        private let count: Int
        private var point: [Double] = []

        init(_ search: SuppressionSearch, _ reader: Int, mayHide: Bool) {
            count = search.cells.count
            let reader = search.readers[reader]
            for (place, cell) in search.cells.enumerated() where !reader.known.contains(place) {
                let least = (reader.own[place] ?? 0) - cell.value
                if cell.isHidden {
                    add(place, least, .infinity, 0)
                    continue
                }
                let low = min(max(cell.band.lowerBound, least), 0)
                if low < cell.band.upperBound { add(place, low, cell.band.upperBound, 0) }
                guard mayHide, cell.canHide else { continue }
                // Small figures are missed least.
                let weight = 1 + Columns.digits(of: cell.value)
                add(place, 0, .infinity, weight)
                if least < low { add(place, least - low, 0, weight) }
            }
        }

        private mutating func add(_ cell: Int, _ low: Double, _ high: Double, _ weight: Double) {
            cellOf.append(cell)
            lower.append(low)
            upper.append(high)
            cost.append(weight)
        }

        private static func digits(of value: Double) -> Double { Double(max(value, 1).exponent) }

        /// How far a cell can move, at most so far, at the least cost.
        mutating func reach(_ cell: Int, isUp: Bool, distance: Double, _ sums: [LinearProgram.Row]) -> Double {
            guard let target = cellOf.firstIndex(of: cell) else { return 0 }
            let worth = 1 + 4 * cost.reduce(0, +)
            var objective = zip(cost, lower).map { $1 < 0 ? $0 : -$0 }
            objective[target] = isUp ? worth : -worth
            if isUp { upper[target] = min(upper[target], distance) } else { lower[target] = max(lower[target], -distance) }
            var program = LinearProgram(
                lower: lower, upper: upper, rows: rows(sums), start: Array(repeating: 0, count: cellOf.count))
            point = program.maximum(of: objective).point
            return point[target].magnitude
        }

        private func rows(_ sums: [LinearProgram.Row]) -> [LinearProgram.Row] {
            let columns = Dictionary(grouping: cellOf.indices) { cellOf[$0] }
            return sums.compactMap { sum in
                let entries = sum.entries.flatMap { entry in
                    (columns[entry.column] ?? []).map { (column: $0, factor: entry.factor) }
                }
                return entries.isEmpty ? nil : LinearProgram.Row(entries: entries)
            }
        }

        /// How far each cell moved.
        var moves: [Double] {
            var moves = [Double](repeating: 0, count: count)
            for (column, cell) in cellOf.enumerated() { moves[cell] += point[column] }
            return moves
        }

        /// The cells that moved and may not unless they are hidden.
        func hidden(beyond distance: Double) -> Set<Int> {
            Set(cellOf.indices.filter { cost[$0] > 0 && point[$0].magnitude > distance }.map { cellOf[$0] })
        }
    }
}
