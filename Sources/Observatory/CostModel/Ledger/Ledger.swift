public import Messages

/// What a country or an operator entered: each value with where it comes from and how good it is.
public struct Ledger: Sendable {
    /// What the ledger is of.
    public var title: String
    /// The country (ISO 3166-1, two letters).
    public var country: String
    /// The currency of all prices (ISO 4217, three letters).
    public var currency: String
    /// The year whose prices the estimate is in.
    public var priceYear: Int
    /// Whether the data is invented, to show how a ledger is written.
    public var isExample: Bool
    /// What was entered, by parameter.
    public var entries: [Parameter: LedgerEntry]
    /// What is needed and what is there already, by class of X.1231 and means.
    public var facilities: [Facility]

    /// A ledger that says nothing yet.
    public init(title: String, country: String, currency: String, priceYear: Int) {
        self.title = title
        self.country = country
        self.currency = currency
        self.priceYear = priceYear
        self.isExample = false
        self.entries = [:]
        self.facilities = []
    }

    /// What is reckoned with: what was entered, else what is published; the worth of an hour else from the income per head. Nothing where
    /// none of these is there, and nobody guesses.
    public func entry(of parameter: Parameter) -> LedgerEntry? {
        if let entered = entries[parameter], entered.range != nil { return entered }
        if parameter == .hourValue, let income = entries[.incomePerHead], let range = income.range {
            var derived = income
            derived.range = range.scaled(by: 1 / Ledger.hoursOfIncome)
            derived.origin = .derived
            derived.method = .estimated
            return derived
        }
        guard let published = parameter.definition.published else { return nil }
        return LedgerEntry(
            range: published.range, priceYear: nil, country: nil, source: published.source, method: .published, grade: published.grade,
            origin: .published)
    }

    /// The hours over which an income per head is spread for the worth of an hour.
    static let hoursOfIncome = 1800.0
}

/// One value of a ledger, with all that is known of it.
public struct LedgerEntry: Sendable, Hashable {
    /// Who put it there.
    public enum Origin: Sendable, Hashable {
        /// Somebody entered it, in a line of the file.
        case entered(line: Int)
        /// It is what is published, as Chaffinch ships it.
        case published
        /// It follows from another parameter.
        case derived
    }

    /// The range, in the parameter's unit and, of a price, in money of the ledger's year; nothing where it cannot be had.
    public var range: ParameterRange?
    /// The year of the price as it was entered; nothing of what is no price.
    public var priceYear: Int?
    /// The country the value comes from; nothing of what is published of several.
    public var country: String?
    /// Who says so.
    public var source: String
    /// How it was come by.
    public var method: EstimationMethod
    /// How good the evidence is; nothing where there is no value.
    public var grade: EvidenceGrade?
    /// Who put it there.
    public var origin: Origin

    /// A value of a ledger.
    public init(
        range: ParameterRange?, priceYear: Int?, country: String?, source: String, method: EstimationMethod, grade: EvidenceGrade?,
        origin: Origin
    ) {
        self.range = range
        self.priceYear = priceYear
        self.country = country
        self.source = source
        self.method = method
        self.grade = grade
        self.origin = origin
    }
}

/// What is needed within five years in one class of X.1231 by one means, and what is there already: amounts of money.
public struct Facility: Sendable, Hashable {
    /// By what means.
    public enum Means: String, Sendable, Hashable, CaseIterable {
        /// Rooms, lines and power.
        case facility
        /// Machines and programs.
        case technical
        /// People.
        case people
        /// Teaching them.
        case training
    }

    /// What is needed.
    public enum Requirement: Sendable, Hashable {
        /// So much, in money of the ledger's year.
        case entered(ParameterRange)
        /// What the servers cost that filter the mail of the fifth year.
        case computed
    }

    /// The class: one of the five strategies of X.1231.
    public var layer: Layer
    /// The means.
    public var means: Means
    /// What is needed.
    public var required: Requirement
    /// What is there already, in money of the ledger's year.
    public var installed: ParameterRange
    /// Where the amounts come from.
    public var entry: LedgerEntry

    /// Class and means in one word (`filtering.technical`).
    public var id: String { "\(layer.rawValue).\(means.rawValue)" }
}
