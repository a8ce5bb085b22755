internal import Filter
internal import JSON
internal import MailGateway
internal import Messages
internal import Telemetry

extension PostGateway {
    /// What a Matrix server asks. It takes every answer but 2xx for a no, and hands its content to whoever sent the event; so what cannot be judged is let through.
    func matrix(_ request: WebRequest, _ callback: MatrixCallback) async throws(Problem) -> WebReply {
        let content = try Reception.json(request)
        let fields = try JSONFields(content, at: "")
        if callback == .ping { return WebReply(200, WebReply.json, PostGateway.pong(fields["id"]?.text)) }
        guard callback.hasWords, let event = fields["event"], let message = MatrixCallback.message(of: event, at: time.now()) else {
            return PostGateway.mayPass
        }
        let judged: JudgedMail
        do throws(ScanningPool.Refusal) {
            judged = try await judge.judged(message)
        } catch {
            log.log(.warning, "not-judged", [("gateway", .text("matrix")), ("reason", .text("\(error)"))])
            return PostGateway.mayPass
        }
        guard judged.decision.isCarriedOut else { return PostGateway.mayPass }
        switch judged.decision.disposition {
        case .accept, .tag, .defer: return PostGateway.mayPass
        case .quarantine, .reject, .discard:
            return WebReply(403, WebReply.json, #"{"errcode":"M_FORBIDDEN","error":"Refused as unsolicited"}"#)
        }
    }

    private static let mayPass = WebReply(200, WebReply.json, "{}")

    private static func pong(_ identifier: String?) -> String {
        var json = JSONText()
        json.object { object in
            object.member("id", identifier)
            object.member("status", "ok")
        }
        return json.text
    }
}
