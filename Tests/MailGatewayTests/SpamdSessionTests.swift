import Filter
import Foundation
import Localization
import MIME
import MailGateway
import Messages
import Spamd
import TestSupport
import Testing

/// Conversations with clients of SpamAssassin's daemon, without sockets.
@Suite struct SpamdSessionTests {
    private static let moment = Timestamp(seconds: 5)

    /// The answer to a request once the mail is judged, or as it comes.
    private func answer(
        to request: [UInt8], _ options: SpamdSession.Options = SpamdSample.options(), judged: JudgedMail = SpamdSample.judged()
    ) -> String? {
        var session = SpamdSession(options)
        var step = session.receive(request, at: Self.moment)
        if case .wait = step { step = session.end(at: Self.moment) }
        switch step {
        case .judge: return SpamdSample.text(session.reply(to: judged))
        case .answer(let bytes): return SpamdSample.text(bytes)
        case .close: return nil
        case .wait, .learn: return "no answer"
        }
    }

    private struct Transcripts: Decodable {
        struct Transcript: Decodable {
            var name: String
            var requestHex: String
        }
        var transcripts: [Transcript]
    }

    /// What spamc really sends, byte by byte, and what is done about it.
    @Test func vectors() throws {
        guard let path = SharedData.vectors("milter-spamd/spamc-requests.json") else { return }
        var count = CaseCount("spamd sessions")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        for transcript in try decoder.decode(Transcripts.self, from: try Data(contentsOf: URL(filePath: path))).transcripts {
            let digits = transcript.requestHex.compactMap(\.hexDigitValue)
            var session = SpamdSample.session(SpamdSample.options(isTaught: true))
            var step = SpamdSession.Step.wait
            for index in stride(from: 0, to: digits.count - 1, by: 2) {
                guard case .wait = step else { break }
                step = session.receive([UInt8(digits[index] * 16 + digits[index + 1])], at: Self.moment)
            }
            count.check(isWanted(step, session, transcript.name), "\(transcript.name): \(step)")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    private func isWanted(_ step: SpamdSession.Step, _ session: SpamdSession, _ name: String) -> Bool {
        let learnt = SpamdSample.text(session.reply(toLesson: .success(.learnt(id: "1", model: "local-1"))))
        switch (name, step) {
        case ("ping", .answer(let bytes)): return SpamdSample.text(bytes) == "SPAMD/1.5 0 PONG\r\n"
        case ("learn-spam", .learn(.spam, _, _)), ("learn-ham", .learn(.ham, _, _)), ("report-collab", .learn(.spam, _, _)),
            ("revoke-collab", .learn(.ham, _, _)):
            return learnt == "SPAMD/1.5 0 EX_OK\r\nDidSet: local\r\n\r\n"
        case ("learn-forget", .learn(.nothing, let message, let reason)):
            return message.text(message.ownHeaders.first { $0.known == .subject }?.body) == " t" && reason == "user root"
        case ("process", .judge), ("headers", .judge):
            let reply = SpamdSample.text(session.reply(to: SpamdSample.judged()))
            return reply.contains("\r\nSpam: True ; 8.0 / 5.0\r\n\r\nChaffinch-Verdict: ") && reply.contains("\nSubject: t\n")
                && reply.hasSuffix("\n\nhello\n") == (name == "process")
        case ("check", .judge), ("check-user", .judge), ("bsmtp", .judge):
            return SpamdSample.text(session.reply(to: SpamdSample.judged())) == "SPAMD/1.5 0 EX_OK\r\nSpam: True ; 8.0 / 5.0\r\n\r\n"
        case ("symbols", .judge):
            return SpamdSample.text(session.reply(to: SpamdSample.judged())).hasSuffix("\r\n\r\nlinks.shortener,header.list-mail")
        case ("report", .judge):
            return SpamdSample.text(session.reply(to: SpamdSample.judged())).contains("\r\n\r\nThis mail is spam: 8.0 ")
        case ("report-ifspam", .judge):
            return SpamdSample.text(session.reply(to: SpamdSample.judged())).contains("\r\nSpam: Yes ; 8.0 / 5.0\r\n\r\nThis mail is spam")
        default: return false
        }
    }

    // MARK: Points

    @Test(arguments: [
        (0.0, Disposition.tag, 0.5, "True ; 5.0"), (-0.0001, .accept, 0.5, "False ; 4.9"), (12, .reject, 0.5, "True ; 17.0"),
        (-12, .accept, 0.5, "False ; -7.0"),
        // The policy's threshold has five points wherever it lies.
        (2.2, .accept, 0.9001, "False ; 4.9"), (2.1973, .quarantine, 0.9, "True ; 5.0"), (4.5951, .reject, 0.9, "True ; 7.3"),
        (-5, .tag, 0.001, "True ; 6.9"),
        // Where everything or nothing is spam.
        (-12, .tag, 0, "True ; 6.8"), (12, .accept, 1, "False ; 3.1"),
    ])
    func pointsReachFiveWhereThePolicySaysSpam(logOdds: Double, disposition: Disposition, spamFrom: Double, wanted: String) {
        let judged = SpamdSample.judged(logOdds: logOdds, disposition, spamFrom: spamFrom)
        #expect(answer(to: SpamdSample.request("CHECK"), judged: judged) == "SPAMD/1.5 0 EX_OK\r\nSpam: \(wanted) / 5.0\r\n\r\n")
    }

    @Test func whereNothingIsEverSpamNothingHasFivePoints() {
        let judged = SpamdSample.judged(logOdds: 12, .accept, spamFrom: nil)
        #expect(answer(to: SpamdSample.request("CHECK"), judged: judged)?.contains("Spam: False ; 3.1 / 5.0") == true)
    }

    /// A client that goes by the points, by the word or by a field does nothing about a mail that is only observed.
    @Test(arguments: ["CHECK", "SYMBOLS", "REPORT", "REPORT_IFSPAM", "PROCESS", "HEADERS"])
    func nobodyActsOnWhatIsOnlyObserved(command: String) throws {
        let judged = SpamdSample.judged(logOdds: 12, .reject, isCarriedOut: false)
        let reply = try #require(answer(to: SpamdSample.request(command), judged: judged))
        let word = command == "REPORT_IFSPAM" ? "No" : "False"
        #expect(reply.contains("\r\nSpam: \(word) ; 0.0 / 5.0\r\n"), "\(reply)")
        #expect(!reply.contains("\nX-Spam-Flag:") && !reply.contains("\nX-Spam-Level") && !reply.contains("Yes"), "\(reply)")
        switch command {
        case "REPORT": #expect(reply.contains("The policy only observes") && reply.contains("17.0 points"))
        case "REPORT_IFSPAM": #expect(reply.hasSuffix("\r\n\r\n"))
        case "PROCESS", "HEADERS":
            #expect(reply.contains("\r\nX-Spam-Status: No, score=0.0 required=5.0 ") && reply.contains("mode=observe-only"))
        default: break
        }
    }

    // MARK: Marks

    @Test func aMailIsMarked() throws {
        let mail = "From: a@b.example\r\nSubject: x\r\n\r\nbody\r\n\r\nX-Spam-Flag: NO\r\n"
        let reply = try #require(answer(to: SpamdSample.request("PROCESS", mail: mail)))
        let marks = """
            Chaffinch-Verdict: probability=0.9500; class=phishing; disposition=tag;\r
             mode=act; not-checked=wording; policy=p1; model=m1\r
            Chaffinch-Reasons: links.shortener 1.26, header.list-mail -0.40\r
            X-Spam-Flag: YES\r
            X-Spam-Level: ********\r
            X-Spam-Status: Yes, score=8.0 required=5.0 tests=links.shortener,\r
             header.list-mail\r

            """
        let length = marks.utf8.count + mail.utf8.count
        #expect(reply == "SPAMD/1.5 0 EX_OK\r\nContent-length: \(length)\r\nSpam: True ; 8.0 / 5.0\r\n\r\n" + marks + mail)
        // Of HEADERS the same comes up to the empty line.
        let header = try #require(answer(to: SpamdSample.request("HEADERS", mail: mail)))
        #expect(header.hasSuffix(marks + "From: a@b.example\r\nSubject: x\r\n\r\n"))
    }

    @Test func linesEndAsTheyDidInTheMail() throws {
        let reply = try #require(answer(to: SpamdSample.request("PROCESS", mail: "From b Sat Nov 21\nSubject: x\n y\n\nbody\n")))
        let mail = try #require(reply.range(of: "\r\n\r\n")).upperBound
        #expect(reply[mail...].hasPrefix("From b Sat Nov 21\nChaffinch-Verdict: ") && reply.hasSuffix("\nSubject: x\n y\n\nbody\n"))
        #expect(!reply[mail...].contains("\r"))
    }

    @Test func whatOthersWroteInOurNameGoes() throws {
        let forged = """
            X-Spam-Status: No,\r\n score=-99\r\nx-spam-flag : NO\r\nX-Spam-Checker-Version: 3\r\nChaffinch-Anything: 1\r
            Authentication-Results: mx.test;\r\n\tspf=pass\r\nAuthentication-Results: other.test; spf=pass\r
            Received-SPF: pass (x)(mx.test: fine)\r\nReceived-SPF: pass\r\n client-ip=192.0.2.1; receiver="mx.test"\r\nReceived-SPF: pass receiver=other.test\r
            no field\r\nneither\r\nX-Spam-Level: \r\nSubject: x\r\n\r\nX-Spam-Flag: NO\r

            """
        let reply = try #require(answer(to: SpamdSample.request("PROCESS", mail: forged), judged: SpamdSample.judged(logOdds: -3, .accept)))
        #expect(
            reply.hasSuffix(
                "header.list-mail\r\nAuthentication-Results: other.test; spf=pass\r\nReceived-SPF: pass receiver=other.test\r\nno field\r\nneither\r\nSubject: x\r\n\r\nX-Spam-Flag: NO\r\n"
            ))
    }

    @Test func whatOurHostsWroteAboveTheirTraceStays() throws {
        let boundary = TrustBoundary(hosts: ["mx.test"])
        let trace = "Received: from out.example (out.example [203.0.113.9]) by mx.test; Sat, 21 Nov 2026 11:00:00 +0000\r\n"
        let results = "Authentication-Results: mx.test; spf=pass\r\n"
        let mail = results + trace + results + "Received: from a by b\r\n" + results + "\r\nbody\r\n"
        var options = SpamdSample.options(boundary: boundary)
        let reply = try #require(answer(to: SpamdSample.request("PROCESS", mail: mail), options))
        #expect(reply.hasSuffix("\r\n" + results + trace + "Received: from a by b\r\n\r\nbody\r\n"))
        options.takesResultsBesideTrace = true
        let beside = try #require(answer(to: SpamdSample.request("PROCESS", mail: mail), options))
        #expect(beside.hasSuffix("\r\n" + results + trace + results + "Received: from a by b\r\n\r\nbody\r\n"))
    }

    @Test(arguments: [
        "", "\r\n", "\n", "x", "From ", "From x", "From x\n", ">From x\n", ":\n:", " \n", "a:b", "X-Spam-Flag: NO", "\r",
        "\n\nX-Spam-Flag: NO\n",
    ])
    func anyMailIsMarkedWithoutLosingItsText(mail: String) throws {
        let reply = try #require(answer(to: SpamdSample.request("PROCESS", mail: mail)))
        let marked = reply[try #require(reply.range(of: "\r\n\r\n")).upperBound...]
        #expect(
            marked.contains("Chaffinch-Verdict: ") && (mail == "X-Spam-Flag: NO" || marked.hasSuffix(mail) || marked.hasPrefix(mail)),
            "\(marked)")
    }

    /// A mail cannot go on with our fields.
    @Test func aLineThatContinuesNothingIsNoPartOfOurs() throws {
        let reply = try #require(answer(to: SpamdSample.request("PROCESS", mail: " score=-99\nSubject: x\n\nbody\n")))
        #expect(reply.hasSuffix(" header.list-mail\n\n score=-99\nSubject: x\n\nbody\n"))
    }

    // MARK: Forms

    /// Exim asks so, and takes the answer apart by position.
    @Test func oldClientsGetWhatTheyKnow() throws {
        let report = try #require(answer(to: SpamdSample.request("REPORT", version: "1.2")))
        #expect(report.hasPrefix("SPAMD/1.5 0 EX_OK\r\nSpam: True ; 8.0 / 5.0\r\n\r\nThis mail is spam"))
        #expect(
            answer(to: SpamdSample.request("SYMBOLS", version: "1.2"))?.hasSuffix("\r\n\r\nlinks.shortener,header.list-mail\r\n") == true)
        #expect(
            answer(to: SpamdSample.request("PROCESS", version: "1.2"))?.wholeMatch(
                of: /SPAMD\/1\.5 0 EX_OK\r\nContent-length: \d+\r\n\r\nChaffinch(?s:.*)/)
                != nil)
        #expect(answer(to: SpamdSample.request("PROCESS", version: "1.1"))?.hasPrefix("SPAMD/1.5 0 EX_OK\r\nChaffinch-Verdict") == true)
    }

    @Test(arguments: Language.allCases) func reportsSpeakTheLanguageOfTheSettings(language: Language) throws {
        let reply = try #require(answer(to: SpamdSample.request("REPORT"), SpamdSample.options(language: language)))
        let body = reply[try #require(reply.range(of: "\r\n\r\n")).upperBound...]
        let sentence = try #require(SpamdReport.sentences.first { $0.key == "spamd.report.spam" })
        #expect(body.hasPrefix(sentence.text(in: language, ["8.0", "5.0"], isolation: .never) + "\n"))
        #expect(body.contains("  +1.26  ") && body.contains("  -0.40  ") && body.contains("  [links.shortener]\n"))
        #expect(!body.contains("\nX-Spam-Flag") && !body.contains("\r"))
        #expect(reply.contains("Content-length: \(body.utf8.count)\r\n"))
    }

    @Test func aReportIsBounded() throws {
        let long = Evidence(id: "links.shortener", layer: .filtering, weight: 1, details: [String(repeating: "x", count: 5000)])
        let judged = SpamdSample.judged(evidence: Array(repeating: long, count: 100))
        let reply = try #require(answer(to: SpamdSample.request("REPORT"), judged: judged))
        #expect(reply.utf8.count < 17_000 && reply.hasSuffix("\n"))
    }

    /// Exim asks with the envelope on top; below a trace line anybody may have written that.
    @Test(arguments: [
        ("<ann@Out.example>", TrustBoundary(hosts: ["mx.test"]), Party.mailbox(local: "ann", domain: "out.example"), false),
        ("<>", TrustBoundary(hosts: ["mx.test"]), nil, true), ("<ann@out.example>", TrustBoundary(), nil, false),
    ])
    func theEnvelopeOnTopIsTaken(path: String, boundary: TrustBoundary, wanted: Party?, isBounce: Bool) {
        let trace = "Received: from [203.0.113.9] (helo=out.example)\n\tby mx.test with esmtp (Exim 4.96)\n"
        let mail = "From MAILER-DAEMON Sat Nov 21 20:29:45 2026\nX-Envelope-From: \(path)\nX-Envelope-To: bob@in.example\n\(trace)"
        var session = SpamdSample.session(SpamdSample.options(boundary: boundary))
        let request = SpamdSample.request("CHECK", mail: mail + "X-Envelope-From: <eve@out.example>\nSubject: x\n\n")
        guard case .judge(let message) = session.receive(request, at: Self.moment) else {
            Issue.record("not judged")
            return
        }
        #expect(message.envelope.returnPath == wanted && message.envelope.returnPathIsEmpty == isBounce)
        #expect(message.hops.first?.address == IPAddress("203.0.113.9") && message.direction == .terminating)
    }

    // MARK: Hostile and broken requests

    @Test func whatIsAskedForWronglyIsSaid() {
        for (request, wanted) in [
            ("EXPLODE SPAMC/1.5\r\n\r\n", "SPAMD/1.5 76 'EXPLODE' is no command of this server\r\n"),
            ("GET / HTTP/1.1\r\n\r\n", "SPAMD/1.5 76 'GET / HTTP/1.1' is no request; write COMMAND SPAMC/1.5\r\n"),
            ("CHECK SPAMC/1.5\r\nContent-length: 9\r\n\r\nabc", "SPAMD/1.5 65 Content-length says 9 bytes, and 3 came\r\n"),
            ("CHECK SPAMC/1.5\r\nContent-length: x\r\n\r\n", "SPAMD/1.5 76 the field content-length cannot be 'x'\r\n"),
            (
                "TELL SPAMC/1.5\r\nContent-length: 1\r\n\r\na",
                "SPAMD/1.5 69 Service Unavailable: TELL commands have not been enabled (spamd.tell)\r\n"
            ),
        ] {
            #expect(answer(to: Array(request.utf8)) == wanted)
        }
        #expect(answer(to: Array("SKIP SPAMC/1.5\r\n\r\n".utf8)) == nil && answer(to: []) == nil)
    }

    @Test func aMailThatIsTooLongGoesOnAsItIs() {
        let options = SpamdSample.options(limit: 40)
        for (command, wanted) in [
            ("CHECK", "SPAMD/1.5 0 EX_OK\r\nSpam: False ; 0.0 / 5.0\r\n\r\n"),
            ("REPORT_IFSPAM", "SPAMD/1.5 0 EX_OK\r\nContent-length: 0\r\nSpam: No ; 0.0 / 5.0\r\n\r\n"),
            (
                "REPORT",
                "SPAMD/1.5 0 EX_OK\r\nContent-length: 49\r\nSpam: False ; 0.0 / 5.0\r\n\r\nThis mail was not judged: limits.message-size.\n"
            ),
            // Of these the mail itself is awaited: the client keeps what it has.
            ("PROCESS", "SPAMD/1.5 65 the message has 53 bytes, and 40 are the limit\r\n"),
            ("TELL", "SPAMD/1.5 65 the message has 53 bytes, and 40 are the limit\r\n"),
        ] {
            let reply = answer(to: SpamdSample.request(command), options)
            #expect(reply?.replacing(/Content-length: 4\d/, with: "Content-length: 49") == wanted, "\(command)")
        }
        // Without a length it is found out on the way.
        let head = Array("CHECK SPAMC/1.2\r\n\r\n".utf8)
        #expect(answer(to: head + [UInt8](repeating: 0x61, count: 41), options)?.contains("Spam: False ; 0.0 / 5.0") == true)
    }

    @Test func aPackedMailIsUnpacked() throws {
        // "Subject: packed\n\nbody\n", packed by zlib.
        let packed: [UInt8] = [
            0x78, 0x9C, 0x0B, 0x2E, 0x4D, 0xCA, 0x4A, 0x4D, 0x2E, 0xB1, 0x52, 0x28, 0x48, 0x4C, 0xCE, 0x4E,
            0x4D, 0xE1, 0xE2, 0x4A, 0xCA, 0x4F, 0xA9, 0xE4, 0x02, 0x00, 0x5A, 0x12, 0x07, 0x5F,
        ]
        var session = SpamdSample.session()
        guard case .judge(let message) = session.receive(SpamdSample.request("CHECK", ["Compress: zlib"], packed), at: Self.moment) else {
            Issue.record("not judged")
            return
        }
        #expect(SpamdSample.text(message.bytes) == "Subject: packed\n\nbody\n")
        let process = try #require(answer(to: SpamdSample.request("PROCESS", ["Compress: zlib"], packed)))
        #expect(process.hasSuffix("\nSubject: packed\n\nbody\n"))
        let plain = answer(to: SpamdSample.request("PROCESS", ["Compress: zlib"], Array("Subject: plain\n\n".utf8)))
        #expect(plain == "SPAMD/1.5 65 the message is not one whole zlib stream\r\n")
        // What unpacks to more than may be is not unpacked.
        let limited = SpamdSample.options(limit: 29)
        let bomb: [UInt8] = [
            0x78, 0x9C, 0x0B, 0x2E, 0x4D, 0xCA, 0x4A, 0x4D, 0x2E, 0xB1, 0x52, 0x48, 0x1C, 0x05, 0x44, 0x03,
            0x00, 0x9F, 0x57, 0x74, 0xD7,
        ]
        #expect(
            answer(to: SpamdSample.request("PROCESS", ["Compress: zlib"], bomb), limited)
                == "SPAMD/1.5 65 unpacked, the message has more than 29 bytes\r\n")
        #expect(answer(to: SpamdSample.request("CHECK", ["Compress: zlib"], bomb), limited)?.contains("False ; 0.0 / 5.0") == true)
    }

    @Test func aBusyFilterLosesNothing() {
        for (command, wanted) in [
            ("CHECK", "Spam: False ; 0.0 / 5.0\r\n\r\n"), ("PROCESS", SpamdSample.mail), ("HEADERS", "Subject: hello\r\n\r\n"),
        ] {
            var session = SpamdSample.session()
            _ = session.receive(SpamdSample.request(command), at: Self.moment)
            let reply = SpamdSample.text(session.replyWhenUnable())
            #expect(reply.hasPrefix("SPAMD/1.5 0 EX_OK\r\n") && reply.hasSuffix(wanted), "\(reply)")
            #expect(command == "CHECK" || reply.contains("\r\nChaffinch-Verdict: none; not-checked=busy\r\n"))
        }
        var deferring = SpamdSample.session(SpamdSample.options(defersWhenUnable: true))
        _ = deferring.receive(SpamdSample.request("CHECK"), at: Self.moment)
        #expect(SpamdSample.text(deferring.replyWhenUnable()) == "SPAMD/1.5 75 the filter is busy, please come again\r\n")
    }

    // MARK: Words on mails

    private func told(_ fields: String..., mail: String = SpamdSample.mail) -> (SpamdSession, SpamdSession.Step) {
        var session = SpamdSample.session(SpamdSample.options(isTaught: true))
        let step = session.receive(SpamdSample.request("TELL", fields, mail: mail), at: Self.moment)
        return (session, step)
    }

    @Test func wordsOnMailsAreUnderstood() {
        for (fields, wanted) in [
            (["Message-class: spam", "Set: local"], LessonQueue.Word.spam), (["Message-class: HAM", "Set: local, remote"], .ham),
            (["Remove: local"], .nothing), (["Message-class: ham", "Set: local", "Remove: remote"], .ham),
        ] {
            var session = SpamdSample.session(SpamdSample.options(isTaught: true))
            guard case .learn(let word, _, _) = session.receive(SpamdSample.request("TELL", fields), at: Self.moment) else {
                Issue.record("\(fields): not learnt")
                continue
            }
            #expect(word == wanted)
        }
        for (fields, wanted) in [
            (["Set: local"], "SPAMD/1.5 76 Set: local needs a Message-class, spam or ham\r\n"),
            (["Message-class: spam", "Set: local", "Remove: local"], "SPAMD/1.5 76 Set and Remove both name local\r\n"),
            (["Message-class: spam", "Set: remote"], "SPAMD/1.5 0 EX_OK\r\n\r\n"), ([], "SPAMD/1.5 0 EX_OK\r\n\r\n"),
        ] {
            #expect(answer(to: SpamdSample.request("TELL", fields), SpamdSample.options(isTaught: true)) == wanted)
        }
    }

    /// Learnt, the marks of a filter would make it believe itself.
    @Test func marksAreNotLearnt() {
        let marked =
            "Chaffinch-Verdict: probability=1\r\nX-Spam-Flag: YES\r\nAuthentication-Results: mx.test; spf=pass\r\n" + SpamdSample.mail
        let (_, step) = told("Message-class: spam", "Set: local", "User: ann@in.example\u{1B}[1m", mail: marked)
        guard case .learn(_, let message, let reason) = step else {
            Issue.record("not learnt")
            return
        }
        #expect(SpamdSample.text(message.bytes) == "Authentication-Results: mx.test; spf=pass\r\n" + SpamdSample.mail)
        #expect(reason == "user ann@in.example [1m")
        let (_, other) = told("Message-class: spam", "Set: local", "User: ann")
        guard case .learn(_, let personal, _) = other else { return }
        #expect(personal.envelope.recipients == [.account(platform: "email", name: "ann")])
    }

    @Test func whatCameOfAWordIsSaid() {
        let (session, _) = told("Message-class: spam", "Set: local")
        for (outcome, wanted) in [
            (Result<LessonQueue.Outcome, LessonQueue.Refusal>.success(.learnt(id: "a", model: "m")), "0 EX_OK\r\nDidSet: local\r\n\r\n"),
            (.success(.forgotten(id: "a", model: "m")), "0 EX_OK\r\nDidRemove: local\r\n\r\n"), (.success(.unchanged), "0 EX_OK\r\n\r\n"),
            (.failure(.busy), "75 others are teaching, please come again\r\n"),
            (.failure(.failed("disk full at /secret")), "75 the lesson could not be stored, please come again\r\n"),
            (.failure(.notAllowed("tell may not teach")), "77 tell may not teach\r\n"),
            (.failure(.worse("local-2")), "65 not learnt: the model would judge worse (local-2)\r\n"),
        ] {
            #expect(SpamdSample.text(session.reply(toLesson: outcome)) == "SPAMD/1.5 " + wanted)
        }
    }
}
