public import CostModel
public import Localization

/// One question of an instrument.
public struct Question: Sendable {
    /// Its code: letters, digits and `_`, the letter of its section first. Forms bring answers back by it.
    public let code: String
    /// What can be answered.
    public let kind: Kind
    /// What is asked.
    public let stem: Sentence
    /// What of: a channel, a class, a facility class; nothing where the stem says all.
    public let item: Sentence?
    /// How to answer.
    public let help: Sentence
    /// When it is asked at all; nothing where always.
    public let relevance: Relevance?
    /// The key of the answer in the study's SDMX structures; nothing where there is no such series.
    public let sdmxKey: String?
    /// What of the observatory answers it beforehand; nothing where nothing does.
    public let prefill: String?
    /// How many minutes it takes to answer.
    public let burdenMinutes: Double
    /// The parameter of the cost model that the answer feeds; nothing where none.
    public let parameter: Parameter?

    /// What can be answered.
    public enum Kind: Sendable {
        /// A value with its range, in a unit, from least to most; `¤` in the unit is the respondent's currency.
        case amount(unit: String, least: Double, most: Double, adds: Bool)
        /// A whole number without range, such as a year.
        case whole(least: Int, most: Int)
        /// Some words, in a shape where there is one.
        case text(TextShape)
        /// One of several.
        case one([Option])
        /// Any of several.
        case many([Option])
    }

    /// One choice.
    public struct Option: Sendable {
        /// Its code.
        public let code: String
        /// What it says.
        public let label: Sentence

        init(_ code: String, _ label: Sentence) {
            self.code = code
            self.label = label
        }
    }

    /// What a text must look like.
    public enum TextShape: String, Sendable {
        /// Any words.
        case words
        /// Two capital letters (ISO 3166-1).
        case country
        /// Three capital letters (ISO 4217).
        case currency
        /// `2026`, `2026-Q3` or `2026-07` (SDMX).
        case period

        /// A regular expression that the whole text matches, in what XPath and JavaScript have in common; nothing where any text will do.
        public var pattern: String? {
            switch self {
            case .words: nil
            case .country: "[A-Z]{2}"
            case .currency: "[A-Z]{3}"
            case .period: "[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?"
            }
        }

        func matches(_ text: String) -> Bool {
            let bytes = Array(text.utf8)
            func capitals(_ count: Int) -> Bool { bytes.count == count && bytes.allSatisfy { (65...90).contains($0) } }
            switch self {
            case .words: return true
            case .country: return capitals(2)
            case .currency: return capitals(3)
            case .period:
                let parts = text.split(separator: "-", omittingEmptySubsequences: false)
                guard parts.count <= 2, parts[0].utf8.count == 4, parts[0].utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
                let rest = parts.count == 2 ? String(parts[1]) : "Q1"
                return ["Q1", "Q2", "Q3", "Q4"].contains(rest) || (rest.utf8.count == 2 && (1...12).contains(Int(rest) ?? 0))
            }
        }
    }

    /// A question is asked only where another was answered with one of these choices.
    public struct Relevance: Sendable {
        /// The other question.
        public let code: String
        /// The choices.
        public let choices: [String]
    }

    /// The section's letter.
    public var section: String { String(code.prefix(1)) }

    /// What is asked, in a language.
    public func label(in language: Language) -> String {
        // What parameters mean is written to stand inside a sentence.
        let stem = stem[language].prefix(1).uppercased() + stem[language].dropFirst()
        guard let item else { return stem }
        return stem + (language == .chinese ? "：" : ": ") + item[language]
    }

    /// The choices; none where it is no choice.
    public var options: [Option] {
        switch kind {
        case .one(let options), .many(let options): options
        case .amount, .whole, .text: []
        }
    }
}

/// A part of an instrument that one party answers.
public struct Section: Sendable {
    /// Its letter.
    public let code: String
    /// Its name.
    public let title: Sentence
    /// What is asked.
    public let questions: [Question]
}
