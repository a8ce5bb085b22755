internal import Filter
internal import JSON
internal import MailGateway
internal import Messages
internal import Telemetry

extension PostGateway {
    /// What was judged, once more.
    func verdict(_ request: WebRequest) throws(Problem) -> WebReply {
        let reference = String(request.path.dropFirst(Route.verdictPrefix.count))
        let caller = try gate.caller(of: request, for: .check)
        return WebReply(200, WebReply.json, try remembered(reference, for: caller, at: "ref").answer)
    }

    private func remembered(_ reference: String, for caller: Caller, at pointer: String) throws(Problem) -> VerdictMemory.Entry {
        guard let entry = memory.entry(reference, for: caller) else {
            throw Problem(
                .notFound, "No verdict is remembered under this reference.", at: pointer,
                remedy: "Those of late are, up to http.remember, for whoever asked for them; to correct an older one send the message.")
        }
        return entry
    }

    /// Somebody says what a message is: one that was judged, by its reference, or one that is sent along.
    func feedback(_ request: WebRequest) async throws(Problem) -> WebReply {
        let caller = try gate.caller(of: request, for: .feedback)
        let fields = try JSONFields(try Reception.json(request), at: "")
        let word = try PostGateway.word(fields)
        let reason = try fields.name("reason") ?? ""
        let message: Message
        switch (try fields.name("ref"), fields["message"]) {
        case (let reference?, nil): message = try remembered(reference, for: caller, at: "/ref").message
        case (nil, let value?):
            guard let kind = try fields.word("kind", of: MessageKind.self) else {
                throw .member("/kind", "The member kind is missing.", remedy: "Send mail, sms, im, post or call.")
            }
            message = try reception.message(of: value, kind, pointer: "/message", at: time.now()).message
        default:
            throw .member(
                "/ref", "There has to be either ref or message.", remedy: "Send the ref of a verdict, or the message and its kind.")
        }
        let outcome = try await learn(word, of: message, from: caller.name, because: reason.isEmpty ? "http" : "http: \(reason)")
        var json = JSONText()
        json.object { object in
            switch outcome {
            case .learnt(let id, let model):
                object.member("outcome", "learnt")
                object.member("id", id)
                object.member("model", model)
            case .forgotten(let id, let model):
                object.member("outcome", "forgotten")
                object.member("id", id)
                object.member("model", model)
            case .kept(let why):
                object.member("outcome", "kept")
                object.member("because", why)
            }
        }
        return WebReply(200, WebReply.json, json.text)
    }

    private static func word(_ fields: JSONFields) throws(Problem) -> LessonQueue.Word {
        switch (fields["spam"], fields["forget"]) {
        case (.bool(let isSpam)?, nil): return isSpam ? .spam : .ham
        case (nil, .bool(true)?): return .nothing
        default:
            throw .member(
                "/spam", "There has to be either spam, true or false, or forget, true.",
                remedy: "Send spam, true where the message is spam and false where it is not; or forget, to take back what was said of it.")
        }
    }
}
