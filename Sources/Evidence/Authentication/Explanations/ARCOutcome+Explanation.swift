internal import Localization
internal import Resolving

extension ARCOutcome {
    /// What came of the chain, explained.
    public var explained: Explanation {
        let last = domains.first?.description ?? ""
        var explained = Explanation(mark, result.rawValue, of: last, reason(last))
        explained.further = sets.map { set in
            let results = Explanation.text(set.results).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return Statement("auth.arc.set", String(set.instance), set.domain.description, results)
        }
        return explained
    }

    private var mark: Explanation.Mark {
        switch result {
        case .pass: .proved
        case .fail: .denied
        case .none: .open
        case .temperror: .unknown
        }
    }

    private func reason(_ last: String) -> Statement {
        switch result {
        case .none: Statement("auth.arc.none")
        case .pass: Statement("auth.arc.pass", String(sets.count), last)
        case .fail: Statement("auth.arc.fail", details: problem.map { [.statement($0.statement)] } ?? [])
        case .temperror: problem?.statement ?? Statement("auth.no-answer")
        }
    }
}

extension ARCProblem {
    /// What is wrong, in the reader's language.
    var statement: Statement {
        switch self {
        case .tooManySets: Statement("auth.arc.too-many-sets")
        case .fieldTooLong(let field, let bytes): Statement("auth.arc.field-too-long", field.rawValue, String(bytes))
        case .syntax(let field, let error):
            Statement("auth.arc.syntax", details: [.text(field.rawValue), .statement(error.mistake), .text(String(error.offset))])
        case .missing(let field, let instance): Statement("auth.arc.missing", String(instance), field.rawValue)
        case .repeated(let field, let instance): Statement("auth.arc.repeated", String(instance), field.rawValue)
        case .wrongStatus(let status, let instance): Statement("auth.arc.wrong-status", String(instance), status.rawValue)
        case .failedBefore(let instance): Statement("auth.arc.failed-before", String(instance))
        case .messageSignature(let problem, let instance):
            Statement("auth.arc.message-signature", details: [.text(String(instance)), .statement(problem.statement)])
        case .seal(let problem, let instance):
            Statement("auth.arc.seal", details: [.text(String(instance)), .statement(problem.statement)])
        }
    }
}
