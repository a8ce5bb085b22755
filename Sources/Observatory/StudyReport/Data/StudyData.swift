public import Localization
public import Observatory

/// Everything a report is made of. Whatever figures a report shows stand here, and nowhere else.
public struct StudyData: Sendable, Hashable {
    /// A dataset that names of networks and countries were looked up in.
    public struct Dataset: Sendable, Hashable {
        /// What figures call it.
        public var id: String
        /// Its name.
        public var name: String
        /// Its date, as its publisher writes it.
        public var date: String

        /// A dataset.
        public init(id: String, name: String, date: String) {
            self.id = id
            self.name = name
            self.date = date
        }
    }

    /// What respondents of the questionnaire answered to one question.
    public struct Answer: Sendable, Hashable {
        /// The question's code.
        public var code: String
        /// The question, in the languages there are.
        public var question: [Language: String]
        /// The answer.
        public var value: StudyValue
        /// Its unit, as the questionnaire has it.
        public var unit: String
        /// How it came about.
        public var method: CountMethod
        /// How many respondents it comes from.
        public var respondents: Int?

        /// An answer.
        public init(
            code: String, question: [Language: String], value: StudyValue, unit: String, method: CountMethod = .surveyed, respondents: Int?
        ) {
            self.code = code
            self.question = question
            self.value = value
            self.unit = unit
            self.method = method
            self.respondents = respondents
        }
    }

    /// The country, by ISO 3166-1 alpha-2.
    public var country: String
    /// Names of countries, networks, operators and languages by their codes, in the languages there are; a code without a name is
    /// shown as it is.
    public var names: [String: [Language: String]]
    /// Who answers for the study.
    public var organisation: String
    /// The period.
    public var period: StudyPeriod
    /// The version of the data: two reports of one version and one program are the same bytes.
    public var version: String
    /// Whether all of it is invented, to show how a report looks.
    public var isExample: Bool
    /// The policy that said what counts as spam, and its version; nothing where it is not known.
    public var policy: String?
    /// The figures.
    public var figures: [StudyFigure]
    /// The datasets that figures name.
    public var datasets: [Dataset]
    /// Costs and investment; nothing where there is no ledger.
    public var costs: StudyCosts?
    /// What the questionnaire came to.
    public var answers: [Answer]

    /// Data without figures.
    public init(
        country: String, names: [String: [Language: String]] = [:], organisation: String, period: StudyPeriod, version: String,
        isExample: Bool = false, policy: String? = nil, figures: [StudyFigure] = [], datasets: [Dataset] = [], costs: StudyCosts? = nil,
        answers: [Answer] = []
    ) {
        self.country = country
        self.names = names
        self.organisation = organisation
        self.period = period
        self.version = version
        self.isExample = isExample
        self.policy = policy
        self.figures = figures
        self.datasets = datasets
        self.costs = costs
        self.answers = answers
    }

    /// The name of a code in a language; in English where there is none in that, and the code where there is none at all.
    public func name(of code: String, in language: Language) -> String { names[code]?[language] ?? names[code]?[.english] ?? code }

    /// The figures that are told apart by exactly these keys, in the order of their keys and periods.
    public func figures(of indicator: StudyIndicator, by keys: Set<StudyKey> = [], in period: StudyPeriod? = nil) -> [StudyFigure] {
        figures.filter { $0.indicator == indicator && Set($0.keys.keys) == keys && (period == nil || $0.period == period) }
            .sorted { ($0.spelling, $0.period) < ($1.spelling, $1.period) }
    }

    /// The figure of these keys in a period; nothing where there is none.
    public func figure(of indicator: StudyIndicator, _ keys: [StudyKey: String] = [:], in period: StudyPeriod) -> StudyFigure? {
        figures.first { $0.indicator == indicator && $0.period == period && $0.keys == keys }
    }
}
