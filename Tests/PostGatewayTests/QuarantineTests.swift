import Connections
import Filter
import JSON
import MIME
import MailGateway
import Messages
import PostGateway
import Quarantine
import Storing
import Synchronization
import Telemetry
import Testing

/// Held mail over HTTP: who may see it, and what they may do.
struct QuarantineTests {
    private final class Sink: MailSending {
        let mails = Mutex<[SubmissionSession.Mail]>([])

        func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome {
            mails.withLock { $0.append(mail) }
            return .taken(refused: [])
        }
    }

    private struct Tokens: Gatekeeper {
        func caller(showing token: String) -> Caller? {
            switch token {
            case "mx": Caller(name: "mx", scopes: [.check, .hold])
            case "desk": Caller(name: "desk", scopes: [.quarantine, .feedback])
            case "viewer": Caller(name: "viewer", scopes: [.quarantine])
            case "bob": Caller(name: "bob", scopes: [.quarantine], recipient: "bob@in.example")
            case "checker": Caller(name: "shop", scopes: Set(Scope.allCases).subtracting(Scope.apart))
            default: nil
            }
        }
    }

    private let sink = Sink()
    private let judge = WordJudge()
    private let gateway: PostGateway
    private let budget = ByteBudget(10_000)

    init() throws {
        let key = try #require(QuarantineKey(secret: [UInt8](repeating: 3, count: 32)))
        let time = ManualTime(Timestamp(seconds: 1000))
        let room = QuarantineDesk.Room(
            quarantine: Quarantine(MemoryQuarantineStore(), key: key, limits: .init(keep: .seconds(60), bytes: 5000), time: time),
            audit: AuditTrail(MemoryRecordLog()))
        let desk = QuarantineDesk(
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), sender: sink,
            teacher: ListeningTeacher(), time: time, budget: budget
        ) { _ in room }
        gateway = .test(judge: judge, gate: Gate(Tokens()), desk: desk)
    }

    private func ask(_ method: String, _ path: String, _ token: String? = "desk", type: String? = nil, body: String = "") async -> WebReply
    {
        var fields = token.map { ["authorization": "Bearer " + $0] } ?? [:]
        if method == "POST" { fields["content-type"] = type ?? "application/json" }
        return await gateway.reply(to: WebRequest(method, path, fields: fields, body: Array(body.utf8)))
    }

    private func hold(_ text: String = "quarantine me", to: String = "to=bob@in.example&to=eve@in.example", _ token: String? = "mx") async
        -> WebReply
    {
        await ask(
            "POST", "/v1/quarantine:hold?from=ann@out.example&client=192.0.2.9&\(to)", token, type: "message/rfc822",
            body: "From: ann@out.example\r\nSubject: Win\r\n\r\n\(text)\r\n")
    }

    private func held() async throws -> String { try #require(try await hold().json["ref"]?.text) }

    @Test func withoutRoomItIsStillHeld() async throws {
        let reference = try await held()
        var others = budget.share()
        let isTaken = others.resize(to: 9_900)
        #expect(isTaken)
        let crowded = await ask("POST", "/v1/quarantine/\(reference):release")
        #expect(crowded.status == 503 && crowded.text.contains("service.memory") && crowded["Retry-After"] == "1", "\(crowded.text)")
        #expect(await ask("GET", "/v1/quarantine/\(reference)/mail").status == 503)
        _ = others.resize(to: 0)
        // What is read counts until its answer is gone.
        let answer = await ask("GET", "/v1/quarantine/\(reference)/mail")
        withExtendedLifetime(answer) { #expect(answer.status == 200 && budget.inUse == answer.body.count) }
        #expect(sink.mails.withLock { $0.isEmpty })
        #expect(await ask("POST", "/v1/quarantine/\(reference):release").status == 200)
    }

    @Test func whatIsHandedOverIsHeld() async throws {
        let reply = await hold()
        #expect(reply.status == 200, "\(reply.text)")
        let json = try reply.json
        let reference = try #require(json["ref"]?.text)
        #expect(json["subject"]?.text == "Win" && json["from"]?.text == "ann@out.example" && json["to"]?.elements?.count == 2)
        #expect(json["reasons"]?.elements?.first?["text"]?.text == "a short link")
        #expect(await ask("GET", "/v1/quarantine/\(reference)").text == reply.text)
        let mail = await ask("GET", "/v1/quarantine/\(reference)/mail")
        #expect(
            mail.mediaType == "message/rfc822" && mail.text.hasSuffix("quarantine me\r\n") && mail["X-Content-Type-Options"] == "nosniff")
        #expect(mail["Content-Disposition"]?.hasPrefix("attachment") == true)
        let list = try await ask("GET", "/v1/quarantine").json
        #expect(list["mails"]?.elements?.count == 1)
        #expect(try await ask("GET", "/v1/quarantine?to=joe@in.example").json["mails"]?.elements?.isEmpty == true)
        // As JSON too; without recipients nobody could be shown it.
        let json2 = #"{"mail":"Subject: a\r\n\r\nb","to":"bob@in.example"}"#
        #expect(await ask("POST", "/v1/quarantine:hold", "mx", body: json2).status == 200)
        #expect(await hold(to: "x=1").status == 422)
        #expect(await hold(String(repeating: "x", count: 3900)).status == 507)
    }

    /// A mail that was judged before is not judged, counted and remembered of its sender once more.
    @Test func whatWasJudgedBeforeIsHeldByItsVerdict() async throws {
        let mail = "From: ann@out.example\r\nSubject: Win\r\n\r\nquarantine me\r\n"
        func check(_ token: String = "mx") async throws -> String {
            let path = "/v1/check/mail?from=ann@out.example&client=192.0.2.9&to=bob@in.example"
            return try #require(try await ask("POST", path, token, type: "message/rfc822", body: mail).json["ref"]?.text)
        }
        let reference = try await check()
        let whole = "to=bob@in.example&verdict=\(reference)"
        let held = await hold(to: whole)
        #expect(held.status == 200 && judge.messages.count == 1, "\(held.text)")
        #expect(try held.json["reasons"]?.elements?.first?["text"]?.text == "a short link")
        let json =
            #"{"mail":"From: ann@out.example\r\nSubject: Win\r\n\r\nquarantine me\r\n","from":"ann@out.example","client":"192.0.2.9","to":"eve@in.example","verdict":""#
        #expect(await ask("POST", "/v1/quarantine:hold", "mx", body: json + reference + "\"}").status == 200)
        #expect(judge.messages.count == 1)
        // From another return path, of another mail, from another machine, of another's asking, or forgotten: nothing is held.
        let other = json.replacing("ann@out.example\",\"client", with: "bob@out.example\",\"client")
        #expect(other != json)
        #expect(await ask("POST", "/v1/quarantine:hold", "mx", body: other + reference + "\"}").status == 422)
        #expect(await hold("accept me", to: whole).status == 422)
        #expect(await hold(to: whole.replacing("to=", with: "helo=x&to=")).status == 422)
        let theirs = try await check("checker")
        for unknown in [theirs, "0", ""] {
            let problem = await hold(to: "to=bob@in.example&verdict=\(unknown)")
            #expect(problem.status == 404 && problem.text.contains("Leave verdict out"), "\(problem.text)")
        }
        let text = try await ask("POST", "/v1/check/sms", "mx", body: #"{"text":"quarantine me"}"#).json
        #expect(await hold(to: "to=bob@in.example&verdict=\(text["ref"]?.text ?? "")").status == 422)
        #expect(try await ask("GET", "/v1/quarantine").json["mails"]?.elements?.count == 2)
        // Without a verdict it is judged.
        let before = judge.messages.count
        #expect(await hold().status == 200 && judge.messages.count == before + 1)
    }

    @Test func listsAreReadInPages() async throws {
        let references = [try await held(), try await held(), try await held()]
        var found: [String] = []
        var path = "/v1/quarantine?limit=2"
        while true {
            let page = try await ask("GET", path).json
            found += page["mails"]?.elements?.compactMap { $0["ref"]?.text } ?? []
            guard let before = page["before"]?.text else { break }
            path = "/v1/quarantine?limit=2&before=\(before)"
        }
        #expect(Set(found) == Set(references) && found.count == 3)
        for limit in ["0", "101", "x", ""] { #expect(await ask("GET", "/v1/quarantine?limit=\(limit)").status == 422) }
        #expect(await ask("GET", "/v1/quarantine?before=0").status == 404)
    }

    @Test func releasedAndDeletedOnce() async throws {
        let reference = try await held()
        // Whoever may release may not therefore teach.
        for method in ["release", "delete"] {
            #expect(await ask("POST", "/v1/quarantine/\(reference):\(method)", "viewer", body: #"{"learn":true}"#).status == 403)
        }
        let released = try await ask(
            "POST", "/v1/quarantine/\(reference):release", "desk", body: #"{"to":["BOB@in.example"],"learn":true}"#
        ).json
        #expect(released["changed"]?.elements?.compactMap(\.text) == ["bob@in.example"] && released["learnt"]?["id"]?.text == "e1")
        #expect(sink.mails.withLock { $0.map(\.recipients) } == [["bob@in.example"]])
        let again = try await ask("POST", "/v1/quarantine/\(reference):release", "desk", body: #"{"to":"bob@in.example"}"#).json
        #expect(again["changed"]?.elements?.isEmpty == true && sink.mails.withLock { $0.count } == 1)
        let deleted = try await ask("POST", "/v1/quarantine/\(reference):delete", "desk", body: "{}").json
        #expect(deleted["changed"]?.elements?.compactMap(\.text) == ["eve@in.example"])
        #expect(deleted["mail"]?["to"]?.elements?.compactMap { $0["state"]?.text } == ["released", "deleted"])
        #expect(await ask("GET", "/v1/quarantine/\(reference)/mail").status == 404)
        #expect(await ask("POST", "/v1/quarantine/\(reference):release", "desk", body: #"{"learn":3}"#).status == 422)
        #expect(await ask("POST", "/v1/quarantine/\(reference):release", "desk", body: #"{"to":"joe@in.example"}"#).status == 404)
    }

    @Test func aRecipientSeesTheirOwnAlone() async throws {
        let reference = try await held()
        let theirs = try #require(try await hold(to: "to=eve@in.example").json["ref"]?.text)
        let list = try await ask("GET", "/v1/quarantine", "bob").json
        #expect(list["mails"]?.elements?.compactMap { $0["ref"]?.text } == [reference])
        // Who else got it is not told.
        #expect(!(await ask("GET", "/v1/quarantine", "bob")).text.contains("eve@"))
        #expect(!(await ask("GET", "/v1/quarantine/\(reference)", "bob")).text.contains("eve@"))
        for path in ["/v1/quarantine/\(theirs)", "/v1/quarantine/\(theirs)/mail", "/v1/quarantine?before=\(theirs)"] {
            #expect(await ask("GET", path, "bob").status == 404, "\(path)")
        }
        #expect(await ask("GET", "/v1/quarantine?to=eve@in.example", "bob").status == 403)
        for method in ["release", "delete"] {
            #expect(await ask("POST", "/v1/quarantine/\(theirs):\(method)", "bob", body: "{}").status == 404)
            #expect(await ask("POST", "/v1/quarantine/\(reference):\(method)", "bob", body: #"{"to":"eve@in.example"}"#).status == 403)
        }
        #expect(await hold("quarantine me", "bob").status == 403)
        let released = await ask("POST", "/v1/quarantine/\(reference):release", "bob", body: "{}")
        #expect(released.status == 200 && !released.text.contains("eve@"))
        #expect(sink.mails.withLock { $0.map(\.recipients) } == [["bob@in.example"]])
    }

    /// Whoever could hold any mail for anybody, and release it, would be a way past the filter.
    @Test func whoHandsOverDoesNotRelease() async throws {
        let reference = try await held()
        for (path, method) in [
            ("", "GET"), ("/\(reference)", "GET"), ("/\(reference)/mail", "GET"), ("/\(reference):release", "POST"),
            ("/\(reference):delete", "POST"),
        ] {
            #expect(await ask(method, "/v1/quarantine" + path, "mx", body: method == "POST" ? "{}" : "").status == 403, "\(path)")
        }
        for token in ["desk", "viewer", "bob"] {
            let refused = try await hold("quarantine me", token).json
            #expect(refused["status"]?.number == "403" && refused["remedy"]?.text?.contains("--scope hold") == true)
        }
        #expect(sink.mails.withLock { $0.isEmpty })
        let paths = try await ask("GET", "/openapi.json").json["paths"]
        func security(_ path: String) -> String? { paths?[path]?["post"]?["security"]?.elements?.first?["token"]?.elements?.first?.text }
        #expect(security("/v1/quarantine:hold") == "hold" && security("/v1/quarantine/{ref}:release") == "quarantine")
    }

    /// Being on this machine is not enough to read what is held for others.
    @Test func nobodyIsLetInWithoutTheScope() async throws {
        let reference = try await held()
        for (token, status) in [(nil, 401), ("wrong", 401), ("checker", 403)] as [(String?, Int)] {
            for path in ["", "/\(reference)", "/\(reference)/mail"] {
                #expect(await ask("GET", "/v1/quarantine" + path, token).status == status, "\(path)")
            }
            for path in ["/\(reference):release", "/\(reference):delete"] {
                #expect(await ask("POST", "/v1/quarantine" + path, token, body: "{}").status == status, "\(path)")
            }
            #expect(await hold("quarantine me", token).status == status)
        }
        for path in ["/v1/quarantine/", "/v1/quarantine//mail", "/v1/quarantine/a/b", "/v1/quarantine/a:b", "/v1/quarantine/a:release/x"] {
            #expect(await ask("GET", path).status == 404, "\(path)")
        }
        #expect(await ask("GET", "/v1/quarantine/..%2f").status == 404)
        #expect(await ask("GET", "/v1/quarantine/\(reference):release").status == 405)
    }

    private func hold(_ text: String, _ token: String?) async -> WebReply { await hold(text, to: "to=bob@in.example", token) }
}
