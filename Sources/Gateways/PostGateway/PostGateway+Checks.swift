internal import Filter
internal import Forms
internal import JSON
internal import Localization
internal import MailGateway
internal import Messages
internal import Telemetry

extension PostGateway {
    /// One message is judged.
    func check(_ request: WebRequest, _ kind: MessageKind) async throws(Problem) -> WebReply {
        let caller = try gate.caller(of: request, for: .check)
        let asked = try reception.message(of: request, kind, at: time.now())
        let writer = VerdictWriter(catalogue: catalogue, language: language(of: request))
        let judged = try await judged(asked.message, kind)
        let answer = answer(judged, of: asked, by: writer, to: caller)
        return PostGateway.wantsPlain(request) ? PostGateway.plain(judged) : WebReply(200, WebReply.json, answer)
    }

    /// Whether a word is to be answered and not JSON: to whoever takes text first, or sends it and does not say what it takes.
    private static func wantsPlain(_ request: WebRequest) -> Bool {
        guard let accept = request.fields["accept"], accept != "*/*" else { return request.mediaType == "text/plain" }
        return accept.hasPrefix("text/plain")
    }

    /// What is to be done, in a word: what the policy says is due where it acts, and else that the message goes on.
    private static func plain(_ judged: JudgedMail) -> WebReply {
        let decision = judged.decision
        let word = decision.isCarriedOut ? decision.disposition : .accept
        let verdict =
            "probability=\(JSONText.fixed(judged.verdict.probability, digits: 4)); class=\(judged.verdict.threatClass.rawValue); "
            + "disposition=\(decision.disposition.rawValue); mode=\(decision.isCarriedOut ? "act" : "observe-only")"
        return WebReply(200, WebReply.plain, word.rawValue, fields: [.init("Chaffinch-Verdict", verdict)])
    }

    /// Judges a message. What cannot be judged now is to come again.
    func judged(_ message: Message, _ kind: MessageKind) async throws(Problem) -> JudgedMail {
        do throws(ScanningPool.Refusal) {
            var judged = try await judge.judged(message)
            if kind == .call { judged.verdict.coverage.gaps += gaps(of: message) }
            return judged
        } catch {
            throw PostGateway.problem(error)
        }
    }

    static func problem(_ refusal: ScanningPool.Refusal) -> Problem {
        switch refusal {
        case .busy:
            Problem(
                .busy, "The message was not judged: service.waiting messages wait already.",
                remedy: "Come again after Retry-After, or let the message go on unjudged.")
        case .closed: Problem(.stopping, "The message was not judged.", remedy: "Come again when the service is back.")
        }
    }

    /// What is not looked at in a call, said with every verdict on one: who calls; how often, how long and whom, unless switches have told of the
    /// caller's calls; and what was said, where there is no transcript.
    private func gaps(of call: Message) -> [Coverage.Gap] {
        let isKnown = call.envelope.sender.map { surroundings.senders?.knows(caller: $0, at: time.monotonic()) ?? false } ?? false
        return [Coverage.Gap("call.caller", .notConfigured)] + (isKnown ? [] : [Coverage.Gap("call.pattern", .notConfigured)])
            + (call.bytes.isEmpty ? [Coverage.Gap("call.words", .unreadable)] : [])
    }

    /// The verdict's object, which is remembered under its reference.
    private func answer(
        _ judged: JudgedMail, of asked: Reception.Asked, by writer: VerdictWriter, to caller: Caller
    ) -> String {
        let reference = VerdictMemory.reference()
        var json = JSONText()
        json.object { object in
            object.member("path", asked.identifier)
            writer.write(judged.verdict, judged.decision, on: asked.message.channel, into: &object)
            object.member("policy", judged.decision.policy)
            object.member("threshold", judged.decision.because)
            if !judged.decision.profiles.isEmpty { object.member("profiles", judged.decision.profiles.map(\.description)) }
            writer.write(judged.recipients, of: asked.message.envelope.recipients, into: &object)
            object.member("ref", reference)
        }
        memory.remember(.init(caller: caller.name, message: asked.message, judged: judged, answer: json.text), as: reference)
        return json.text
    }

    /// The language that a request wants reasons in: `lang` of the query, the first of Accept-Language that we speak (RFC 9110 section 12.5.4), or ours.
    func language(of request: WebRequest) -> Language {
        if let tag = request.query["lang"], let language = Language(tag: tag) { return language }
        for wish in (request.fields["accept-language"] ?? "").prefix(WebLimits.nameLength).split(separator: ",") {
            let tag = wish.prefix { $0 != ";" }.filter { $0 != " " }
            if let language = Language(tag: tag) { return language }
        }
        return language
    }

    // MARK: Many messages

    /// Many messages are judged; what is wrong with one is said at its place, and does not keep the others.
    func batch(_ request: WebRequest, _ kind: MessageKind) async throws(Problem) -> WebReply {
        let caller = try gate.caller(of: request, for: .check)
        let fields = try JSONFields(try Reception.json(request), at: "")
        guard let values = fields["messages"]?.elements else {
            throw .member("/messages", "A list of messages is needed.", remedy: "Send {\"messages\": [...]}, as /openapi.json has it.")
        }
        guard values.count <= WebLimits.batchCount else {
            throw .member("/messages", "There are more than \(WebLimits.batchCount).", remedy: "Send them in several requests.")
        }
        let writer = VerdictWriter(catalogue: catalogue, language: language(of: request))
        let answers = await answers(values, kind, by: writer, to: caller)
        var body = "{\"verdicts\":["
        for (index, answer) in answers.enumerated() { body += (index > 0 ? "," : "") + answer }
        return WebReply(200, WebReply.json, body + "]}")
    }

    /// An object for each message, in their order; some are judged side by side.
    private func answers(
        _ values: [JSONValue], _ kind: MessageKind, by writer: VerdictWriter, to caller: Caller
    ) async -> [String] {
        let now = time.now()
        return await withTaskGroup(of: (Int, String).self) { group in
            var answers = [String](repeating: "", count: values.count)
            for (index, value) in values.enumerated() {
                if index >= WebLimits.batchWidth, let (done, answer) = await group.next() { answers[done] = answer }
                group.addTask {
                    do throws(Problem) {
                        let asked = try reception.message(of: value, kind, pointer: "/messages/\(index)", at: now)
                        let judged = try await judged(asked.message, kind)
                        return (index, answer(judged, of: asked, by: writer, to: caller))
                    } catch {
                        return (index, PostGateway.said(error, of: value))
                    }
                }
            }
            for await (done, answer) in group { answers[done] = answer }
            return answers
        }
    }

    /// The problem of one message among many.
    private static func said(_ problem: Problem, of value: JSONValue) -> String {
        var json = JSONText()
        json.object { object in
            object.member("path", value["id"]?.text)
            object.key("problem")
            problem.write(into: &object)
        }
        return json.text
    }
}
