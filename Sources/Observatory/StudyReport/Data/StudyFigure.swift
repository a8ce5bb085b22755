public import Observatory

/// A value as the study knows it. What is withheld and what could not be had are states of their own, and never zero.
public enum StudyValue: Sendable, Hashable {
    /// A value without a range.
    case exact(Double)
    /// The likeliest value between two that it lies between.
    case range(low: Double, mid: Double, high: Double)
    /// Known, and withheld by the rules of disclosure control.
    case suppressed
    /// Not to be had.
    case missing

    /// The value, or the likeliest one; nothing where it is withheld or missing.
    public var mid: Double? {
        switch self {
        case .exact(let value): value
        case .range(_, let mid, _): mid
        case .suppressed, .missing: nil
        }
    }

    /// What it lies between; nothing where it has no range.
    public var range: ClosedRange<Double>? {
        guard case .range(let low, let mid, let high) = self else { return nil }
        return min(low, mid, high)...max(low, mid, high)
    }
}

/// What a figure may be told apart by.
public enum StudyKey: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The channel's code.
    case channel
    /// The threat class's code.
    case category
    /// The direction's code.
    case direction
    /// The disposition's code.
    case disposition
    /// The X.1231 layer that decided.
    case layer
    /// The text's language, a BCP 47 tag.
    case language
    /// A country or territory that messages came from, by ISO 3166-1 alpha-2.
    case country
    /// A network that they came from.
    case network
    /// An operator, by a code of the centre's own.
    case `operator`
    /// Who issued the sender id.
    case issuer
    /// The way they came: stations from the first to the last, each a country, network or operator, with `>` between.
    case route
    /// How far the word on the way can be believed.
    case trust

    /// In the order they are declared.
    public static func < (left: StudyKey, right: StudyKey) -> Bool { left.place < right.place }

    private var place: Int { StudyKey.allCases.firstIndex(of: self) ?? 0 }
}

/// One observation of the study: what was counted, of what, when, and how.
public struct StudyFigure: Sendable, Hashable {
    /// What was counted.
    public var indicator: StudyIndicator
    /// When.
    public var period: StudyPeriod
    /// Of what; of everything where it is empty.
    public var keys: [StudyKey: String]
    /// How much.
    public var value: StudyValue
    /// How.
    public var method: CountMethod
    /// What share of the country's traffic the counting saw, 0 to 1; nothing where it is not known.
    public var coverage: Double?
    /// How many operators or people it comes from; nothing where it is not known.
    public var contributors: Int?
    /// The id of the dataset that names were looked up in; nothing where none was.
    public var dataset: String?

    /// A figure.
    public init(
        _ indicator: StudyIndicator, _ period: StudyPeriod, _ keys: [StudyKey: String] = [:], _ value: StudyValue,
        method: CountMethod = .measured, coverage: Double? = nil, contributors: Int? = nil, dataset: String? = nil
    ) {
        self.indicator = indicator
        self.period = period
        self.keys = keys
        self.value = value
        self.method = method
        self.coverage = coverage
        self.contributors = contributors
        self.dataset = dataset
    }

    /// The keys as text, for sorting.
    var spelling: String { keys.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: " ") }
}
