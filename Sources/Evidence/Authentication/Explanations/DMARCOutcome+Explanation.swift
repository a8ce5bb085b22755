internal import Localization
internal import Resolving

extension DMARCOutcome {
    /// What came of DMARC, explained.
    public var explained: Explanation {
        var explained = Explanation(mark, result.rawValue, of: author, reason)
        if result == .pass || result == .fail, case .severalAuthors(let domains) = problem {
            explained.further.append(Statement("auth.dmarc.several-authors", domains.joined(separator: ", ")))
        }
        if let record, let policyDomain {
            explained.further.append(Statement("auth.dmarc.record", policyDomain.description, Explanation.text(record.bytes)))
        }
        if let easing { explained.further.append(easing.statement) }
        explained.further += identifiers.map(\.statement)
        explained.steps = steps.map {
            Explanation.Step(depth: 0, text: "_dmarc.\($0.domain)", result: $0.finding.description, $0.finding.statement)
        }
        return explained
    }

    private var mark: Explanation.Mark {
        switch result {
        case .pass: .proved
        case .fail: .denied
        case .none: .open
        case .temperror, .permerror: .unknown
        }
    }

    private var reason: Statement {
        switch result {
        case .pass: Statement("auth.dmarc.pass", author)
        case .fail:
            switch applied {
            case .none: Statement("auth.dmarc.fail-none", author)
            case .quarantine: Statement("auth.dmarc.fail-quarantine", author)
            case .reject: Statement("auth.dmarc.fail-reject", author)
            }
        case .none, .temperror, .permerror: problem?.statement ?? Statement("auth.dmarc.none", author)
        }
    }
}

extension DMARCOutcome.Problem {
    /// What is wrong, in the reader's language.
    var statement: Statement {
        switch self {
        case .noAuthor: Statement("auth.dmarc.no-author")
        case .notADomain(let domain): Statement("auth.spf.not-a-domain", domain)
        case .severalAuthors(let domains): Statement("auth.dmarc.several-authors", domains.joined(separator: ", "))
        case .tooManyAuthors: Statement("auth.dmarc.too-many-authors")
        case .notAnswered(let question): Statement("auth.not-answered", question)
        case .severalRecords(let domain): Statement("auth.several-records", domain)
        case .unusableRecord(let domain): Statement("auth.dmarc.unusable-record", domain)
        case .senderNotKnown: Statement("auth.dmarc.sender-not-known")
        case .notAuthenticated(let domain): Statement("auth.dmarc.not-authenticated", domain)
        }
    }
}

extension DMARCOutcome.Easing {
    /// Why less is done, in the reader's language.
    fileprivate var statement: Statement {
        switch self {
        case .testing: Statement("auth.dmarc.testing")
        case .sampledOut: Statement("auth.dmarc.sampled-out")
        case .existenceUnknown: Statement("auth.dmarc.existence-unknown")
        }
    }
}

extension DMARCOutcome.Identifier {
    /// What an identifier says of the author, in the reader's language.
    fileprivate var statement: Statement {
        let key =
            switch isAligned {
            case true?: "auth.dmarc.aligned"
            case false?: "auth.dmarc.not-aligned"
            case nil: "auth.dmarc.not-compared"
            }
        return Statement(key, mechanism == .dkim ? "DKIM" : "SPF", domain, result)
    }
}

extension DMARCOutcome.Finding: CustomStringConvertible {
    /// What was found at a name, in a few words.
    public var description: String {
        switch self {
        case .record: "record"
        case .nothing(let outcome), .notAnswered(let outcome): outcome.description
        case .otherTexts: "other texts"
        case .severalRecords: "several records"
        }
    }
}
