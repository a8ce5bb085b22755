public import Localization

/// What a parameter means, what it is counted in, which values it can have, and what is published of it.
public struct ParameterDefinition: Sendable {
    /// The parameter.
    public let parameter: Parameter
    /// Its name in files and reports.
    public let id: String
    /// What it is counted in. `¤` stands for the currency of a ledger; where it occurs the parameter is a price.
    public let unit: String
    /// Which values it can have.
    public let bounds: ParameterBounds
    /// What is published of it, to be used where a ledger says nothing; of prices nothing is.
    public let published: PublishedRange?
    /// What it is, for people.
    public let meaning: Sentence

    /// Whether the parameter is an amount of money, which has a year and a country.
    public var isPrice: Bool { unit.contains("¤") }

    /// Whether the parameter is a rate of conversion, one number that is looked up.
    public var isRate: Bool { parameter == .purchasingPower || parameter == .euroPrice }

    /// The unit with a currency put in.
    public func unit(in currency: String) -> String { unit.replacing("¤", with: currency) }

    init(
        _ parameter: Parameter, _ id: String, _ unit: String, _ bounds: ParameterBounds, _ published: PublishedRange? = nil, en: String,
        fr: String, es: String, ru: String, ar: String, zh: String
    ) {
        self.parameter = parameter
        self.id = id
        self.unit = unit
        self.bounds = bounds
        self.published = published
        self.meaning = Sentence("cost.parameter.\(id)", en: en, fr: fr, es: es, ru: ru, ar: ar, zh: zh)
    }

    /// All of them.
    public static let all = mail + carrying + servers + work + users + transfers + outlook

    static let byParameter: [ParameterDefinition] = {
        let table = Dictionary(all.map { ($0.parameter, $0) }) { first, _ in first }
        return Parameter.allCases.map { parameter in
            guard let definition = table[parameter] else { preconditionFailure("\(parameter) has no definition") }
            return definition
        }
    }()

    static let parameterByID = Dictionary(all.map { ($0.id, $0.parameter) }) { first, _ in first }
}

/// Which values a parameter can have at all; what is likely is another question (`Plausibility`).
public enum ParameterBounds: Sendable, Hashable {
    /// From 0 to 1.
    case share
    /// More than 0, at most 1: a share that something is divided by.
    case divisor
    /// 0 or more.
    case amount
    /// More than 0.
    case positive
    /// 1 or more.
    case factor
    /// More than -1: what grows by -1 is gone.
    case change

    /// The largest value of anything here: far more than the messages of the world in a year.
    static let largest = 1e18
    /// The smallest value above 0. Products of the largest over those of the smallest stay finite.
    static let smallest = 1e-9

    /// Whether a value is possible.
    func contains(_ value: Double) -> Bool {
        guard value.isFinite, value <= ParameterBounds.largest else { return false }
        return switch self {
        case .share: (0...1).contains(value)
        case .divisor: value >= ParameterBounds.smallest && value <= 1
        case .amount: value >= 0
        case .positive: value >= ParameterBounds.smallest
        case .factor: value >= 1
        case .change: value > -1 && value <= 10
        }
    }

    /// The same in words.
    var words: String {
        switch self {
        case .share: "a number from 0 to 1"
        case .divisor: "a number above 0, from 1e-9 to 1"
        case .amount: "a number from 0 to 1e18"
        case .positive: "a number above 0, from 1e-9 to 1e18"
        case .factor: "a number from 1 to 1e18"
        case .change: "a number above -1, at most 10 (0.1 is a growth of 10 percent a year)"
        }
    }
}

/// What is published of a parameter, and how much that is worth.
public struct PublishedRange: Sendable, Hashable {
    /// The range.
    public let range: ParameterRange
    /// How good the evidence is.
    public let grade: EvidenceGrade
    /// Who says so.
    public let source: String

    init(_ low: Double, _ mid: Double, _ high: Double, _ grade: EvidenceGrade, _ source: String) {
        self.range = ParameterRange(low: low, mid: mid, high: high)
        self.grade = grade
        self.source = source
    }
}

/// How good the evidence for a value is.
public enum EvidenceGrade: String, Sendable, Hashable, CaseIterable {
    /// Measured.
    case measured = "A"
    /// From a survey.
    case survey = "B"
    /// From what others published.
    case literature = "C"
    /// Assumed.
    case assumption = "D"
}

/// How a value was come by.
public enum EstimationMethod: String, Sendable, Hashable, CaseIterable {
    /// All of it was measured.
    case measured
    /// A part of it was measured.
    case sampled
    /// People were asked.
    case surveyed
    /// It was read in what others published, or on a price list.
    case published
    /// It was worked out of other values.
    case estimated
    /// Somebody who knows the field says so.
    case expert
    /// It was looked for and cannot be had, which is something else than zero.
    case notAvailable = "not-available"
}
