public import CostModel
public import Observatory

/// What was answered to one question. That it cannot be had is an answer, and another thing than zero, than no answer and than not being asked.
public struct Answer: Sendable, Hashable {
    /// What is said.
    public enum Content: Sendable, Hashable {
        /// A value with its range.
        case amount(ParameterRange)
        /// Words.
        case text(String)
        /// Codes of choices, in the order of the question.
        case choices([String])
        /// It was looked for and cannot be had.
        case notAvailable
    }

    /// How a value was come by.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// All of it was measured.
        case measured
        /// A part of it was measured.
        case sampled
        /// People or operators told of it.
        case reported
        /// Somebody was asked.
        case surveyed
        /// It was read in what others published.
        case published
        /// It was worked out of other values.
        case estimated
        /// Somebody who knows the field says so.
        case expert

        /// The same in the words of the ledger of costs.
        public var estimation: EstimationMethod {
            switch self {
            case .measured: .measured
            case .sampled: .sampled
            case .reported, .surveyed: .surveyed
            case .published: .published
            case .estimated: .estimated
            case .expert: .expert
            }
        }

        /// The grade of evidence where the respondent gives none.
        public var usualGrade: EvidenceGrade {
            switch self {
            case .measured, .sampled: .measured
            case .reported, .surveyed: .survey
            case .published: .literature
            case .estimated, .expert: .assumption
            }
        }

        /// The method of an observatory's figure.
        public init(_ method: CountMethod) {
            switch method {
            case .measured: self = .measured
            case .sampled: self = .sampled
            case .reported: self = .reported
            case .surveyed: self = .surveyed
            }
        }
    }

    /// Who may see it.
    public enum Confidentiality: String, Sendable, Hashable, CaseIterable {
        /// It goes into sums with others, by the rules of disclosure.
        case statistics
        /// It may be shown with the respondent's name.
        case open
        /// Only the centre that asked may see it; it goes into no figure.
        case closed
    }

    /// What is said.
    public var content: Content
    /// How it was come by; nothing where it was not said.
    public var method: Method?
    /// How good the evidence is; nothing where it was not said.
    public var grade: EvidenceGrade?
    /// Where it comes from, in the respondent's words.
    public var source: String?
    /// The share of what is asked about that was looked at, 0 to 1; nothing where it is not known.
    public var coverage: Double?
    /// Who may see it.
    public var confidentiality: Confidentiality
    /// Whether it comes from the observatory and nobody changed it since.
    public var isPrefilled: Bool

    /// An answer.
    public init(
        _ content: Content, method: Method? = nil, grade: EvidenceGrade? = nil, source: String? = nil, coverage: Double? = nil,
        confidentiality: Confidentiality = .statistics, isPrefilled: Bool = false
    ) {
        self.content = content
        self.method = method
        self.grade = grade
        self.source = source
        self.coverage = coverage
        self.confidentiality = confidentiality
        self.isPrefilled = isPrefilled
    }

    /// The range of an amount.
    public var range: ParameterRange? {
        guard case .amount(let range) = content else { return nil }
        return range
    }

    /// The choices made.
    public var choices: [String] {
        guard case .choices(let choices) = content else { return [] }
        return choices
    }

    /// The words.
    public var text: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }
}

/// What the observatory knows of one question before anybody is asked.
public struct PrefilledAnswer: Sendable, Hashable {
    /// The question's code.
    public var code: String
    /// The lowest value.
    public var low: Double
    /// The likeliest value.
    public var mid: Double
    /// The highest value.
    public var high: Double
    /// What it is counted in; it has to be the question's unit.
    public var unit: String
    /// How it was come by.
    public var method: CountMethod
    /// The share of what is asked about that was looked at, 0 to 1; nothing where it is not known.
    public var coverage: Double?
    /// Where it comes from, with the date of the data.
    public var sourceNote: String

    /// An answer of the observatory.
    public init(
        code: String, low: Double, mid: Double, high: Double, unit: String, method: CountMethod, coverage: Double? = nil, sourceNote: String
    ) {
        self.code = code
        self.low = low
        self.mid = mid
        self.high = high
        self.unit = unit
        self.method = method
        self.coverage = coverage
        self.sourceNote = sourceNote
    }
}
