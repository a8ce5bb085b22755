public import Localization
internal import Messages

extension SPFOutcome {
    /// What came of SPF, explained.
    public var explained: Explanation {
        let name = Explanation.text(domain)
        var explained = Explanation(mark, result.rawValue, of: name, problem?.statement(of: name) ?? meaning(of: name))
        explained.steps = steps.map {
            let text = $0.depth == 0 ? $0.term : "\($0.domain): \($0.term)"
            return Explanation.Step(depth: $0.depth, text: text, result: $0.finding.description, $0.finding.statement)
        }
        if record != nil { explained.further.append(Statement("auth.spf.cost", String(termsThatAsk), String(voidLookups))) }
        if let explanation { explained.further.append(Statement("auth.spf.explanation", explanation)) }
        return explained
    }

    private var mark: Explanation.Mark {
        switch result {
        case .pass: .proved
        case .fail, .softfail: .denied
        case .none, .neutral: .open
        case .temperror, .permerror: .unknown
        }
    }

    private func meaning(of name: String) -> Statement {
        let client = identity.address.description
        return switch result {
        case .pass: Statement("auth.spf.pass", client, name)
        case .fail: Statement("auth.spf.fail", client, name)
        case .softfail: Statement("auth.spf.softfail", client, name)
        case .neutral: Statement("auth.spf.neutral", client, name)
        case .none: Statement("auth.spf.none", name)
        case .temperror, .permerror: Statement("auth.no-answer")
        }
    }
}

extension SPFOutcome.Problem {
    /// What is wrong, in the reader's language.
    /// - Parameter domain: the domain that was asked about.
    func statement(of domain: String) -> Statement {
        switch self {
        case .notADomain: Statement("auth.spf.not-a-domain", domain)
        case .notAnswered(let question): Statement("auth.not-answered", question)
        case .severalRecords(let domain): Statement("auth.several-records", domain)
        case .syntax(let error, let domain):
            Statement("auth.spf.syntax", details: [.text(domain), .statement(error.mistake), .text(String(error.offset))])
        case .tooManyTerms: Statement("auth.spf.too-many-terms")
        case .tooManyVoidLookups: Statement("auth.spf.too-many-void")
        case .tooManyExchanges(let domain): Statement("auth.spf.too-many-exchanges", domain)
        case .noRecord(let domain): Statement("auth.spf.no-record", domain)
        }
    }
}

extension SPFSyntaxError {
    /// What is wrong, to stand inside a sentence that names the record.
    public var mistake: Statement {
        let word =
            switch kind {
            case .notPrintable: "notPrintable"
            case .unknownMechanism: "unknownMechanism"
            case .unexpectedArgument: "unexpectedArgument"
            case .missingDomain: "missingDomain"
            case .badDomain: "badDomain"
            case .badMacro: "badMacro"
            case .badAddress: "badAddress"
            case .badLength: "badLength"
            case .repeatedModifier: "repeatedModifier"
            case .badVersion: "badVersion"
            }
        return Statement("auth.spf.mistake." + word)
    }
}

extension SPFOutcome.Finding: CustomStringConvertible {
    /// What a term came to, in a word.
    public var description: String {
        switch self {
        case .noMatch: "no match"
        case .match(let result): result.rawValue
        case .followed: "followed"
        case .undecided(let result): result.rawValue
        }
    }
}
