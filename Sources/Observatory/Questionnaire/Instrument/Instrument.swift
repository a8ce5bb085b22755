public import Localization

/// What is asked in a round of the study, in one version.
public struct Instrument: Sendable {
    /// Its code.
    public let code: String
    /// Its version; forms of another version are read as far as their questions are still asked.
    public let version: Int
    /// The sections, in order.
    public let sections: [Section]
    private let places: [String: Question]

    init(code: String, version: Int, sections: [Section]) {
        self.code = code
        self.version = version
        self.sections = sections
        places = Dictionary(sections.flatMap(\.questions).map { ($0.code, $0) }) { first, _ in first }
    }

    /// All questions, in order.
    public var questions: [Question] { sections.flatMap(\.questions) }

    /// The question of a code.
    public subscript(code: String) -> Question? { places[code] }

    /// How long it takes to answer all of it, in minutes, where what the observatory knows need only be looked at.
    public var burdenMinutes: Double { questions.reduce(0) { $0 + ($1.prefill == nil ? $1.burdenMinutes : $1.burdenMinutes / 4) } }

    /// Everything that it says to people, for the check of translations.
    public var sentences: [Sentence] {
        var said: [Sentence] = []
        for section in sections {
            said.append(section.title)
            for question in section.questions {
                said += [question.stem, question.help] + question.options.map(\.label)
                if let item = question.item { said.append(item) }
            }
        }
        var met: Set<String> = []
        return said.filter { met.insert($0.key).inserted }
    }
}
