internal import CostModel
public import Localization
internal import OfficeOpenXML

/// The questionnaire as an XLSForm: a spreadsheet that ODK, KoboToolbox and other programs for collecting make forms of, in six languages
/// (xlsform.org, reference table).
public struct XLSForm: Sendable {
    private let instrument: Instrument
    private let sections: [Section]
    private let round: String
    private let said = Catalogue(FormSentences.all)
    // The order of ITU's documents; the first is the language that a form opens in.
    private let languages: [Language]

    /// A form of the sections with these letters, or of all, that opens in a language.
    public init(_ instrument: Instrument, round: String, sections: [String]? = nil, opensIn language: Language = .english) {
        self.instrument = instrument
        self.round = round
        self.sections = instrument.sections.filter { sections?.contains($0.code) != false }
        languages = [language] + [Language.english, .french, .spanish, .russian, .arabic, .chinese].filter { $0 != language }
    }

    /// The file (`.xlsx`).
    public var bytes: [UInt8] {
        Workbook([
            .init("survey", rows: survey), .init("choices", rows: choices),
            .init(
                "settings",
                rows: [
                    ["form_title", "form_id", "version", "default_language", "style"],
                    [
                        said.text("form.title", in: languages[0]), "\(instrument.code)-\(round)", "\(instrument.version)",
                        name(languages[0]),
                        "pages",
                    ],
                ]),
        ]).bytes
    }

    /// A language as XLSForm names it: its own name and its tag.
    private func name(_ language: Language) -> String { "\(language.ownName) (\(language.rawValue))" }

    // MARK: Survey

    /// One line of the survey.
    private struct Line {
        var type: String
        var name = ""
        var label: ((Language) -> String)?
        var hint: Sentence?
        var relevant = ""
        var constraint = ""
        var message: ((Language) -> String)?
        var appearance = ""
    }

    private var survey: [[String]] {
        let head =
            ["type", "name", "relevant", "constraint", "appearance"]
            + ["label", "hint", "constraint_message"].flatMap { column in languages.map { "\(column)::\(name($0))" } }
        var lines = [
            Line(
                type: "text", name: "respondent", label: text("form.respondent"), constraint: "regex(., '^[A-Za-z0-9-]{1,64}$')",
                message: text("form.shape"))
        ]
        for section in sections {
            lines.append(
                Line(type: "begin group", name: section.code, label: { "\(section.code). \(section.title[$0])" }, appearance: "field-list"))
            lines += section.questions.flatMap(self.lines)
            lines.append(Line(type: "end group"))
        }
        return [head] + lines.map(row)
    }

    private func row(_ line: Line) -> [String] {
        [line.type, line.name, line.relevant, line.constraint, line.appearance]
            + languages.map { line.label?($0) ?? "" } + languages.map { line.hint?[$0] ?? "" } + languages.map { line.message?($0) ?? "" }
    }

    private func text(_ key: String, _ details: String...) -> (Language) -> String {
        { [said] in said.text(key, in: $0, details, isolation: .never) }
    }

    private func label(_ question: Question) -> (Language) -> String {
        { "\(question.code). \(question.label(in: $0))" }
    }

    private func lines(_ question: Question) -> [Line] {
        let relevant = question.relevance.map { relevance in
            // Nobody is asked about a question that is not in this form.
            sections.contains { $0.questions.contains { $0.code == relevance.code } }
                ? relevance.choices.map { "selected(${\(relevance.code)}, '\($0)')" }.joined(separator: " or ") : ""
        }
        switch question.kind {
        case .amount(let unit, let least, let most, _): return amount(question, unit, least, most, relevant ?? "")
        case .whole(let least, let most):
            return [
                Line(
                    type: "integer", name: question.code, label: label(question), hint: question.help, relevant: relevant ?? "",
                    constraint: ". >= \(least) and . <= \(most)", message: text("form.bounds", "\(least)", "\(most)"))
            ]
        case .text(let shape):
            return [
                Line(
                    type: "text", name: question.code, label: label(question), hint: question.help, relevant: relevant ?? "",
                    constraint: shape.pattern.map { "regex(., '^\($0)$')" } ?? "", message: shape.pattern == nil ? nil : text("form.shape"),
                    appearance: shape == .words ? "multiline" : "")
            ]
        case .one:
            return [
                Line(
                    type: "select_one \(question.code)", name: question.code, label: label(question), hint: question.help,
                    relevant: relevant ?? "")
            ]
        case .many:
            return [
                Line(
                    type: "select_multiple \(question.code)", name: question.code, label: label(question), hint: question.help,
                    relevant: relevant ?? "")
            ]
        }
    }

    /// An amount is a tick for "not available", three values, and what they are worth.
    private func amount(_ question: Question, _ unit: String, _ least: Double, _ most: Double, _ relevant: String) -> [Line] {
        let code = question.code
        let isAvailable = "not(selected(${\(code)_na}, 'yes'))"
        let hasValue = "${\(code)_mid} != ''"
        let bounds = ". >= \(AnswerReader.text(least)) and . <= \(AnswerReader.text(most))"
        let wrong = text("form.bounds", AnswerReader.text(least), AnswerReader.text(most))
        func part(_ part: String, _ type: String, _ when: String, _ constraint: String = "", _ message: ((Language) -> String)? = nil)
            -> Line
        {
            Line(
                type: type, name: "\(code)_\(part)", label: text(part == "conf" ? "form.confidentiality" : "form.\(part)"), relevant: when,
                constraint: constraint, message: message, appearance: type.hasPrefix("select_one") ? "minimal" : "")
        }
        var mid = part("mid", "decimal", isAvailable, bounds, wrong)
        mid.label = { [said] language in "\(said.text("form.mid", in: language)) (\(UnitSentences.text(unit, in: language)))" }
        return [
            Line(type: "begin group", name: "\(code)_group", label: label(question), hint: nil, relevant: relevant),
            Line(type: "note", name: "\(code)_help", label: { question.help[$0] }),
            part("na", "select_multiple na", ""), mid,
            part("low", "decimal", hasValue, "\(bounds) and . <= ${\(code)_mid}", text("form.order")),
            part("high", "decimal", hasValue, "\(bounds) and . >= ${\(code)_mid}", text("form.order")),
            part("method", "select_one method", hasValue), part("grade", "select_one grade", hasValue), part("source", "text", hasValue),
            part("conf", "select_one confidentiality", hasValue), Line(type: "end group"),
        ]
    }

    // MARK: Choices

    private var choices: [[String]] {
        var rows = [["list_name", "name"] + languages.map { "label::\(name($0))" }]
        func add(_ list: String, _ code: String, _ label: (Language) -> String) { rows.append([list, code] + languages.map(label)) }
        add("na", "yes", text("form.na"))
        for method in Answer.Method.allCases { add("method", method.rawValue, text("form.method.\(method.rawValue)")) }
        for grade in EvidenceGrade.allCases { add("grade", grade.rawValue, text("form.grade.\(grade.rawValue)")) }
        for value in Answer.Confidentiality.allCases {
            add("confidentiality", value.rawValue, text("form.confidentiality.\(value.rawValue)"))
        }
        for question in sections.flatMap(\.questions) {
            for option in question.options { add(question.code, option.code) { option.label[$0] } }
        }
        return rows
    }
}
