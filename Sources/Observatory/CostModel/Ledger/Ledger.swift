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
    /// What is spent by whom, as they say.
    public var spending: [Spending]
    /// The level of consumer prices, by year.
    public var priceIndex: [Int: Double]
    /// The day whose versions of values are taken.
    public var asOf: CalendarDate?
    /// The scenario whose values are in place of the usual ones; nothing where none was asked for.
    public var scenario: String?
    /// Values of which no version holds on the day: the last day on which one did, where there was one.
    public var lapsed: [Parameter: CalendarDate]

    /// A ledger that says nothing yet.
    public init(title: String, country: String, currency: String, priceYear: Int) {
        self.title = title
        self.country = country
        self.currency = currency
        self.priceYear = priceYear
        self.isExample = false
        self.entries = [:]
        self.facilities = []
        self.spending = []
        self.priceIndex = [:]
        self.asOf = CalendarDate(year: priceYear, month: 12, day: 31)
        self.scenario = nil
        self.lapsed = [:]
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

    /// What a price of a year is multiplied with to be one of the ledger's year (consumer prices); nothing where the index lacks a year.
    public func priceFactor(from year: Int?) -> Double? {
        guard let year, year != priceYear else { return 1 }
        guard let then = priceIndex[year], let now = priceIndex[priceYear] else { return nil }
        return now / then
    }

    /// The hours over which an income per head is spread for the worth of an hour.
    static let hoursOfIncome = 1800.0
}
