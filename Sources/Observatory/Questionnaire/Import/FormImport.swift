internal import CostModel

/// Takes returned forms into responses: what is wrong is told with its place, the rest is taken, and nothing is taken twice.
public struct FormImport: Sendable {
    /// What came of it.
    public struct Outcome: Sendable {
        /// The responses that changed, by respondent.
        public internal(set) var responses: [String: Response] = [:]
        /// What is wrong, in the order of the file.
        public internal(set) var problems: [FormProblem] = []
        /// How many forms were taken.
        public internal(set) var forms = 0
        /// How many answers were taken, those that say the same as before among them.
        public internal(set) var answers = 0
        /// How many forms had been taken before.
        public internal(set) var repeated = 0
    }

    private let instrument: Instrument
    private let round: String

    /// An import into a round.
    public init(_ instrument: Instrument, round: String) {
        self.instrument = instrument
        self.round = round
    }

    /// Reads a file of forms.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: its path, for problems.
    ///   - respondent: whose forms they are; nothing where they say so themselves.
    ///   - party: the party that filled them in, who may answer only the sections it was given; nothing where it is the respondent.
    ///   - responses: the responses so far, by respondent.
    public func read(
        _ bytes: [UInt8], path: String, respondent: String? = nil, party: String? = nil, into responses: [String: Response]
    ) -> Outcome {
        let file = FormFile(bytes, path: path, instrument: instrument)
        var outcome = Outcome(problems: file.problems)
        for form in file.forms {
            guard let code = respondent ?? form.respondent, FormImport.isCode(code) else {
                outcome.problems.append(
                    FormProblem(
                        path: path, line: form.line, field: "respondent",
                        message: "it is not said whose form this is; give a code of letters, digits and '-', at most 64"))
                continue
            }
            let before = outcome.responses[code] ?? responses[code] ?? Response(instrument, round: round, respondent: code)
            take(form, into: before, path: path, party: party, &outcome)
        }
        outcome.problems = Array(outcome.problems.prefix(FormLimits.problems))
        return outcome
    }

    /// Whether a text can be a respondent's code, and so the name of a file.
    public static func isCode(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 0x2D }
    }

    private func take(_ form: ReturnedForm, into before: Response, path: String, party: String?, _ outcome: inout Outcome) {
        var response = before
        func report(_ line: Int, _ field: String?, _ message: String) {
            outcome.problems.append(FormProblem(path: path, line: line, field: field, message: message))
        }
        let id = form.identity
        if response.forms.contains(id) {
            outcome.repeated += 1
            return
        }
        guard response.state.isOpen else {
            return report(
                form.line, nil, "the response of \(response.respondent) is \(response.state.rawValue); return it before it can change")
        }
        if let given = form.round, !given.isEmpty, given != response.round {
            return report(form.line, "round", "this is a form of round '\(given)', not of \(response.round)")
        }
        for (field, line) in form.unknown { report(line, field, "no question has this code; it was left out") }
        for (code, said) in form.fields.sorted(by: { $0.key < $1.key }) {
            guard let question = instrument[code] else { continue }
            if let party, response.delegations[question.section]?.party != party {
                report(said.line, code, "section \(question.section) is not with \(party); it was left out")
                continue
            }
            do {
                guard var answer = try AnswerReader(question: question).answer(said.parts) else { continue }
                answer.isPrefilled = response.answers[code].map { $0.isPrefilled && $0.content == answer.content } ?? false
                response.answers[code] = answer
                outcome.answers += 1
            } catch {
                report(said.line, code, error.message)
            }
        }
        response.forms.append(id)
        outcome.forms += 1
        outcome.responses[response.respondent] = response
    }
}

extension Response {
    /// Takes in what the observatory knows, where nobody answered yet.
    ///
    /// - Returns: the codes that could not be taken: no such question, another unit, or a range out of order.
    @discardableResult
    public mutating func prefill(_ known: [PrefilledAnswer], in instrument: Instrument) -> [String] {
        var left: [String] = []
        for value in known {
            guard let question = instrument[value.code], case .amount(let unit, let least, let most, _) = question.kind, unit == value.unit,
                least <= value.low, value.low <= value.mid, value.mid <= value.high, value.high <= most
            else {
                left.append(value.code)
                continue
            }
            if let answer = answers[value.code], !answer.isPrefilled { continue }
            let method = Answer.Method(value.method)
            answers[value.code] = Answer(
                .amount(.init(low: value.low, mid: value.mid, high: value.high)), method: method, grade: method.usualGrade,
                source: value.sourceNote, coverage: value.coverage, isPrefilled: true)
        }
        return left
    }
}
