public import CostModel
internal import Localization
internal import Messages

/// Turns answers into a ledger of costs (`chaffinch cost`): values with source, method and grade, and never a value that nobody gave.
public struct CostFeed: Sendable {
    private let instrument: Instrument
    private let response: Response
    private let currency: String
    private let year: Int

    /// The answers of a response; nothing where it names no country, currency and year of prices (A3, A9, A10).
    public init?(_ response: Response, in instrument: Instrument) {
        guard let currency = response.answers["A9"]?.text, let year = response.answers["A10"]?.range?.mid,
            response.answers["A3"]?.text != nil
        else { return nil }
        self.instrument = instrument
        self.response = response
        self.currency = currency
        self.year = Int(year)
    }

    /// The ledger, as `chaffinch cost` reads it.
    public var yaml: String {
        let country = response.answers["A3"]?.text ?? ""
        var lines = [
            "# Made of the answers of \(response.respondent) to the questionnaire \(instrument.code), round \(response.round).",
            "ledger:", "  title: \(quoted("\(response.answers["A1"]?.text ?? country), \(response.round)"))", "  country: \(country)",
            "  currency: \(currency)", "  price-year: \(year)", "", "parameters:",
        ]
        for entry in entries {
            let definition = entry.parameter.definition
            guard let range = entry.range else {
                lines.append("  \(definition.id): {method: not-available, source: \(quoted(entry.source))}")
                continue
            }
            let price = definition.isPrice ? ", year: \(year)" : ""
            lines.append(
                "  \(definition.id): {value: \(text(range)), unit: \(quoted(definition.unit(in: currency)))\(price), source: \(quoted(entry.source)), "
                    + "method: \(entry.method.rawValue), grade: \(entry.grade.rawValue)}")
        }
        let facilities = self.facilities
        if !facilities.isEmpty { lines += ["", "facilities:"] + facilities }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One value for the ledger.
    public struct Entry: Sendable, Hashable {
        /// What it is a value of.
        public let parameter: Parameter
        /// The value, in the parameter's unit; nothing where it cannot be had.
        public let range: ParameterRange?
        /// How it was come by.
        public let method: EstimationMethod
        /// How good the evidence is.
        public let grade: EvidenceGrade
        /// Whose answer to which question it is, and what they say of it.
        public let source: String
    }

    /// The values that the answers give, in the order of the questions.
    public var entries: [Entry] {
        var entries = instrument.questions.compactMap { question -> Entry? in
            guard let parameter = question.parameter, let answer = response.answers[question.code] else { return nil }
            if answer.content == .notAvailable {
                return Entry(
                    parameter: parameter, range: nil, method: .notAvailable, grade: .assumption,
                    source: source(question.code, answer.source))
            }
            guard let range = answer.range else { return nil }
            let factor = parameter.definition.unit.hasPrefix("share") ? 0.01 : 1
            return entry(parameter, scaled(range, factor), [question.code])
        }
        entries += [(Parameter.spamShare, "B2_email", "B1_email"), (.inboxShare, "B3_email", "B2_email")].compactMap(share)
        return entries
    }

    private func entry(_ parameter: Parameter, _ range: ParameterRange, _ codes: [String]) -> Entry {
        let answers = codes.compactMap { response.answers[$0] }
        // What two answers make is as good as the worse of them.
        let worst = answers.max { grade($0).rawValue < grade($1).rawValue }
        let note = answers.compactMap(\.source).joined(separator: "; ")
        return Entry(
            parameter: parameter, range: range, method: (worst?.method ?? .expert).estimation, grade: worst.map(grade) ?? .assumption,
            source: source(codes.joined(separator: "/"), note.isEmpty ? nil : note))
    }

    private func grade(_ answer: Answer) -> EvidenceGrade { answer.grade ?? (answer.method ?? .expert).usualGrade }

    private func source(_ codes: String, _ note: String?) -> String {
        "\(instrument.code) \(response.round), \(response.respondent), \(codes)" + (note.map { ": " + $0.prefix(200) } ?? "")
    }

    /// A share of two amounts, its range as wide as theirs allow.
    private func share(_ parameter: Parameter, _ part: String, _ whole: String) -> Entry? {
        guard let one = response.answers[part]?.range, let all = response.answers[whole]?.range, all.low > 0, one.mid <= all.mid else {
            return nil
        }
        let range = ParameterRange(low: min(one.low / all.high, 1), mid: one.mid / all.mid, high: min(one.high / all.low, 1))
        return entry(parameter, range, [part, whole])
    }

    private func scaled(_ range: ParameterRange, _ factor: Double) -> ParameterRange {
        ParameterRange(low: range.low * factor, mid: range.mid * factor, high: range.high * factor)
    }

    /// What there is and what is needed, by class of X.1231; only where both were said.
    private var facilities: [String] {
        Layer.allCases.compactMap { layer in
            let codes = ["G1_\(layer.rawValue)", "G2_\(layer.rawValue)"]
            guard let installed = response.answers[codes[0]]?.range, let needed = response.answers[codes[1]]?.range else { return nil }
            let worth = entry(.serverPrice, installed, codes)
            return
                "  - {class: \(layer.rawValue), means: technical, required: \(text(needed)), installed: \(text(installed)), unit: \(currency), "
                + "year: \(year), source: \(quoted(worth.source)), method: \(worth.method.rawValue), grade: \(worth.grade.rawValue)}"
        }
    }

    private func text(_ range: ParameterRange) -> String {
        guard range.isOpen else { return AnswerReader.text(range.mid) }
        return "{low: \(AnswerReader.text(range.low)), mid: \(AnswerReader.text(range.mid)), high: \(AnswerReader.text(range.high))}"
    }

    /// A text that YAML reads as it stands: in quotes, on one line, quotes and backslashes escaped.
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029:
                quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
