import Connections
import MIME
import MailGateway
import Messages
import Telemetry
import TestSupport
import Testing

/// The Milter gateway asked by miltertest, which checks every packet that comes back against the protocol.
@Suite struct MiltertestTests {
    private func run(_ script: String) async throws -> [String: Any]? {
        let log = Log(level: .error, time: SystemTime())
        let gateway = MilterGateway(
            .init(service: "mx.test", boundary: TrustBoundary(), messageBytes: 1 << 20),
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), judge: SubjectDesk(),
            time: SystemTime(), log: log,
            defersWhenUnable: true)
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let listener = Listener("milter", at: .network(host: "127.0.0.1", port: 0), log: log, isBound: { found.yield($0) }) {
            try await gateway.serve(&$0)
        }
        let running = Task { try await listener.run() }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        guard case .network(let host, let port) = try #require(await bound.next()) else { return nil }
        return try await PeerProcess("mail-clients").answer("miltertest", ["address": "inet:\(port)@\(host)", "script": script])
    }

    /// Says what is wrong, and goes on: one line each.
    private static let prelude = """
        function check(isRight, name) if not isRight then mt.echo("WRONG " .. name) end end
        function mail(conn, subject, forged)
          mt.macro(conn, SMFIC_MAIL, "i", "4ABC")
          check(mt.mailfrom(conn, "<ann@out.example>", "SIZE=100") == nil, "mail")
          check(mt.rcptto(conn, "<bob@in.example>") == nil, "recipient")
          check(mt.header(conn, "From", "ann@out.example") == nil, "from")
          check(mt.header(conn, "Subject", subject) == nil, "subject")
          if forged then
            mt.header(conn, "X-Spam-Flag", "NO")
            mt.header(conn, "Authentication-Results", "mx.test; spf=pass")
          end
          check(mt.eoh(conn) == nil, "end of header")
          check(mt.bodystring(conn, "text\\r\\n") == nil, "body")
          check(mt.eom(conn) == nil, "end")
        end
        conn = mt.connect(address)
        if conn == nil then error "no connection" end
        check(mt.conninfo(conn, "out.example", "203.0.113.9") == nil, "connection")
        check(mt.helo(conn, "out.example") == nil, "helo")
        check(mt.test_action(conn, SMFIF_ADDHDRS) and mt.test_action(conn, SMFIF_CHGHDRS) and mt.test_action(conn, SMFIF_QUARANTINE) and mt.test_action(conn, SMFIF_DELRCPT), "actions")
        check(not mt.test_action(conn, SMFIF_CHGBODY) and not mt.test_action(conn, SMFIF_ADDRCPT), "no other actions")

        """

    @Test func everyDispositionIsAPacketOfTheProtocol() async throws {
        let answer = try await run(
            Self.prelude + """
                mail(conn, "hello", true)
                check(mt.getreply(conn) == SMFIR_CONTINUE, "accepted")
                check(mt.eom_check(conn, MT_HDRINSERT, "Chaffinch-Verdict") and mt.eom_check(conn, MT_HDRINSERT, "Chaffinch-Reasons"), "marks")
                check(not mt.eom_check(conn, MT_HDRINSERT, "X-Spam-Flag"), "no flag")
                check(mt.eom_check(conn, MT_HDRDELETE, "X-Spam-Flag"), "forged flag")
                check(mt.eom_check(conn, MT_HDRDELETE, "Authentication-Results"), "forged results")
                mail(conn, "tag", false)
                check(mt.getreply(conn) == SMFIR_CONTINUE and mt.eom_check(conn, MT_HDRINSERT, "X-Spam-Flag", " YES"), "tagged")
                mail(conn, "quarantine", false)
                check(mt.getreply(conn) == SMFIR_CONTINUE and mt.eom_check(conn, MT_QUARANTINE), "held")
                mail(conn, "reject", false)
                check(mt.getreply(conn) == SMFIR_REPLYCODE, "refused")
                mail(conn, "defer", false)
                check(mt.getreply(conn) == SMFIR_REPLYCODE, "put off")
                mail(conn, "discard", false)
                check(mt.getreply(conn) == SMFIR_DISCARD, "dropped")
                mail(conn, "busy", false)
                check(mt.getreply(conn) == SMFIR_REPLYCODE, "busy")
                mt.disconnect(conn)
                mt.echo("done")
                """)
        guard let answer else { return }
        #expect(answer["status"] as? Int == 0 && answer["output"] as? String == "done\n", "\(answer)")
    }

    @Test func aMailThatIsGivenUpLeavesNothing() async throws {
        let answer = try await run(
            Self.prelude + """
                mt.macro(conn, SMFIC_MAIL, "i", "4ABC")
                mt.mailfrom(conn, "<ann@out.example>")
                mt.rcptto(conn, "<bob@in.example>")
                mt.header(conn, "Subject", "reject")
                mt.abort(conn)
                mail(conn, "hello", false)
                check(mt.getreply(conn) == SMFIR_CONTINUE, "accepted")
                mt.disconnect(conn, false)
                mt.echo("done")
                """)
        guard let answer else { return }
        #expect(answer["status"] as? Int == 0 && answer["output"] as? String == "done\n", "\(answer)")
    }
}
