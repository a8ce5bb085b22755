import Connections
import Filter
import Foundation
import MailGateway
import Messages
import Synchronization
import Telemetry
import TestSupport
import Testing

/// Judges by the first word of the subject; keeps what it is taught.
final class SubjectDesk: MailJudging, MailTeaching {
    let lessons = Mutex<[(word: LessonQueue.Word, bytes: [UInt8])]>([])
    let judgedBytes = Mutex<[[UInt8]]>([])

    func judged(_ message: Message) async throws(ScanningPool.Refusal) -> JudgedMail {
        judgedBytes.withLock { $0.append(message.bytes) }
        switch word(message) {
        case "busy": throw .busy
        case "closed": throw .closed
        case "spam": return SpamdSample.judged(logOdds: 7, .reject)
        case "observed": return SpamdSample.judged(logOdds: 7, .reject, isCarriedOut: false)
        case let word:
            guard let disposition = Disposition(rawValue: word) else { return SpamdSample.judged(logOdds: -3.26, .accept) }
            return SpamdSample.judged(logOdds: 7, disposition)
        }
    }

    func learn(
        _ word: LessonQueue.Word, of message: Message, because reason: String
    ) async throws(LessonQueue.Refusal) -> LessonQueue.Outcome {
        if self.word(message) == "busy" { throw .busy }
        return lessons.withLock { lessons in
            let isKnown = lessons.contains { $0.bytes == message.bytes && $0.word != .nothing }
            if word == .nothing, !isKnown { return .unchanged }
            lessons.append((word, message.bytes))
            return word == .nothing ? .forgotten(id: "1", model: "m2") : .learnt(id: "1", model: "m1")
        }
    }

    private func word(_ message: Message) -> String {
        let subject = message.ownHeaders.first { $0.known == .subject }
        return message.text(subject?.body)?.split(separator: " ").first.map(String.init) ?? ""
    }
}

/// The gateway and the real clients that ask it: spamc, Exim, and whoever writes to a socket.
@Suite struct SpamdClientTests {
    /// A gateway, for as long as `body` takes.
    private func serving(
        _ options: SpamdSession.Options = SpamdSample.options(limit: 64 << 20), isTaught: Bool = true,
        limits: Listener.Limits = .init(), body: (_ clients: PeerProcess, _ address: String, _ desk: SubjectDesk) async throws -> Void
    ) async throws {
        let desk = SubjectDesk()
        let log = Log(level: .error, time: SystemTime())
        let gateway = SpamdGateway(options, judge: desk, teaching: isTaught ? desk : nil, time: SystemTime(), log: log)
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let listener = Listener("spamd", at: .network(host: "127.0.0.1", port: 0), limits: limits, log: log, isBound: { found.yield($0) }) {
            try await gateway.serve(&$0)
        }
        let running = Task { try await listener.run() }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        let address = try #require(await bound.next())
        try await body(try PeerProcess("mail-clients"), "\(address)", desk)
    }

    private func mail(_ subject: String, body: String = "text\n") -> String {
        "From: Ann <ann@out.example>\nSubject: \(subject)\n\n\(body)"
    }

    private func spamc(
        _ options: [String], _ mail: String, _ clients: PeerProcess, _ address: String
    ) async throws -> (status: Int, output: String)? {
        let members: [String: Any] = ["address": address, "options": options, "mail": Data(mail.utf8).base64EncodedString()]
        guard let answer = try await clients.answer("spamc", members) else { return nil }
        let output = (answer["output"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
        return (answer["status"] as? Int ?? -1, String(decoding: output, as: UTF8.self))
    }

    @Test func spamcAsksAndIsAnswered() async throws {
        try await serving { clients, address, _ in
            guard let ham = try await spamc(["-c"], mail("hello"), clients, address) else { return }
            #expect(ham == (0, "1.7/5.0\n"))
            let ask = { options, subject in try #require(try await spamc(options, mail(subject), clients, address)) }
            #expect(try await ask(["-c"], "spam") == (1, "12.0/5.0\n"))
            #expect(try await ask(["-c"], "observed") == (0, "0.0/5.0\n"))
            #expect(try await ask(["-y"], "spam") == (0, "links.shortener,header.list-mail"))
            let report = try await ask(["-R"], "spam").output
            #expect(report.hasPrefix("12.0/5.0\nThis mail is spam: 12.0 points") && report.contains("[links.shortener]"))
            #expect(try await ask(["-r"], "hello") == (0, ""))
            #expect(try await ask(["-r"], "spam").output.contains("This mail is spam"))
            #expect(try await ask(["-K"], "") == (0, "SPAMD/1.5 0\n"))
            // Filtering: the mail comes back with its marks.
            for options in [[], ["--headers"], ["-E"], ["--headers", "-u", "ann@in.example"]] as [[String]] {
                let spam = try await ask(options, "spam")
                #expect(spam.status == (options == ["-E"] ? 1 : 0), "\(options)")
                #expect(spam.output.hasPrefix("Chaffinch-Verdict: ") && spam.output.contains("\nX-Spam-Flag: YES\n"), "\(options) \(spam)")
                #expect(spam.output.hasSuffix("\nSubject: spam\n\ntext\n"), "\(options) \(spam)")
                let seen = try await ask(options, "observed").output
                #expect(!seen.contains("X-Spam-Flag") && seen.contains("X-Spam-Status: No, score=0.0"), "\(options)")
            }
        }
    }

    @Test func spamcTeaches() async throws {
        try await serving { clients, address, desk in
            guard let spam = try await spamc(["-L", "spam"], mail("offer"), clients, address) else { return }
            #expect(spam == (0, "Message successfully un/learned\n"))
            let tell = { options, subject in try #require(try await spamc(options, mail(subject), clients, address)) }
            #expect(try await tell(["-L", "forget"], "offer").output == "Message successfully un/learned\n")
            #expect(try await tell(["-L", "forget"], "never said").output == "Message was already un/learned\n")
            #expect(try await tell(["-L", "ham"], "letter").output == "Message successfully un/learned\n")
            // What is reported to others is learnt here, and said to nobody.
            #expect(try await tell(["-C", "report"], "reported").output == "Unable to report/revoke message\n")
            // Of a refusal spamc says that it could not read on, whatever the refusal says (EX_IOERR).
            #expect(try await tell(["-x", "-L", "spam"], "busy").status == 74)
            #expect(desk.lessons.withLock { $0.map(\.word) } == [.spam, .nothing, .ham, .spam])
        }
        try await serving(isTaught: false) { clients, address, _ in
            guard let refused = try await spamc(["-x", "-L", "spam"], mail("offer"), clients, address) else { return }
            #expect(refused.status == 74, "\(refused)")
        }
    }

    @Test(arguments: [false, true]) func aDeadFilterLosesNothing(defersWhenUnable: Bool) async throws {
        let options = SpamdSample.options(limit: 64 << 20, defersWhenUnable: defersWhenUnable)
        try await serving(options) { clients, address, _ in
            for word in ["busy", "closed"] {
                guard let plain = try await spamc([], mail(word), clients, address) else { return }
                // spamc hands the mail on unless told not to.
                #expect(plain.status == 0 && plain.output.hasSuffix(mail(word)), "\(plain)")
                let strict = try #require(try await spamc(["-x"], mail(word), clients, address))
                #expect(strict.status == (defersWhenUnable ? 74 : 0), "\(strict)")
                #expect(defersWhenUnable || strict.output.hasPrefix("Chaffinch-Verdict: none; not-checked=busy\n"))
            }
        }
        // Nobody listens there.
        let clients = try PeerProcess("mail-clients")
        guard let alone = try await spamc([], mail("hello"), clients, "127.0.0.1:1") else { return }
        #expect(alone == (0, mail("hello")))
    }

    @Test func thirtyMegabytesComeBack() async throws {
        try await serving { clients, address, desk in
            let large = mail("spam", body: String(repeating: String(repeating: "x", count: 71) + "\n", count: 30 << 20 / 72))
            guard let spam = try await spamc(["-s", "100000000"], large, clients, address) else { return }
            #expect(spam.status == 0 && spam.output.utf8.count > large.utf8.count && spam.output.hasSuffix(large))
            #expect(desk.judgedBytes.withLock { $0.last?.count } == large.utf8.count)
        }
        // Beyond the limit the mail is not judged, and its sender hears an answer although not all of it is read.
        try await serving(SpamdSample.options(limit: 1 << 20)) { clients, address, desk in
            let large = mail("spam", body: String(repeating: "x\n", count: 5 << 20))
            guard let check = try await spamc(["-s", "100000000", "-c"], large, clients, address) else { return }
            #expect(check == (0, "0.0/5.0\n"))
            let process = try #require(try await spamc(["-s", "100000000"], large, clients, address))
            #expect(process.status == 0 && process.output == large)
            #expect(desk.judgedBytes.withLock { $0.isEmpty })
        }
    }

    /// `spam = nobody` of Exim's content scanning.
    @Test func eximAsksAndIsAnswered() async throws {
        try await serving { clients, address, _ in
            func reply(_ subject: String) async throws -> String? {
                let members = ["address": address, "mail": Data(mail(subject).replacing("\n", with: "\r\n").utf8).base64EncodedString()]
                return try await clients.answer("exim", members)?["reply"] as? String
            }
            guard let spam = try await reply("spam") else { return }
            #expect(spam.hasPrefix("550 spam 12.0 of 5, 120, ++++++++++++, reject, This mail is spam: 12.0 points"), "\(spam)")
            #expect(try await reply("hello")?.hasPrefix("550 ham 1.7 of 5, 17, +, no action, This mail is not spam") == true)
            #expect(try await reply("observed")?.hasPrefix("550 ham 0.0 of 5, 0, /, no action, This mail is spam: 12.0") == true)
            #expect(try await reply("busy")?.hasPrefix("550 ham 0.0 of 5, 0, /, no action, This mail was not judged") == true)
        }
        try await serving(SpamdSample.options(defersWhenUnable: true)) { clients, address, _ in
            let members = ["address": address, "mail": Data(mail("busy").utf8).base64EncodedString()]
            guard let busy = try await clients.answer("exim", members) else { return }
            #expect((busy["reply"] as? String)?.hasPrefix("451 ") == true, "\(busy)")
        }
    }

    // MARK: Whoever writes to the socket

    private func raw(_ pieces: [String], closes: Bool, _ clients: PeerProcess, _ address: String) async throws -> String {
        let members: [String: Any] = [
            "address": address, "pieces": pieces.map { Data($0.utf8).base64EncodedString() }, "closes": closes,
        ]
        let answer = try #require(try await clients.answer("raw", members))
        return String(decoding: (answer["reply"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data(), as: UTF8.self)
    }

    @Test func whoeverWritesIsAnsweredOnce() async throws {
        try await serving(SpamdSample.options(limit: 1 << 20)) { clients, address, _ in
            let ham = "SPAMD/1.5 0 EX_OK\r\nSpam: False ; 1.7 / 5.0\r\n\r\n"
            let length = mail("hello").utf8.count
            let head = "CHECK SPAMC/1.5\r\nContent-length: \(length)\r\n\r\n"
            for (pieces, closes, wanted) in [
                // With and without the end of what is sent, cut up anywhere, with a length and without.
                ([head + mail("hello")], false, ham), ([head + mail("hello")], true, ham),
                (["CHECK SP", "AMC/1.5\r\nContent-len", "gth: \(length)\r\n\r", "\nFrom", String(mail("hello").dropFirst(4))], false, ham),
                (["CHECK SPAMC/1.2\r\n\r\n" + mail("hello")], true, ham),
                // What comes behind the mail is nobody's.
                ([head + mail("hello") + String(repeating: "CHECK SPAMC/1.5\r\n\r\n", count: 1000)], true, ham),
                (["PING SPAMC/1.2\r\n"], true, "SPAMD/1.5 0 PONG\r\n"), (["PING SPAMC/1.5\r\n\r\n"], false, "SPAMD/1.5 0 PONG\r\n"),
                (["SKIP SPAMC/1.5\r\n\r\n"], false, ""), ([""], true, ""),
                ([head], true, "SPAMD/1.5 65 Content-length says \(length) bytes, and 0 came\r\n"),
                (["GET / HTTP/1.1\r\nHost: x\r\n\r\n"], false, "SPAMD/1.5 76 'GET / HTTP/1.1' is no request; write COMMAND SPAMC/1.5\r\n"),
                (
                    ["CHECK SPAMC/1.5\r\nUser: \(String(repeating: "a", count: 10_000))"], false,
                    "SPAMD/1.5 76 the head of the request is longer than 8192 bytes\r\n"
                ),
                (
                    ["PROCESS SPAMC/1.5\r\nContent-length: 2000000\r\n\r\n", String(repeating: "x", count: 2_000_000)], false,
                    "SPAMD/1.5 65 the message has 2000000 bytes, and 1048576 are the limit\r\n"
                ),
            ] as [([String], Bool, String)] {
                let reply = try await raw(pieces, closes: closes, clients, address)
                #expect(reply == wanted, "\(pieces.map { $0.prefix(60) })")
            }
        }
    }

    @Test func whoSaysNothingIsNotWaitedForForEver() async throws {
        try await serving(limits: .init(silence: .milliseconds(200))) { clients, address, _ in
            let reply = try await raw(["CHECK SPAMC/1.5\r\nContent-length: 10\r\n\r\nabc"], closes: false, clients, address)
            #expect(reply == "")
        }
    }
}
