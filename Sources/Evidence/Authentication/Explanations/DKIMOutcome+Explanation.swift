public import Localization
internal import Messages
internal import Resolving

extension DKIMSignatureOutcome {
    /// What came of a signature, explained.
    public var explained: Explanation {
        let domain = signature?.key.domain.description ?? ""
        let selector = signature?.key.selector.description ?? ""
        let reason = problem?.statement ?? Statement("auth.dkim.pass", domain, selector)
        var explained = Explanation(mark, result.rawValue, of: domain, reason)
        if let signature {
            let bits = keyBits.map(String.init) ?? "?"
            explained.further.append(Statement("auth.dkim.facts", selector, signature.algorithm.rawValue, bits))
            explained.further.append(Statement("auth.dkim.covers", signedFields.map(\.name).joined(separator: ", ")))
        }
        explained.further += remarks.map(\.statement)
        return explained
    }

    private var mark: Explanation.Mark {
        switch result {
        case .pass: .proved
        case .none, .neutral, .policy: .open
        case .fail: .denied
        case .temperror, .permerror: .unknown
        }
    }
}

extension DKIMSignatureOutcome.Remark {
    /// The remark in the reader's language.
    var statement: Statement {
        switch self {
        case .bodyNotCovered(let bytes): Statement("auth.dkim.body-not-covered", String(bytes))
        case .severalFrom(let count): Statement("auth.dkim.several-from", String(count))
        case .testing: Statement("auth.dkim.testing")
        }
    }
}

extension DKIMProblem {
    /// What is wrong, in the reader's language.
    public var statement: Statement {
        switch self {
        case .syntax(let error): error.statement("auth.dkim.syntax")
        case .fieldTooLong(let bytes): Statement("auth.dkim.field-too-long", String(bytes))
        case .fromNotSigned: Statement("auth.dkim.from-not-signed")
        case .fromNotCovered(let present, let signed): Statement("auth.dkim.from-not-covered", String(present), String(signed))
        case .identityOutsideDomain: Statement("auth.dkim.identity-outside")
        case .identityInSubdomain: Statement("auth.dkim.identity-subdomain")
        case .expired(let moment): Statement("auth.dkim.expired", "\(moment)")
        case .fromTheFuture(let moment): Statement("auth.dkim.from-the-future", "\(moment)")
        case .notAnswered(let question): Statement("auth.not-answered", question)
        case .keyMissing(let question): Statement("auth.dkim.key-missing", question)
        case .keySyntax(let error): error.statement("auth.dkim.key-syntax")
        case .keyRevoked: Statement("auth.dkim.key-revoked")
        case .keyForOtherService: Statement("auth.dkim.key-other-service")
        case .keyOfOtherType: Statement("auth.dkim.key-other-type")
        case .keyForbidsHash: Statement("auth.dkim.key-forbids-hash")
        case .keySize(let bits): Statement("auth.dkim.key-size", String(bits))
        case .weakHash(let wouldVerify): Statement(wouldVerify ? "auth.dkim.weak-hash-right" : "auth.dkim.weak-hash-wrong")
        case .bodyDiffers: Statement("auth.dkim.body-differs")
        case .bodyTooShort(let signed, let present): Statement("auth.dkim.body-too-short", String(signed), String(present))
        case .bodyNotCovered(let bytes): Statement("auth.dkim.body-not-covered", String(bytes))
        case .signatureDiffers: Statement("auth.dkim.signature-differs")
        }
    }
}

extension DKIMSyntaxError {
    /// What is wrong, in the sentence of this key or, where a tag is concerned, in the one that names it.
    func statement(_ key: String) -> Statement {
        guard let tag else { return Statement(key, details: [.statement(mistake), .text(String(offset))]) }
        return Statement(key + "-tag", details: [.statement(mistake), .text(String(offset)), .text(tag)])
    }

    /// What is wrong, to stand inside a sentence that names where.
    public var mistake: Statement {
        let word =
            switch kind {
            case .list(let kind): kind.word
            case .missingTag: "missingTag"
            case .forbiddenTag: "forbiddenTag"
            case .unknownVersion: "unknownVersion"
            case .unsupported: "unsupported"
            case .notBase64: "notBase64"
            case .empty: "empty"
            case .notADomain: "notADomain"
            case .notAnIdentity: "notAnIdentity"
            case .notANumber: "notANumber"
            case .notFieldNames: "notFieldNames"
            case .endsBeforeItBegins: "endsBeforeItBegins"
            case .notAKey: "notAKey"
            case .notAnInstance: "notAnInstance"
            }
        return Statement("auth.mistake." + word)
    }
}

extension TagListError.Kind {
    /// The end of the key of its sentence.
    fileprivate var word: String {
        switch self {
        case .missingTag: "missingListTag"
        case .badName: "badName"
        case .missingEquals: "missingEquals"
        case .badByte: "badByte"
        case .repeatedTag: "repeatedTag"
        }
    }
}
