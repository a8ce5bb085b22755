import Testing

@testable import MailGateway

/// What is said to a mail server that takes what is released.
struct SubmissionSessionTests {
    private func mail(_ text: String = "Subject: x\r\n\r\ntext\r\n", from: String = "ann@out.example", to: [String] = ["bob@in.example"])
        -> SubmissionSession.Mail
    {
        .init(returnPath: from, recipients: to, bytes: Array(text.utf8))
    }

    /// What is said after each reply, and what came of it.
    private func talk(
        _ mail: SubmissionSession.Mail, _ replies: [String], _ security: SubmissionSession.Security = .none, as user: String? = nil
    ) -> (said: [String], outcome: SubmissionSession.Outcome?) {
        let credentials = user.flatMap { SMTPCredentials(user: $0, password: "seeds") }
        var session = SubmissionSession(mail, as: "mx.test", security: security, credentials: credentials)
        var said: [String] = []
        for reply in replies {
            switch session.receive(Array((reply + "\r\n").utf8)) {
            case .wait: said.append("")
            case .send(let bytes): said.append(String(decoding: bytes, as: UTF8.self))
            case .sendContent(let content): said.append(String(decoding: Array(content.joined()), as: UTF8.self))
            case .secure: said.append("TLS " + String(decoding: session.secured(), as: UTF8.self))
            case .end(let outcome, let farewell):
                #expect(farewell == Array("QUIT\r\n".utf8))
                return (said, outcome)
            }
        }
        return (said, nil)
    }

    @Test func aMailIsHandedOver() {
        let (said, outcome) = talk(
            mail("Subject: x\n\r\n.a\r\n..\rb", to: ["bob@in.example", "eve@in.example"]),
            [
                "220 mx ESMTP", "250-mx\r\n250-SIZE 1000\r\n250-8bitmime\r\n250 SMTPUTF8", "250 ok", "250 ok", "251 will forward", "354 go",
                "250 2.0.0 queued",
            ])
        #expect(
            said == [
                "EHLO mx.test\r\n", "MAIL FROM:<ann@out.example> SIZE=21 BODY=8BITMIME\r\n", "RCPT TO:<bob@in.example>\r\n",
                "RCPT TO:<eve@in.example>\r\n", "DATA\r\n", "Subject: x\r\n\r\n..a\r\n...\r\nb\r\n.\r\n",
            ])
        #expect(outcome == .taken(refused: []))
    }

    @Test func nothingIsSaidBeforeTLS() {
        let (said, outcome) = talk(
            mail(),
            [
                // What the server could do before it spoke by TLS was said in the clear.
                "220 mx", "250-mx\r\n250-SMTPUTF8\r\n250-8BITMIME\r\n250 STARTTLS", "220 go on",
                "250-mx\r\n250 AUTH PLAIN LOGIN",
                "235 ok", "250 ok", "250 ok", "354 go", "250 ok",
            ], .startTLS, as: "releaser")
        #expect(
            said == [
                "EHLO mx.test\r\n", "STARTTLS\r\n", "TLS EHLO mx.test\r\n", "AUTH PLAIN AHJlbGVhc2VyAHNlZWRz\r\n",
                "MAIL FROM:<ann@out.example>\r\n", "RCPT TO:<bob@in.example>\r\n", "DATA\r\n", "Subject: x\r\n\r\ntext\r\n.\r\n",
            ])
        #expect(outcome == .taken(refused: []))
        // From the first byte on nothing is agreed on, and without a user nobody logs in.
        let implicit = talk(mail(), ["220 mx", "250-mx\r\n250-STARTTLS\r\n250 AUTH PLAIN", "250 ok"], .implicit)
        #expect(implicit.said == ["EHLO mx.test\r\n", "MAIL FROM:<ann@out.example>\r\n", "RCPT TO:<bob@in.example>\r\n"])
    }

    /// Whoever is on the way can take out of an answer what the server offers.
    @Test(
        arguments: [
            (["220 x", "250-x\r\n250 AUTH PLAIN"], .startTLS, "STARTTLS"), (["220 x", "250 STARTTLS"], .startTLS, "STARTTLS"),
            (["220 x", "250-x\r\n250 STARTTLS", "454 not now"], .startTLS, "454 not now"),
            (["220 x", "250-x\r\n250 STARTTLS", "220 go", "250-x\r\n250 AUTH LOGIN XPLAIN"], .startTLS, "AUTH PLAIN"),
            (["220 x", "250 x"], .implicit, "AUTH PLAIN"),
            (["220 x", "250-x\r\n250 auth plain", "535 5.7.8 who?"], .implicit, "535"),
            (["220 x", "250-x\r\n250 AUTH PLAIN", "334 "], .implicit, "334"),
            (["220 x", "250-x\r\n250 STARTTLS", "220 go on\r\n250 AUTH PLAIN"], .startTLS, "in the clear"),
            (["220 x", "250-x\r\n250 STARTTLS", "220 go on\r\n2"], .startTLS, "in the clear"),
            (["220 x", "250-x\r\n250 AUTH PLAIN"], .none, "in the clear"),
        ] as [([String], SubmissionSession.Security, String)])
    func whatIsWantedIsNotDoneWithout(_ replies: [String], _ security: SubmissionSession.Security, why: String) {
        let (said, outcome) = talk(mail(), replies, security, as: "releaser")
        guard case .refused(let reason)? = outcome else {
            Issue.record("\(said)")
            return
        }
        #expect(reason.contains(why) && !said.contains { $0.hasPrefix("MAIL") }, "\(reason)")
    }

    /// A server may say what it was told, and what it says is shown to people.
    @Test func noReplyShowsThePassword() {
        let echo = "535 what? AUTH PLAIN AHJlbGVhc2VyAHNlZWRz"
        let (said, outcome) = talk(mail(), ["220 x", "250-x\r\n250 AUTH PLAIN", echo], .implicit, as: "releaser")
        #expect(said.last == "AUTH PLAIN AHJlbGVhc2VyAHNlZWRz\r\n")
        #expect(outcome == .refused("the server lets nobody log in (535)"))
    }

    /// Whatever the places are at which a long mail is cut, what is sent is the same.
    @Test func longMailsGoOutInPieces() {
        let lines = (0..<9).map { String(repeating: "x", count: SMTPContent.pieceBytes / 4 - 5 + $0) }
        let mail = lines.joined(separator: "\r\n.\n\r")
        let pieces = Array(SMTPContent(Array(mail.utf8)))
        #expect(pieces.count > 2 && pieces.allSatisfy { $0.count <= SMTPContent.pieceBytes + 8 })
        #expect(String(decoding: pieces.joined(), as: UTF8.self) == lines.joined(separator: "\r\n..\r\n\r\n") + "\r\n.\r\n")
    }

    @Test func aPasswordIsInNoDescription() throws {
        let credentials = try #require(SMTPCredentials(user: "releaser", password: "seeds"))
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped, "\([credentials])"] {
            #expect(!text.contains("seeds"), "\(text)")
        }
        for (user, password) in [("", "a"), ("a", ""), ("a\0b", "c"), ("a", "b\r\nMAIL"), ("a", String(repeating: "x", count: 1025))] {
            #expect(SMTPCredentials(user: user, password: password) == nil)
        }
    }

    @Test func whomTheServerRefusesIsTold() {
        let to = ["bob@in.example", "eve@in.example"]
        let some = talk(mail(to: to), ["220 x", "250 x", "250 ok", "550 5.1.1 no such\u{7} user", "250 ok", "354 go", "250 ok"])
        #expect(some.outcome == .taken(refused: [.init(recipient: "bob@in.example", reply: "550 5.1.1 no such  user")]))
        let none = talk(mail(to: to), ["220 x", "250 x", "250 ok", "550 no", "451 later"])
        #expect(none.outcome == .refused("550 no"))
        for (replies, reply) in [
            (["554 go away"], "554 go away"), (["220 x", "502 what?"], "502 what?"),
            (["220 x", "250 x", "552 too large"], "552 too large"),
            (["220 x", "250 x", "250 ok", "250 ok", "250 ok", "421 not now"], "421 not now"),
            (["220 x", "250 x", "250 ok", "250 ok", "250 ok", "354 go", "451 4.3.0 no room"], "451 4.3.0 no room"),
        ] {
            #expect(talk(mail(to: to), replies).outcome == .refused(reply), "\(replies)")
        }
    }

    @Test func addressesInOtherScriptsNeedAServerThatTakesThem() {
        let mail = mail(to: ["b\u{F6}b@in.example"])
        let taken = talk(mail, ["220 x", "250-x\r\n250 SMTPUTF8", "250 ok"])
        #expect(taken.said[1] == "MAIL FROM:<ann@out.example> SMTPUTF8\r\n")
        guard case .refused(let why)? = talk(mail, ["220 x", "250 x"]).outcome else {
            Issue.record("not refused")
            return
        }
        #expect(why.contains("SMTPUTF8"))
    }

    @Test(arguments: ["", "x", "2", "25", "250x ok", "999 what", "000 ok", "250-a\r\n251 b", "\u{FF}", "\r", "220-\r\n\r\n"])
    func whatIsNoReplyEndsIt(_ text: String) {
        guard case .refused(let why)? = talk(mail(), [text]).outcome else {
            Issue.record("taken: \(text)")
            return
        }
        #expect(why.contains("SMTP"))
    }

    @Test func endlessRepliesAreCutOff() {
        var session = SubmissionSession(mail(), as: "mx.test")
        guard case .end(.refused, _) = session.receive([UInt8](repeating: 0x32, count: 1 << 20)) else {
            Issue.record("a line without end")
            return
        }
        session = SubmissionSession(mail(), as: "mx.test")
        guard case .end(.refused, _) = session.receive(Array(String(repeating: "220-x\r\n", count: 1000).utf8)) else {
            Issue.record("a reply without end")
            return
        }
    }

    @Test func repliesComeInPieces() {
        var session = SubmissionSession(mail(), as: "mx.test")
        var steps: [SubmissionSession.Step] = []
        for byte in "220-a\r\n220 b\r\n".utf8 { steps.append(session.receive([byte])) }
        #expect(steps.dropLast().allSatisfy { $0 == .wait } && steps.last == .send(Array("EHLO mx.test\r\n".utf8)))
    }

    @Test(arguments: [
        "", "a b@x", "a>@x", "<a@x>", "a@x\r\nRCPT TO:<eve@in.example>", "a\n", "a\u{0}", "\"a", "\"a\\", "\"a\" b",
        String(repeating: "x", count: 2000),
    ])
    func whatIsNoAddressIsNotSent(_ address: String) {
        #expect(SubmissionSession.problem(with: mail(to: ["bob@in.example", address])) != nil)
        if !address.isEmpty { #expect(SubmissionSession.problem(with: mail(from: address)) != nil) }
    }

    @Test func odderAddressesAreSent() {
        for address in ["a", "a@x", "\"a b\"@x", "\"a\\\"<>\"@x", "b\u{F6}b@in.example", "a@[192.0.2.1]"] {
            #expect(SubmissionSession.problem(with: mail(from: address, to: [address])) == nil, "\(address)")
        }
        #expect(SubmissionSession.problem(with: mail(from: "")) == nil)
        #expect(SubmissionSession.problem(with: mail(to: [])) != nil)
    }
}
