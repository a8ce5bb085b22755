internal import Localization
internal import MIME
public import Messages
internal import Resolving

extension ReverseName.Outcome {
    /// What came of the client's host name, explained.
    public func explained(of address: IPAddress) -> Explanation {
        let client = address.description
        let names = candidates.map(\.description).joined(separator: ", ")
        return switch result {
        case .pass:
            Explanation(.proved, result.rawValue, of: client, Statement("auth.iprev.pass", client, name?.description ?? names))
        case .permerror: Explanation(.open, result.rawValue, of: client, Statement("auth.iprev.nameless", client))
        case .fail: Explanation(.denied, result.rawValue, of: client, Statement("auth.iprev.fail", client, names))
        case .temperror: Explanation(.unknown, result.rawValue, of: client, Statement("auth.no-answer"))
        }
    }
}

extension ClientSMTPAuthorization.Outcome {
    /// What came of the name given in HELO, explained.
    public func explained(of helo: String) -> Explanation {
        let record = (decidedBy ?? asked.first)?.description ?? helo
        var explained =
            switch result {
            case .ok: Explanation(.proved, "\(result)", of: helo, Statement("auth.csa.ok", record))
            case .defer: Explanation(.unknown, "\(result)", of: helo, Statement("auth.no-answer"))
            case .unknown, .fail:
                Explanation(result == .fail ? .denied : .open, "\(result)", of: helo, Statement("auth.csa.\(reason ?? .noRecord)", record))
            }
        explained.steps = asked.map { name in
            if name == decidedBy { return Explanation.Step(depth: 0, text: "\(name) SRV", result: "\(result)") }
            // Where no answer came, nobody knows which of them had none.
            let finding = result == .defer ? nil : Statement.Detail.statement(Statement("auth.step.no-record"))
            return Explanation.Step(depth: 0, text: "\(name) SRV", result: "—", finding)
        }
        return explained
    }
}

extension PrivateSignature.Result {
    /// What came of our own tag in the address that a bounce comes back to, explained.
    public var explained: Explanation {
        switch self {
        case .untagged: Explanation(.open, "none", Statement("auth.batv.untagged"))
        case .pass(let original): Explanation(.proved, "pass", of: original, Statement("auth.batv.pass", original))
        case .badSignature(let original): Explanation(.denied, "fail", of: original, Statement("auth.batv.bad-signature", original))
        case .expired(let original): Explanation(.denied, "expired", of: original, Statement("auth.batv.expired", original))
        case .unknownKey(let original): Explanation(.open, "neutral", of: original, Statement("auth.batv.unknown-key", original))
        }
    }
}

extension SenderIDCheck.Outcome {
    /// What came of the responsible address, explained.
    public var explained: Explanation {
        var explained: Explanation
        switch responsible {
        case .none(let reason):
            explained = Explanation(.open, "permerror", Statement("auth.senderid.\(reason)"))
        case .mailbox(let mailbox, let field):
            explained = pra?.explained ?? Explanation(.open, "none", Statement("auth.spf.not-asked"))
            explained.further.append(Statement("auth.senderid.responsible", "\(mailbox.local)@\(mailbox.domain)", field.rawValue))
        }
        explained.further.append(Statement("auth.senderid.historic"))
        return explained
    }
}

extension AuthenticationOutcome.Voucher {
    /// What a service says of a domain, explained.
    public var explained: Explanation {
        let domain = claim.domain.description
        return switch result {
        case .vouched(let service)?:
            Explanation(.proved, "pass", of: domain, Statement("auth.vbr.vouched", service.description, domain, claim.kind))
        case .notVouched?: Explanation(.open, "fail", of: domain, Statement("auth.vbr.not-vouched", domain))
        case .noTrustedService?: Explanation(.open, "none", of: domain, Statement("auth.vbr.no-trusted", domain))
        case .unknown?: Explanation(.unknown, "temperror", of: domain, Statement("auth.no-answer"))
        case nil: Explanation(.open, "none", of: domain, Statement("auth.vbr.not-authenticated", domain))
        }
    }
}
