internal import Filter
internal import Forms
internal import JSON
internal import MailGateway
internal import Messages
internal import Telemetry

extension PostGateway {
    /// What a client of Akismet asks. It knows no problems by RFC 9457: what is wrong stands in a field of the answer.
    func akismet(_ request: WebRequest, _ method: AkismetMethod) async throws(Problem) -> WebReply {
        guard let fields = FormField.fields(of: request.body.span) else {
            throw Problem(.malformed, "The form has more than \(FormField.countLimit) fields.", remedy: "Send fewer.")
        }
        let comment = AkismetComment(fields)
        let isLearnt = method == .submitSpam || method == .submitHam
        let caller: Caller
        do throws(Problem) {
            let key = comment.key ?? AkismetComment.key(inHost: request.fields["host"])
            guard let key else { return PostGateway.invalid("Empty \"api_key\" value") }
            caller = try gate.caller(showing: key, to: request, for: isLearnt ? .feedback : .check, as: "akismet", isCounted: true)
        } catch {
            guard error.kind != .unauthorised else { return PostGateway.invalid("The key is not known, or was revoked") }
            throw error
        }
        if method == .verifyKey { return WebReply(200, WebReply.plain, "valid") }
        if let missing = comment.missing { return PostGateway.invalid("Empty \"\(missing)\" value") }
        switch method {
        case .verifyKey, .commentCheck: return try await check(comment)
        case .submitSpam: return try await learn(comment, isSpam: true, from: caller)
        case .submitHam: return try await learn(comment, isSpam: false, from: caller)
        }
    }

    private static func invalid(_ help: String) -> WebReply {
        WebReply(200, plain, "invalid", fields: [.init("X-akismet-debug-help", help)])
    }

    private static let plain = WebReply.plain
    /// After how many seconds a client may ask again about a comment of which not everything could be found out.
    private static let recheckSeconds = 300
    private static let thanks = "Thanks for making the web a better place."

    // MARK: Checking

    private func check(_ comment: AkismetComment) async throws(Problem) -> WebReply {
        if let answer = comment.agreedAnswer {
            return WebReply(200, WebReply.plain, answer ? "true" : "false", fields: [.init("X-akismet-debug-help", "an agreed test")])
        }
        let judged: JudgedMail
        do throws(ScanningPool.Refusal) {
            judged = try await judge.judged(comment.message(at: time.now()))
        } catch {
            log.log(.warning, "not-judged", [("gateway", .text("akismet")), ("reason", .text("\(error)"))])
            if surroundings.defersWhenUnable { throw PostGateway.problem(error) }
            return PostGateway.answer(false, help: "not judged: \(error)", isPassing: true)
        }
        return PostGateway.answer(judged)
    }

    private static func answer(_ judged: JudgedMail) -> WebReply {
        let decision = judged.decision
        let reasons = judged.verdict.evidence.prefix(4).map { "\($0.id) \(JSONText.fixed($0.weight, digits: 2))" }
        let help =
            "probability=\(JSONText.fixed(judged.verdict.probability, digits: 4)); class=\(judged.verdict.threatClass.rawValue); "
            + "disposition=\(decision.disposition.rawValue); mode=\(decision.isCarriedOut ? "act" : "observe-only"); "
            + "model=\(judged.verdict.model); reasons=\(reasons.joined(separator: ", "))"
        let isPassing = judged.verdict.coverage.gaps.contains { $0.reason == .deadline || $0.reason == .unanswered }
        guard decision.isCarriedOut else { return answer(false, help: help, isPassing: isPassing) }
        switch decision.disposition {
        case .accept: return answer(false, help: help, isPassing: isPassing)
        case .defer: return answer(false, help: help, isPassing: true)
        case .tag, .quarantine, .reject: return answer(true, help: help)
        case .discard:
            var reply = answer(true, help: help)
            reply.fields.append(.init("X-akismet-pro-tip", "discard"))
            return reply
        }
    }

    /// An answer; one that may change is passing, and the client is told when to ask again.
    private static func answer(_ isSpam: Bool, help: String, isPassing: Bool = false) -> WebReply {
        var reply = WebReply(200, plain, isSpam ? "true" : "false", fields: [.init("X-akismet-debug-help", help)])
        if isPassing { reply.fields.append(.init("X-akismet-recheck-after", String(recheckSeconds))) }
        return reply
    }

    // MARK: Learning

    private func learn(_ comment: AkismetComment, isSpam: Bool, from caller: Caller) async throws(Problem) -> WebReply {
        if comment.isTest {
            return WebReply(200, WebReply.plain, PostGateway.thanks, fields: [.init("X-akismet-debug-help", "a test: nothing was learnt")])
        }
        let outcome = try await learn(
            isSpam ? .spam : .ham, of: comment.message(at: time.now()), from: caller.name,
            because: comment.site.map { "akismet \($0)" } ?? "akismet")
        var reply = WebReply(200, WebReply.plain, PostGateway.thanks)
        switch outcome {
        case .learnt(_, let model), .forgotten(_, let model):
            reply.fields.append(.init("X-akismet-debug-help", "learnt; model=\(model)"))
        case .kept(let reason): reply.fields.append(.init("X-akismet-debug-help", "not learnt: \(reason)"))
        }
        return reply
    }
}
