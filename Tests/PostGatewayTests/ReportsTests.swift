import Filter
import JSON
import MIME
import MailGateway
import Messages
import PostGateway
import Quarantine
import Storing
import Telemetry
import Testing

/// Reports over HTTP: whose word it is, and what they are told.
struct ReportsTests {
    private struct Tokens: Gatekeeper {
        func caller(showing token: String) -> Caller? {
            switch token {
            case "dovecot": Caller(name: "dovecot", scopes: [.feedback])
            case "desk": Caller(name: "desk", scopes: [.feedback, .admin])
            case "checker": Caller(name: "shop", scopes: [.check])
            default: nil
            }
        }
    }

    private let gateway: PostGateway

    init() throws {
        let time = ManualTime(Timestamp(seconds: 1000))
        let complaints = Complaints(
            MemoryQuarantineStore(), key: try #require(QuarantineKey(secret: [UInt8](repeating: 3, count: 32))),
            limits: .init(keep: .seconds(60), bytes: 20_000), time: time)
        let desk = FeedbackDesk(
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), teacher: ListeningTeacher(),
            needed: 0.5, time: time
        ) { _ in complaints }
        gateway = .test(gate: Gate(Tokens()), reports: desk)
    }

    private func report(
        _ query: String, _ token: String? = "dovecot", type: String = "message/rfc822", mail: String = "Subject: win\r\n\r\nseeds\r\n"
    )
        async -> WebReply
    {
        var fields = token.map { ["authorization": "Bearer " + $0] } ?? [:]
        fields["content-type"] = type
        return await gateway.reply(to: WebRequest("POST", "/v1/reports" + query, fields: fields, body: Array(mail.utf8)))
    }

    private func outcome(_ reference: String, _ token: String?) async -> WebReply {
        await gateway.reply(
            to: WebRequest("GET", "/v1/reports/\(reference)", fields: token.map { ["authorization": "Bearer " + $0] } ?? [:]))
    }

    @Test func aReportIsTakenAndItsOutcomeTold() async throws {
        let first = await report("?spam=true&reporter=bob@in.example")
        #expect(first.status == 200, "\(first.text)")
        let told = try #require(try first.json["reports"]?.elements?.first)
        let reference = try #require(told["ref"]?.text)
        #expect(told["outcome"]?.text == "spam" && told["lesson"]?.text == "e1" && told["spam"]?.number == "1" && told["words"] == nil)
        let second = try await report("?spam=true&reporter=eve@in.example").json["reports"]?.elements?.first
        #expect(second?["ref"]?.text == reference && second?["spam"]?.number == "2")
        // Who else said so is told to the desk alone.
        #expect(try await outcome(reference, "dovecot").json["words"] == nil)
        let names = try await outcome(reference, "desk").json["words"]?.elements?.compactMap { $0["by"]?.text }
        #expect(names == ["bob@in.example", "eve@in.example"])
        #expect(await outcome(reference, "checker").status == 403)
        for wrong in ["0", String(repeating: "0", count: 32)] { #expect(await outcome(wrong, "desk").status == 404) }
    }

    @Test func nobodySpeaksForOthersWithoutAToken() async {
        #expect(await report("?spam=true", nil).status == 200)
        #expect(await report("?spam=true&reporter=bob", nil).status == 403)
        #expect(await report("?spam=true&reporter=command").status == 422)
        #expect(await report("?spam=true&reporter=").status == 422)
    }

    @Test(arguments: [
        ("", 422), ("?spam=yes", 422), ("?spam=true&form=x", 422), ("?form=attached", 422), ("?spam=true&form=attached", 422),
        ("?spam=false", 200),
    ])
    func whatIsWrongIsSaid(query: String, status: Int) async { #expect(await report(query).status == status) }

    @Test func whatIsNoMailIsNotTaken() async {
        #expect(await report("?spam=true", type: "application/json").status == 415)
        #expect(await report("?spam=true", mail: String(repeating: "x", count: 5000)).status == 413)
        #expect(await gateway.reply(to: WebRequest("GET", "/v1/reports")).status == 405)
    }
}
