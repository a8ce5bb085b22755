/// Figures that may be handed out. Only `DisclosureControl` makes one.
public struct PublishedTable: Sendable, Hashable {
    /// The cells, by key; every cell of the true table has one.
    public let cells: [PublishedCell]
    /// How the true figures add up. Everybody can see that, so an attack may use it; counts are rounded one by one and need not add up as published.
    public let sums: [StatisticalTable.Sum]
    /// The rule by which they were made.
    public let rule: DisclosureRule

    init(cells: [PublishedCell], sums: [StatisticalTable.Sum], rule: DisclosureRule) {
        self.cells = cells
        self.sums = sums
        self.rule = rule
    }

    /// The cell of a key.
    public subscript(key: CellKey) -> PublishedCell? {
        // Cells are in the order of their keys.
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < cells.count && cells[low].key == key ? cells[low] : nil
    }
}

/// One figure as it is handed out.
public struct PublishedCell: Sendable, Hashable {
    /// What is said.
    public enum Figure: Sendable, Hashable {
        /// The figure itself.
        case value(Double)
        /// A count, rounded to the nearest multiple of the rule's base.
        case rounded(Double)
        /// Not said, for what it would tell by itself. It is not zero.
        case suppressed(SuppressionReason)
        /// Not said, for what it would tell of another. It is not zero.
        case complementary
        /// The figure of an earlier release, again: what changed since would tell of those who made the change.
        case notRevised(Double)
    }

    /// Where it stands.
    public let key: CellKey
    /// A count or an amount.
    public let kind: TableCell.Kind
    /// What is said.
    public let figure: Figure
    /// How it was come by.
    public let method: FigureMethod

    /// The number that is said, if any.
    public var number: Double? {
        switch figure {
        case .value(let value), .rounded(let value), .notRevised(let value): value
        case .suppressed, .complementary: nil
        }
    }

    /// Whether nothing is said.
    public var isSuppressed: Bool { number == nil }

    /// SDMX's `OBS_STATUS` (CL_OBS_STATUS): `A` normal, `P` provisional, `Q` missing because suppressed.
    public var observationStatus: String {
        switch figure {
        case .value, .rounded: "A"
        case .notRevised: "P"
        case .suppressed, .complementary: "Q"
        }
    }

    /// SDMX's `CONF_STATUS` (CL_CONF_STATUS): `F` free, `C` confidential by itself, `D` confidential for the sake of another.
    public var confidentialityStatus: String {
        switch figure {
        case .value, .rounded, .notRevised: "F"
        case .suppressed: "C"
        case .complementary: "D"
        }
    }
}
