/// True figures and how they add up. Tables of one dimension, crossings with margins, months in quarters, and tables that share cells are all
/// the same thing here: cells, and sums over them.
public struct StatisticalTable: Sendable {
    /// One total and the parts that make it.
    public struct Sum: Sendable, Hashable {
        /// The cell of the total.
        public var total: CellKey
        /// The cells of the parts.
        public var parts: [CellKey]

        /// A sum.
        public init(_ total: CellKey, of parts: [CellKey]) {
            self.total = total
            self.parts = parts
        }
    }

    /// The cells, by key.
    public private(set) var cells: [TableCell]
    /// How they add up.
    public private(set) var sums: [Sum]
    private(set) var places: [CellKey: Int]

    /// A table of cells that add up as said; throws where they do not.
    public init(_ cells: [TableCell], sums: [Sum] = []) throws(DisclosureError) {
        self.cells = cells.sorted { $0.key < $1.key }
        self.sums = sums
        places = [:]
        for (place, cell) in self.cells.enumerated() {
            guard places.updateValue(place, forKey: cell.key) == nil, cell.key.codes.count == cells[0].key.codes.count else {
                throw .key(cell.key)
            }
        }
        for sum in sums { try check(sum) }
    }

    /// The cell of a key.
    public subscript(key: CellKey) -> TableCell? { places[key].map { cells[$0] } }

    /// Whether two figures are the same but for rounding errors of additions.
    static func isSame(_ one: Double, _ other: Double) -> Bool {
        (one - other).magnitude <= 1e-9 * max(one.magnitude, other.magnitude, 1)
    }

    private func check(_ sum: Sum) throws(DisclosureError) {
        guard let total = self[sum.total] else { throw .missing(sum.total) }
        var added = 0.0
        for part in sum.parts {
            guard let cell = self[part] else { throw .missing(part) }
            added += cell.value
        }
        guard StatisticalTable.isSame(added, total.value) else { throw .notAdditive(sum.total) }
    }

    // MARK: Totals

    /// One code of a dimension that stands for several others, such as a quarter for its months.
    public struct Group: Sendable, Hashable {
        /// Which dimension, from 0.
        public var dimension: Int
        /// The code of the whole.
        public var total: String
        /// The codes of its parts.
        public var parts: [String]

        /// A group; parts may be groups that stand before it in a list.
        public init(_ total: String = CellKey.total, of parts: [String], in dimension: Int) {
            self.dimension = dimension
            self.total = total
            self.parts = parts
        }
    }

    /// The cells with a total over each dimension and over all of them together.
    public static func withMargins(_ cells: [TableCell], reportersAreDisjoint: Bool = false) throws(DisclosureError) -> StatisticalTable {
        let groups = (cells.first?.key.codes.indices ?? 0..<0).map { dimension in
            Group(of: Set(cells.compactMap { dimension < $0.key.codes.count ? $0.key.codes[dimension] : nil }).sorted(), in: dimension)
        }
        return try withTotals(cells, groups, reportersAreDisjoint: reportersAreDisjoint)
    }

    /// The cells with a total for each group, in every crossing with the other dimensions.
    ///
    /// Of people only the largest number behind any part is known to stand behind a total, unless nobody is counted in two parts.
    public static func withTotals(
        _ cells: [TableCell], _ groups: [Group], reportersAreDisjoint: Bool = false
    ) throws(DisclosureError) -> StatisticalTable {
        var all = try StatisticalTable(cells).cells
        for group in groups {
            for (key, parts) in StatisticalTable.parts(of: group, in: all) {
                all.append(try total(key, of: parts, reportersAreDisjoint))
            }
        }
        let sums = groups.flatMap { StatisticalTable.parts(of: $0, in: all).map { Sum($0, of: $1.map(\.key)) } }
        return try StatisticalTable(all, sums: sums)
    }

    /// The totals of a group by key, each with the cells that are its parts.
    private static func parts(of group: Group, in cells: [TableCell]) -> [(CellKey, [TableCell])] {
        let parts = cells.filter { group.parts.contains($0.key.codes[group.dimension]) }
        return Dictionary(grouping: parts) { $0.key.with(group.total, at: group.dimension) }.sorted { $0.key < $1.key }
    }

    private static func total(_ key: CellKey, of parts: [TableCell], _ isDisjoint: Bool) throws(DisclosureError) -> TableCell {
        guard let first = parts.first else { throw .missing(key) }
        var shares: [String: Double] = [:]
        for part in parts { shares.merge(part.shares, uniquingKeysWith: +) }
        // Where one part does not say whose it is, the total cannot either.
        if parts.contains(where: { $0.shares.isEmpty && $0.value > 0 }) { shares = [:] }
        let reporters = parts.compactMap(\.reporters)
        let people = reporters.isEmpty ? nil : isDisjoint ? reporters.reduce(0, +) : reporters.max()
        let value = parts.reduce(0) { $0 + $1.value }
        return try TableCell(key, first.kind, value: value, shares: shares, reporters: people, method: first.method)
    }
}
