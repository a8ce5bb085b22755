import Foundation
import Localization
import MIME
import MailGateway
import Messages
import Quarantine
import Synchronization
import Telemetry
import Testing

/// What recipients are told of what is held for them.
struct DigestTests {
    private let room = DeskRoom()

    private func digest(_ mails: [HeldMail], _ language: Language = .english, link: String = "") -> Message {
        let form = Digest.Form(
            sender: "postmaster@in.example", link: link, service: "mx.test", catalogue: Catalogue(Digest.sentences), language: language)
        return MailParser().parse(Digest(of: mails, for: "bob+x@in.example", at: room.time, form).bytes)
    }

    private func parts(_ message: Message) -> (text: String, page: String) {
        var decoder = PartDecoder()
        func text(_ index: Int) -> String {
            var bytes: [UInt8] = []
            _ = decoder.bytes(of: message.parts[index], in: message, into: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        return (text(1), text(2))
    }

    private func held(_ subject: String) async throws -> HeldMail {
        try await room.held(try room.desk(), "From: \"<b>Ann</b>\" <ann@out.example>\r\nSubject: \(subject)\r\n\r\nx\r\n")
    }

    @Test func aDigestIsAMail() async throws {
        let mail = try await held("Win at http://bit.example/x")
        let message = digest([mail], link: "https://mail.example/held?ref={ref}&to={recipient}")
        #expect(message.defects.isEmpty && message.parts.map(\.kind) == [.multipartAlternative, .textPlain, .textHTML])
        let fields = String(decoding: message.bytes.prefix(600), as: UTF8.self)
        for field in [
            "From: postmaster@in.example", "To: bob+x@in.example", "Subject: Mail that is held for you: 1",
            "Auto-Submitted: auto-generated",
        ] {
            #expect(fields.contains(field + "\r\n"), "\(fields)")
        }
        #expect(message.bytes.split(separator: 10).allSatisfy { $0.count < 80 || $0.starts(with: "Content".utf8) })
        let (text, page) = parts(message)
        #expect(text.contains("https://mail.example/held?ref=\(mail.reference)&to=bob%2Bx%40in.example\r\n"))
        #expect(page.contains("href=\"https://mail.example/held?ref=\(mail.reference)&amp;to=bob%2Bx%40in.example\""))
    }

    /// Where people reach the service, each mail has a link of its own that releases it, beside what leads to it otherwise.
    @Test func eachMailHasALinkThatReleasesIt() async throws {
        let mails = [try await held("one"), try await held("two")]
        let form = Digest.Form(
            sender: "postmaster@in.example", link: "", release: { "https://mail.example/held/\($0.reference)?a&b" }, service: "mx.test",
            catalogue: Catalogue(Digest.sentences), language: .english)
        let (text, page) = parts(MailParser().parse(Digest(of: mails, for: "bob@in.example", at: room.time, form).bytes))
        for mail in mails {
            #expect(text.contains("Deliver: https://mail.example/held/\(mail.reference)?a&b\r\n"))
            #expect(page.contains("<a href=\"https://mail.example/held/\(mail.reference)?a&amp;b\">Deliver</a>"))
        }
        #expect(text.contains("press the button there") && page.contains("press the button there"))
        #expect(page.components(separatedBy: "<th>").count == 8 && page.components(separatedBy: "<td>").count == 15)
    }

    /// Whatever a stranger writes into a subject, it is text, and no link.
    @Test func hostileSubjectsAreQuoted() async throws {
        let mail = try await held("</td><script>alert(1)</script><img src=http://evil.example/x> & \"' http://evil.example")
        let (text, page) = parts(digest([mail]))
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>") && !page.contains("http://evil"))
        #expect(page.contains("&lt;script&gt;") && page.components(separatedBy: "<td>").count == 7)
        #expect(text.contains("</td><script>") && !text.contains("href") && !text.contains("http://evil"))
    }

    /// A sign that joins the one behind it makes one character of both, and hides no mark-up.
    @Test(arguments: ["\u{600}", "\u{6DD}", "\u{70F}", "\u{110BD}"]) func whatJoinsHidesNothing(joining: String) async throws {
        let hostile = "<img src=//evil.example/x><a href=http://evil.example>&\"'".unicodeScalars.map { joining + String($0) }.joined()
        let mail = try await held("=?utf-8?B?\(Data(hostile.utf8).base64EncodedString())?=")
        let (text, page) = parts(digest([mail]))
        let shown = try #require(
            page.unicodeScalars.split(separator: "<").first { $0.starts(with: "bdi>\(joining)".unicodeScalars) }.map(String.init))
        #expect(!shown.unicodeScalars.dropFirst(4).contains(">") && shown.contains("&lt;") && shown.contains("&#8288;"), "\(shown)")
        #expect(PageText.escaped("\(joining)<\(joining)&") == "\(joining)&lt;\(joining)&amp;")
        #expect(text.unicodeScalars.contains("\u{2060}"))
    }

    @Test(arguments: Language.allCases) func everyLanguageIsSpoken(_ language: Language) async throws {
        let mail = try await held("x")
        let (text, page) = parts(digest([mail], language))
        #expect(!text.contains("digest.") && !page.contains("digest.") && text.contains(mail.reference))
        #expect(page.contains(language == .arabic ? "dir=\"rtl\"" : "dir=\"ltr\""))
    }

    @Test func manyAreCut() async throws {
        let mail = try await held("x")
        let (text, page) = parts(digest([HeldMail](repeating: mail, count: Digest.limit + 3)))
        #expect(text.contains("Not listed here: 3") && page.components(separatedBy: "<tr>").count == Digest.limit + 2)
    }

    /// It goes past our own filter, whatever it quotes.
    @Test func aDigestThatIsSentPasses() async throws {
        let desk = try room.desk()
        let mail = try await room.held(desk)
        let form = Digest.Form(
            sender: "postmaster@in.example", link: "", service: "mx.test", catalogue: Catalogue(Digest.sentences), language: .english)
        try await desk.send(Digest(of: [mail], for: "bob@in.example", at: room.time, form).bytes, to: "bob@in.example")
        let sent = try #require(room.sink.mails.withLock { $0.first })
        #expect(sent.returnPath.isEmpty && sent.recipients == ["bob@in.example"])
        let live = LiveHolding(desk, holdsLiveMail: true, log: Log(level: .error, time: room.time))
        var transaction = room.transaction(String(decoding: sent.bytes, as: UTF8.self), to: ["bob@in.example"])
        transaction.returnPath = ""
        #expect(await live.isReleased(transaction))
        transaction.recipients = ["eve@in.example"]
        #expect(await !live.isReleased(transaction))
        room.sink.outcome.withLock { $0 = .refused("550 no") }
        await #expect(throws: QuarantineDesk.Refusal.notSent("550 no")) { try await desk.send(sent.bytes, to: "bob@in.example") }
    }
}
