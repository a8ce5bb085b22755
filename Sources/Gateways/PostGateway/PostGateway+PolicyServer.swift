internal import Filter
internal import JSON
internal import MailGateway
internal import MatrixEvents
internal import Messages
internal import Telemetry

extension PostGateway {
    /// What a server of Matrix asks before it shows an event: our signature, or a no (MSC4284).
    ///
    /// Whoever asks is not asked who they are: the answer says no more than sending the event would, and few are judged at a time, so that they keep nobody
    /// else from being judged. What cannot be judged now is to be asked again.
    func sign(_ request: WebRequest) async throws(Problem) -> WebReply {
        guard let policyServer else {
            throw Problem(.notFound, "This is no policy server.", remedy: "Set matrix.server-name and matrix.policy-key.")
        }
        guard let event = MatrixEvent(try Reception.json(request)) else {
            return PostGateway.matrixProblem(400, "M_BAD_JSON", "This is no event: it has no type")
        }
        guard policyServer.hasOwnHash(event) else {
            return PostGateway.matrixProblem(400, "M_BAD_JSON", "The hash of the content is missing or another")
        }
        guard try await maySpread(event) else { return PostGateway.matrixProblem(400, "M_FORBIDDEN", "Refused as unsolicited") }
        do {
            let signature = try policyServer.signature(of: event)
            var json = JSONText()
            json.object { servers in
                servers.key(policyServer.serverName)
                servers.object { $0.member(PolicyServer.keyName, signature) }
            }
            return WebReply(200, WebReply.json, json.text)
        } catch {
            return PostGateway.matrixProblem(400, "M_BAD_JSON", "The event cannot be signed: \(error)")
        }
    }

    /// The public key, for those who set up rooms.
    func policyKey() throws(Problem) -> WebReply {
        guard let policyServer else {
            throw Problem(.notFound, "This is no policy server.", remedy: "Set matrix.server-name and matrix.policy-key.")
        }
        var json = JSONText()
        json.object { object in
            object.key("public_keys")
            object.object { $0.member("ed25519", policyServer.publicKey) }
        }
        return WebReply(200, WebReply.json, json.text)
    }

    private func maySpread(_ event: MatrixEvent) async throws(Problem) -> Bool {
        guard var message = MatrixCallback.message(of: event.value, at: time.now()) else { return true }
        // Whoever asks may write any name into an event: nothing is remembered of those, and nobody's limits are spent.
        message.envelope.sender = nil
        message.envelope.recipients = []
        guard signing.enter() else { throw PostGateway.notNow }
        defer { signing.leave() }
        let judged: JudgedMail
        do throws(ScanningPool.Refusal) {
            judged = try await judge.judged(message)
        } catch {
            log.log(.warning, "not-judged", [("gateway", .text("matrix")), ("reason", .text("\(error)"))])
            throw PostGateway.notNow
        }
        guard judged.decision.isCarriedOut else { return true }
        switch judged.decision.disposition {
        case .accept, .tag, .defer: return true
        case .quarantine, .reject, .discard: return false
        }
    }

    /// Never signed unjudged: whoever asks enough at a time would have spam signed.
    private static let notNow = Problem(.busy, "The event could not be judged now.", remedy: "Come again after Retry-After.")

    /// A no as servers of Matrix say it ("Standard error response").
    private static func matrixProblem(_ status: Int, _ code: String, _ text: String) -> WebReply {
        var json = JSONText()
        json.object { object in
            object.member("errcode", code)
            object.member("error", text)
        }
        return WebReply(status, WebReply.json, json.text)
    }
}
