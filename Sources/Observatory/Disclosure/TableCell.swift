public import Observatory

/// How a figure was come by. No figure is published without one.
public struct FigureMethod: Sendable, Hashable {
    /// Measured, sampled, reported or surveyed.
    public var method: CountMethod
    /// Who or what the figure comes from, with the date of the data; never empty.
    public let source: String
    /// The share of what the figure is about that was looked at, 0 to 1; nothing where it is not known.
    public var coverage: Double?

    /// A method with its source.
    public init(_ method: CountMethod, source: String, coverage: Double? = nil) throws(DisclosureError) {
        guard source.contains(where: { !$0.isWhitespace }) else { throw .noSource }
        if let coverage, !(0...1).contains(coverage) { throw .coverage(coverage) }
        self.method = method
        self.source = source
        self.coverage = coverage
    }
}

/// The place of a cell: one code for each dimension of its table, `total` for all of a dimension.
public struct CellKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The codes, in the order of the dimensions.
    public var codes: [String]

    /// SDMX's code for a total.
    public static let total = "_T"

    /// A key of these codes.
    public init(_ codes: [String]) { self.codes = codes }

    /// A key of these codes.
    public init(_ codes: String...) { self.codes = codes }

    /// The codes with a dot between, as SDMX writes keys.
    public var description: String { codes.joined(separator: ".") }

    /// By code, dimension by dimension.
    public static func < (left: CellKey, right: CellKey) -> Bool { left.codes.lexicographicallyPrecedes(right.codes) }

    /// The same key with another code in one dimension.
    func with(_ code: String, at dimension: Int) -> CellKey {
        var changed = self
        changed.codes[dimension] = code
        return changed
    }
}

/// A true figure with who is behind it: what never leaves the house.
public struct TableCell: Sendable, Hashable {
    /// What kind of figure it is.
    public enum Kind: String, Sendable, Hashable {
        /// A count of what people reported; published rounded.
        case frequency
        /// An amount that operators contributed to.
        case magnitude
    }

    /// Where it stands.
    public var key: CellKey
    /// A count or an amount.
    public var kind: Kind
    /// The figure, 0 or more.
    public var value: Double
    /// What each operator contributed to it, by the operator's code.
    public var shares: [String: Double]
    /// How many distinct people reported it; nothing where people did not.
    public var reporters: Int?
    /// How it was come by.
    public var method: FigureMethod

    /// A cell; there is none without a method.
    public init(
        _ key: CellKey, _ kind: Kind, value: Double, shares: [String: Double] = [:], reporters: Int? = nil, method: FigureMethod
    ) throws(DisclosureError) {
        guard value.isFinite, value >= 0, kind == .magnitude || value == value.rounded() else { throw .value(key, value) }
        guard shares.values.allSatisfy({ $0.isFinite && $0 >= 0 }), reporters ?? 0 >= 0 else { throw .shares(key) }
        let sum = shares.values.reduce(0, +)
        guard shares.isEmpty || StatisticalTable.isSame(sum, value) else { throw .shares(key) }
        self.key = key
        self.kind = kind
        self.value = value
        self.shares = shares
        self.reporters = reporters
        self.method = method
    }
}

/// Why a table cannot be published at all.
public enum DisclosureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A method names no source.
    case noSource
    /// A coverage outside 0 to 1.
    case coverage(Double)
    /// A figure that is negative, not finite, or a count that is not whole.
    case value(CellKey, Double)
    /// Contributions that do not make the figure, or are negative.
    case shares(CellKey)
    /// Two cells have one key, or keys of one table have different numbers of codes.
    case key(CellKey)
    /// A sum names a cell that is not there.
    case missing(CellKey)
    /// The parts do not make the total.
    case notAdditive(CellKey)
    /// What was published earlier is not in the table any more.
    case dropped(CellKey)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .noSource: "a figure's method names no source; say who or what it comes from"
        case .coverage(let coverage): "coverage \(coverage): give a share from 0 to 1"
        case .value(let key, let value): "\(key): \(value) cannot be published; give a finite number, 0 or more, and of a count a whole one"
        case .shares(let key): "\(key): the contributions do not add up to the figure; give each operator's part, 0 or more"
        case .key(let key): "\(key): the key stands twice, or has another number of codes than the others; a table has one cell a key"
        case .missing(let key): "\(key): a sum names this cell and it is not in the table; add it"
        case .notAdditive(let key): "\(key): its parts do not make this total; put right the figures, or leave out the sum"
        case .dropped(let key): "\(key): it was published earlier; tables are fixed, so keep the cell"
        }
    }
}
