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
        /// It was added up over answers to a questionnaire.
        case answered
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
    /// Which version of the value it is, and when it holds.
    public var version = EntryVersion()
    /// What somebody says about the value: the answer to a question of `Plausibility`.
    public var comment: String?

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

/// Which version of a value an entry is, and from when to when it holds.
public struct EntryVersion: Sendable, Hashable {
    /// Its name, where there is more than one (`2026`); nothing where nobody named it.
    public var name: String?
    /// The first day on which it holds; nothing where it always has.
    public var validFrom: CalendarDate?
    /// The last day on which it holds; nothing where no end is known.
    public var validTo: CalendarDate?
    /// The version that it takes the place of, from its first day on.
    public var supersedes: String?

    /// The only version, which always holds.
    public init() {}

    /// Whether it holds on a day, or did so before.
    func hasBegun(by day: CalendarDate) -> Bool { validFrom.map { $0 <= day } ?? true }

    /// Whether it holds on a day.
    func holds(on day: CalendarDate) -> Bool { hasBegun(by: day) && validTo.map { day <= $0 } ?? true }
}
