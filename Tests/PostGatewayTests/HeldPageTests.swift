import Connections
import Filter
import Localization
import MIME
import MailGateway
import Messages
import PostGateway
import Quarantine
import Storing
import Synchronization
import Telemetry
import Testing

/// The pages behind links of digests: what they show, and that nothing but their button does anything.
struct HeldPageTests {
    private final class Sink: MailSending {
        let recipients = Mutex<[[String]]>([])
        let refuses = Mutex(false)
        /// What is heard of the first mail that is sent, and what it waits for.
        let waiting = Mutex<(asked: AsyncStream<Void>.Continuation, going: AsyncStream<Void>)?>(nil)

        func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome {
            if refuses.withLock({ $0 }) { return .refused("451 later") }
            recipients.withLock { $0.append(mail.recipients) }
            if let (asked, going) = waiting.withLock({ waiting in
                defer { waiting = nil }
                return waiting
            }) {
                asked.yield()
                for await _ in going {}
            }
            return .taken(refused: [])
        }
    }

    private let sink = Sink()
    private let time = ManualTime(Timestamp(seconds: 1000))
    private let records = MemoryRecordLog()
    private let teacher = ListeningTeacher()
    private let room: QuarantineDesk.Room
    private let desk: QuarantineDesk
    private let gateway: PostGateway

    init() throws {
        let key = try #require(QuarantineKey(secret: [UInt8](repeating: 3, count: 32)))
        let room = QuarantineDesk.Room(
            quarantine: Quarantine(MemoryQuarantineStore(), key: key, limits: .init(keep: .seconds(60), bytes: 50_000), time: time),
            audit: AuditTrail(records))
        self.room = room
        desk = QuarantineDesk(
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), sender: sink, teacher: teacher,
            time: time
        ) { _ in room }
        var gateway = PostGateway.test(desk: desk, sentences: Digest.sentences + HeldPages.sentences)
        gateway.heldPages = HeldPages(by: time) { $0.hasPrefix("ann") ? .arabic : $0.hasPrefix("eve") ? .french : nil }
        self.gateway = gateway
    }

    private func held(_ subject: String = "Win") async throws -> HeldMail {
        var mail = MailTransaction()
        mail.returnPath = "x@out.example"
        mail.recipients = ["bob@in.example", "eve@in.example", "ann@in.example"]
        mail.bytes = Array("From: x@out.example\r\nSubject: \(subject)\r\n\r\nquarantine me\r\n".utf8)
        let message = MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test").message(of: mail, at: time.now())
        return try await desk.hold(mail, as: message, judged: try await WordJudge().judged(message))
    }

    private func link(_ mail: HeldMail, _ recipient: String = "bob@in.example") -> String {
        "/held/" + room.quarantine.links.link(to: mail, for: recipient)
    }

    private func ask(_ method: String, _ path: String, _ form: String = "", language: String? = nil) async -> WebReply {
        var fields = language.map { ["accept-language": $0] } ?? [:]
        // As a browser sends a form of a page that tells nobody where it came from.
        if method == "POST" { fields.merge(["content-type": "application/x-www-form-urlencoded", "origin": "null"]) { $1 } }
        return await gateway.reply(to: WebRequest(method, path, fields: fields, body: Array(form.utf8), isLocal: false))
    }

    private func audited() async throws -> [String] {
        var entries: [String] = []
        try await AuditTrail(records).forEach { entries.append("\($0.action.rawValue) \($0.by) \($0.count ?? 0)") }
        return entries
    }

    @Test func lookingChangesNothing() async throws {
        let mail = try await held("<script>alert(1)</script> http://evil.example")
        let path = link(mail)
        let page = await ask("GET", path)
        #expect(page.status == 200 && page.mediaType == "text/html; charset=utf-8")
        #expect(page.text.contains("<form method=\"post\">") && page.text.contains("<button>Deliver it</button>"))
        // What a stranger wrote is text; nothing is fetched and nothing runs.
        #expect(page.text.contains("&lt;script&gt;") && !page.text.contains("<script") && !page.text.contains("http://evil"))
        for word in ["src=", "href=", "style", "eve@in.example"] { #expect(!page.text.contains(word), "\(word)") }
        let policy = try #require(page["Content-Security-Policy"])
        #expect(policy == "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        #expect(page["Referrer-Policy"] == "no-referrer" && page["X-Frame-Options"] == "DENY")
        #expect(await ask("HEAD", path).body.isEmpty)
        #expect(try await desk.mail(mail.reference, of: nil).addressees.allSatisfy { $0.state == .held })
        #expect(sink.recipients.withLock { $0.isEmpty })
        #expect(try await audited() == [])
    }

    @Test func theButtonReleasesForOneRecipientOnce() async throws {
        let mail = try await held()
        let path = link(mail)
        let done = await ask("POST", path)
        #expect(done.status == 200 && done.text.contains("on its way") && !done.text.contains("<form"))
        #expect(sink.recipients.withLock { $0 } == [["bob@in.example"]] && teacher.words.withLock { $0.isEmpty })
        for method in ["GET", "POST"] {
            let again = await ask(method, path)
            #expect(
                again.status == 200 && again.text.contains("delivered already, at 1970-01-01T00:16:40Z") && !again.text.contains("<form"))
        }
        #expect(sink.recipients.withLock { $0.count } == 1)
        let actor = QuarantineDesk.actor(of: try room.quarantine.links.claim(of: String(path.dropFirst(6))))
        #expect(actor.hasPrefix("link/") && actor.utf8.count == 8)
        #expect(try await audited() == ["release \(actor) 1"])
        // Another's is still held, and is learnt from where that button was pressed.
        let learnt = await ask("POST", link(mail, "EVE@in.example"), "learn=true")
        #expect(learnt.text.contains("lang=\"fr\"") && learnt.text.contains("Il sera retenu que"))
        let sources = teacher.words.withLock { $0.map(\.source) }
        #expect(
            sources.count == 1 && sources[0].hasPrefix("link/") && sources[0] != actor
                && sink.recipients.withLock { $0.last } == ["eve@in.example"])
    }

    @Test func eachFailureHasItsSentence() async throws {
        let mail = try await held()
        let path = link(mail)
        for wrong in ["/held/x", String(path.dropLast()) + (path.hasSuffix("A") ? "B" : "A"), "/held/" + String(repeating: "A", count: 96)]
        {
            for method in ["GET", "POST"] {
                let page = await ask(method, wrong)
                #expect(page.status == 404 && page.text.contains("none of ours") && page["Content-Security-Policy"] != nil)
            }
        }
        #expect(await ask("GET", "/held/x", language: "ru").text.contains("lang=\"ru\""))
        #expect(await ask("GET", link(mail, "ann@in.example")).text.contains("<html lang=\"ar\" dir=\"rtl\">"))
        // The mail server does not take it: it is held as before.
        sink.refuses.withLock { $0 = true }
        let refused = await ask("POST", path)
        #expect(refused.status == 503 && refused.text.contains("still held") && refused["Retry-After"] == "30")
        #expect(!refused.text.contains("451"))
        sink.refuses.withLock { $0 = false }
        _ = try await desk.delete(mail.reference, for: ["bob@in.example"], isLearnt: false, by: "desk")
        for method in ["GET", "POST"] {
            let page = await ask(method, path)
            #expect(page.status == 410 && page.text.contains("deleted at"), "\(page.text)")
        }
        _ = try await room.quarantine.claim(mail.reference, for: ["eve@in.example"], by: "desk")
        #expect(await ask("POST", link(mail, "eve@in.example")).text.contains("en cours de remise"))
        time.advance(by: .seconds(61))
        #expect(await ask("GET", path).status == 410)
        #expect(await ask("POST", path).text.contains("has expired"))
        #expect(sink.recipients.withLock { $0.isEmpty })
    }

    /// Each attempt stands in the trail of what was done; pressing the button all day while the mail server is down adds nothing to it.
    @Test func whatTheServerDidNotTakeRests() async throws {
        let (mail, other) = (try await held(), try await held("other"))
        sink.refuses.withLock { $0 = true }
        for _ in 0..<3 { #expect(await ask("POST", link(mail)).status == 503) }
        #expect(try await audited().count == 1)
        #expect(await ask("POST", link(other)).status == 503)
        #expect(try await audited().count == 2)
        sink.refuses.withLock { $0 = false }
        #expect(await ask("POST", link(mail)).text.contains("still held"))
        time.advance(by: .seconds(30))
        #expect(await ask("POST", link(mail)).text.contains("on its way"))
    }

    /// A mail that is gone before its time is no longer kept.
    @Test func aMailThatIsGoneIsNoLongerKept() async throws {
        let mail = try await held()
        let other = try QuarantineDesk.Room(
            quarantine: Quarantine(
                MemoryQuarantineStore(), key: #require(QuarantineKey(secret: [UInt8](repeating: 3, count: 32))),
                limits: .init(keep: .seconds(60), bytes: 50_000), time: time), audit: AuditTrail(MemoryRecordLog()))
        let empty = QuarantineDesk(
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), sender: sink, teacher: nil,
            time: time
        ) { _ in other }
        var gateway = PostGateway.test(desk: empty, sentences: HeldPages.sentences)
        #expect(await gateway.reply(to: WebRequest("GET", link(mail))).status == 404, "no links without an address for people")
        gateway.heldPages = HeldPages { _ in nil }
        let page = await gateway.reply(to: WebRequest("GET", link(mail)))
        #expect(page.status == 410 && page.text.contains("no longer kept"))
    }

    /// Whoever has a link may ask ten times a second, and keeps nobody else from asking.
    @Test func eachRecipientIsCounted() async throws {
        let mail = try await held()
        for _ in 0..<10 { #expect(await ask("GET", link(mail)).status == 200) }
        let page = await ask("GET", link(mail))
        #expect(page.status == 429 && page.text.contains("in a short time") && page["Retry-After"] == "1")
        #expect(await ask("POST", link(mail)).status == 429)
        #expect(await ask("GET", link(mail, "eve@in.example")).status == 200)
        time.advance(by: .seconds(1))
        #expect(await ask("GET", link(mail)).status == 200)
    }

    /// A slow mail server keeps a recipient from one mail at a time, and nobody else from theirs.
    @Test func eachRecipientReleasesOneAtATime() async throws {
        let (first, second) = (try await held("first"), try await held("second"))
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let (going, go) = AsyncStream.makeStream(of: Void.self)
        sink.waiting.withLock { $0 = (ask, going) }
        async let slow = self.ask("POST", link(first))
        var questions = asked.makeAsyncIterator()
        _ = await questions.next()
        let crowded = await self.ask("POST", link(second))
        #expect(crowded.status == 503 && crowded.text.contains("Other mail is being delivered") && crowded["Retry-After"] == "1")
        #expect(await self.ask("POST", link(second, "eve@in.example")).status == 200)
        go.finish()
        #expect(await slow.status == 200)
        #expect(await self.ask("POST", link(second)).text.contains("on its way"))
    }

    /// Where other messages take all the memory, nothing is released, and it is still held.
    @Test func withoutRoomItIsStillHeld() async throws {
        let mail = try await held()
        let budget = ByteBudget(1000)
        let room = room
        let crowded = QuarantineDesk(
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), sender: sink, teacher: nil,
            time: time, budget: budget
        ) { _ in room }
        var gateway = PostGateway.test(desk: crowded, sentences: HeldPages.sentences)
        gateway.heldPages = HeldPages(by: time) { _ in nil }
        let path = link(mail)
        func press() async -> WebReply {
            await gateway.reply(
                to: WebRequest("POST", path, fields: ["content-type": "application/x-www-form-urlencoded"], body: [], isLocal: false))
        }
        var others = budget.share()
        let isTaken = others.resize(to: 900)
        #expect(isTaken)
        let page = await press()
        #expect(page.status == 503 && page.text.contains("Other mail is being delivered"))
        #expect(sink.recipients.withLock { $0.isEmpty })
        _ = others.resize(to: 0)
        #expect(await press().status == 200)
    }

    @Test func onlyFormsAreTaken() async throws {
        let path = link(try await held())
        let json = WebRequest("POST", path, fields: ["content-type": "application/json"], body: Array("{}".utf8))
        #expect(await gateway.reply(to: json).status == 415)
        #expect(await ask("POST", path, String(repeating: "a", count: 2000)).status == 413)
        #expect(await ask("PUT", path)["Allow"] == "GET, HEAD, POST")
        #expect(await ask("GET", path + "/x").status == 404)
        #expect(sink.recipients.withLock { $0.isEmpty })
    }

    @Test(arguments: Language.allCases) func everyLanguageIsSpoken(_ language: Language) async throws {
        #expect(Catalogue(HeldPages.sentences).problems() == [])
        let page = await ask("GET", link(try await held()), language: language.rawValue)
        #expect(page.text.contains("lang=\"\(language.rawValue)\"") && !page.text.contains("held-page.") && !page.text.contains("digest."))
    }
}
