internal import Filter
internal import JSON
internal import Messages
internal import Telemetry

extension PostGateway {
    /// What became of calls, as switches tell it: noted for what is thought of the next calls of the same callers. All of it, or nothing.
    func callEvents(_ request: WebRequest) throws(Problem) -> WebReply {
        _ = try gate.caller(of: request, for: .feedback)
        guard let senders = surroundings.senders, senders.watchesCalls else {
            throw Problem(.notFound, "Nobody watches calls here.", remedy: "Set clients.watch to true.")
        }
        let fields = try JSONFields(try Reception.json(request), at: "")
        guard let values = fields["events"]?.elements else {
            throw .member("/events", "A list of events is needed.", remedy: "Send {\"events\": [...]}, as /openapi.json has it.")
        }
        guard values.count <= WebLimits.batchCount else {
            throw .member("/events", "There are more than \(WebLimits.batchCount).", remedy: "Send them in several requests.")
        }
        let now = time.now()
        var calls: [ToldCall] = []
        for (index, value) in values.enumerated() {
            calls.append(try PostGateway.call(value, at: "/events/\(index)", now))
        }
        var late = 0
        for call in calls where !senders.note(call, now: now, time.monotonic()) { late += 1 }
        var json = JSONText()
        json.object { object in
            object.member("noted", calls.count - late)
            object.member("late", late)
        }
        return WebReply(200, WebReply.json, json.text)
    }

    private static func call(_ value: JSONValue, at pointer: String, _ now: Timestamp) throws(Problem) -> ToldCall {
        let fields = try JSONFields(value, at: pointer)
        guard let from = fields["from"] else {
            throw .member(fields.pointer("from"), "The member from is missing.", remedy: "Send who called, as +41225550100.")
        }
        let caller = try WrittenParty(from, at: fields.pointer("from"), on: .voice).party
        var callee: Party?
        if let to = fields["to"] { callee = try WrittenParty(to, at: fields.pointer("to"), on: .voice).party }
        var call = ToldCall(caller: caller, callee: callee, time: try fields.moment("time") ?? now)
        call.isAnswered = try fields.flag("answered")
        if let seconds = try fields.amount("seconds") {
            call.talked = seconds
            // Whoever talked has answered.
            call.isAnswered = call.isAnswered ?? (seconds > 0)
        }
        return call
    }
}
