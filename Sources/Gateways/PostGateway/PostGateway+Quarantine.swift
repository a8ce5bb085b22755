internal import Filter
internal import Forms
internal import JSON
internal import Localization
internal import MailGateway
internal import Messages
internal import Quarantine
internal import Storing
internal import Telemetry

extension PostGateway {
    /// What is asked of held mail.
    func quarantine(_ request: WebRequest, _ method: QuarantineMethod) async throws(Problem) -> WebReply {
        let caller = try gate.caller(of: request, for: method.scope)
        guard let desk else {
            throw Problem(.unavailable, "Nothing is held here.", remedy: "Set state.folder.")
        }
        let reference = QuarantineMethod.asked(at: request.path)?.reference ?? ""
        let writer = HeldMailWriter(catalogue: catalogue, language: language(of: request))
        switch method {
        case .list: return try await list(request, desk, caller, writer)
        case .hold: return try await hold(request, desk, caller, writer)
        case .show:
            let mail = try await PostGateway.told { () async throws(QuarantineDesk.Refusal) in
                try await desk.mail(reference, of: caller.recipient)
            }
            return WebReply(200, WebReply.json, writer.text(mail))
        case .read:
            let mail = try await PostGateway.told { () async throws(QuarantineDesk.Refusal) in
                try await desk.bytes(of: reference, for: caller.recipient, by: caller.name)
            }
            // No browser is to show what a stranger wrote.
            var reply = WebReply(
                200, "message/rfc822", "",
                fields: [
                    .init("Content-Disposition", "attachment; filename=\"\(reference).eml\""), .init("X-Content-Type-Options", "nosniff"),
                ])
            (reply.body, reply.kept) = (mail.bytes, mail.kept)
            return reply
        case .release, .delete:
            let word = try QuarantineWord(request, for: caller)
            let outcome = try await PostGateway.told { () async throws(QuarantineDesk.Refusal) in
                method == .release
                    ? try await desk.release(reference, for: word.addresses, isLearnt: word.isLearnt, by: caller.name)
                    : try await desk.delete(reference, for: word.addresses, isLearnt: word.isLearnt, by: caller.name)
            }
            note(method, outcome, by: caller)
            return WebReply(200, WebReply.json, writer.text(outcome, for: caller.recipient))
        }
    }

    private func list(
        _ request: WebRequest, _ desk: QuarantineDesk, _ caller: Caller, _ writer: HeldMailWriter
    ) async throws(Problem) -> WebReply {
        var limit = WebLimits.heldMails
        if let asked = request.query["limit"] {
            guard let number = Int(asked), (1...WebLimits.heldMails).contains(number) else {
                throw .member("limit", "This is no number from 1 to \(WebLimits.heldMails).", remedy: "Send one, or leave it out.")
            }
            limit = number
        }
        let address = request.query["to"] ?? caller.recipient
        if let address, let own = caller.recipient, !HeldMail.isSame(address, own) {
            throw Problem(.forbidden, "The token is for the mail of another recipient.", at: "to", remedy: "Leave to out.")
        }
        let (before, most) = (request.query["before"], limit)
        let mails = try await PostGateway.told { () async throws(QuarantineDesk.Refusal) in
            try await desk.mails(for: address, before: before, limit: most)
        }
        var json = JSONText()
        json.object { object in
            object.key("mails")
            object.list { list in for mail in mails { list.raw(writer.text(mail)) } }
            object.member("before", mails.count == limit ? mails.last?.reference : nil)
        }
        return WebReply(200, WebReply.json, json.text)
    }

    /// Holds a mail that its own server wants held. What is shown of it are the reasons.
    private func hold(
        _ request: WebRequest, _ desk: QuarantineDesk, _ caller: Caller, _ writer: HeldMailWriter
    ) async throws(Problem) -> WebReply {
        let asked = try reception.held(request, at: time.now())
        let judged = try await judged(asked, for: caller)
        let held = try await PostGateway.told { () async throws(QuarantineDesk.Refusal) in
            try await desk.hold(asked.transaction, as: asked.message, judged: judged, by: caller.name)
        }
        return WebReply(200, WebReply.json, writer.text(held))
    }

    /// What is thought of a mail that is to be held: what was said under the reference that comes with it, so that nothing of it is counted twice; without
    /// one it is judged now.
    private func judged(_ asked: Reception.Holding, for caller: Caller) async throws(Problem) -> JudgedMail {
        guard let reference = asked.verdict else {
            do throws(ScanningPool.Refusal) { return try await judge.judged(asked.message) } catch {
                throw Problem(
                    error == .busy ? .busy : .stopping, "The mail was not held.",
                    remedy: "Come again after Retry-After, or hold it yourself.")
            }
        }
        guard let entry = memory.entry(reference, for: caller) else {
            throw Problem(
                .notFound, "The mail was not held: no verdict is remembered under this reference.", at: "verdict",
                remedy: "Leave verdict out: the mail is then judged, and counted, once more.")
        }
        guard reception.isSame(entry.message, as: asked.transaction) else {
            throw .member(
                "verdict", "The mail was not held: the verdict is on another.",
                remedy: "Send mail, client and helo as they were sent to be checked."
            )
        }
        return entry.judged
    }

    /// Writes down what was done: numbers and names of tokens, no address.
    func note(_ method: QuarantineMethod, _ outcome: QuarantineDesk.Outcome, by caller: Caller) {
        if case .learnt = outcome.lesson { meter.count(lesson: "learnt") }
        log.log(
            .info, "quarantine-\(method.rawValue)",
            [("by", .text(caller.name)), ("ref", .text(outcome.mail.reference)), ("recipients", .number(outcome.changed.count))])
    }

    private static func told<Value>(_ body: () async throws(QuarantineDesk.Refusal) -> Value) async throws(Problem) -> Value {
        do throws(QuarantineDesk.Refusal) { return try await body() } catch { throw problem(error) }
    }

    private static func problem(_ refusal: QuarantineDesk.Refusal) -> Problem {
        switch refusal {
        case .unheard:
            Problem(
                .notFound, "No mail is held under this reference, or not for you.", at: "ref",
                remedy: "GET \(QuarantineMethod.prefix) says what is held; what is over is deleted (quarantine.keep).")
        case .busy: Problem(.busy, "Somebody else is releasing this mail.", remedy: "Ask again what became of it.")
        case .crowded:
            Problem(
                .busy, "There is no room for another mail in service.memory.",
                remedy: "The mail is still held. Come again after Retry-After, or raise service.memory.")
        case .noServer:
            Problem(.unavailable, "Nobody takes what is released.", remedy: "Name a mail server in quarantine.release-to.")
        case .notSent(let reply):
            Problem(
                .unavailable, "The mail server did not take it: \(reply)",
                remedy: "The mail is still held. Look at that server, and try again.")
        case .failed(let problem) where problem.code == .full:
            Problem(.full, "There is no room for another mail.", remedy: "Raise quarantine.size, or hold the mail yourself.")
        case .failed(let problem) where problem.code == .invalid:
            .member("to", "The mail cannot be held: \(problem.detail).", remedy: "Send its envelope as the mail server has it.")
        case .failed(let problem):
            Problem(.unavailable, "\(problem)", remedy: "Look at the state folder, and try again.")
        }
    }
}

/// What is to be done with a held mail: for whom, and whether it is learnt.
private struct QuarantineWord {
    var addresses: [String]?
    var isLearnt: Bool

    init(_ request: WebRequest, for caller: Caller) throws(Problem) {
        let fields = try JSONFields(request.body.isEmpty ? .object([]) : try Reception.json(request), at: "")
        switch fields["learn"] {
        case nil: isLearnt = false
        case .bool(let flag)?: isLearnt = flag
        default: throw .member("/learn", "This is neither true nor false.", remedy: "Send one of them, or leave the member out.")
        }
        guard !isLearnt || caller.scopes.contains(.feedback) else {
            throw Problem(
                .forbidden, "The token does not allow to teach.", at: "/learn",
                remedy: "Leave learn out, or use a token with the scope feedback.")
        }
        let named = fields["to"] == nil ? nil : try fields.names("to")
        guard let own = caller.recipient else {
            addresses = named
            return
        }
        guard named?.allSatisfy({ HeldMail.isSame($0, own) }) ?? true else {
            throw Problem(.forbidden, "The token is for the mail of another recipient.", at: "/to", remedy: "Leave to out.")
        }
        addresses = [own]
    }
}
