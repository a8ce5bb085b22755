import Connections
import Filter
import Foundation
import MIME
import MailGateway
import Messages
import Milter
import Quarantine
import Synchronization
import Telemetry
import TestSupport
import Testing

/// Judges by the first word of the subject, so that a living mail server can be shown every disposition.
private struct SubjectJudge: MailJudging {
    let seen = Seen()

    final class Seen: Sendable {
        let messages = Mutex<[Message]>([])
    }

    func judged(_ message: Message) async throws(ScanningPool.Refusal) -> JudgedMail {
        seen.messages.withLock { $0.append(message) }
        let subject = message.ownHeaders.first { $0.known == .subject }
        let word = message.text(subject?.body)?.split(separator: " ").first.map(String.init) ?? ""
        if word == "busy" { throw .busy }
        let disposition = Disposition(rawValue: word) ?? .accept
        let verdict = Verdict(
            probability: disposition == .accept ? 0.01 : 0.99, logOdds: 4, threatClass: .scam, evidence: [], coverage: Coverage(),
            model: "m",
            elapsed: .zero)
        var judged = JudgedMail(
            verdict: verdict, decision: Decision(disposition: disposition, isCarriedOut: true, because: nil, policy: "p"))
        judged.results = AuthenticationResults(server: "mx.test", results: [.init("spf", "pass")])
        if word == "each" { each(of: message, &judged) }
        return judged
    }
}

extension SubjectJudge {
    /// Decides for each recipient by what stands before the hyphen of the address.
    private func each(of message: Message, _ judged: inout JudgedMail) {
        judged.recipients = message.envelope.recipients.enumerated().map { place, recipient in
            let word = recipient.description.drop { $0 == "\"" }.prefix { $0 != "-" }
            let disposition = Disposition(rawValue: String(word)) ?? .accept
            return RecipientDecision(for: [place], Decision(disposition: disposition, isCarriedOut: true, because: nil, policy: "p"))
        }
        judged.decision = judged.recipients.map(\.decision).reduce(judged.recipients[0].decision) { $1.isGentler(than: $0) ? $1 : $0 }
    }
}

/// The gateway beside a living Postfix on loopback.
struct PostfixTests {
    private static let service = "mx.test"

    /// Runs a gateway for as long as `body` takes.
    private func serving(
        defersWhenUnable: Bool = false, dropsRefused: Bool = false, holding: (any MailHolding)? = nil,
        inside boundary: TrustBoundary = TrustBoundary(), certificate: TestCertificate? = nil,
        body: (_ postfix: PeerProcess, _ judge: SubjectJudge) async throws -> Void
    ) async throws {
        let judge = SubjectJudge()
        let log = Log(level: .error, time: SystemTime())
        let gateway = MilterGateway(
            .init(service: Self.service, boundary: boundary, messageBytes: 64 << 20, dropsRefused: dropsRefused),
            reception: MailReception(limits: .standard, boundary: boundary, service: Self.service), judge: judge, time: SystemTime(),
            log: log,
            defersWhenUnable: defersWhenUnable, holding: holding)
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let listener = Listener("milter", at: .network(host: "127.0.0.1", port: 0), log: log, isBound: { found.yield($0) }) { connection in
            try await gateway.serve(&connection)
        }
        let running = Task { try await listener.run() }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        let address = try #require(await bound.next())
        let submission = certificate.map { ["--submission", $0.chain, $0.key] } ?? []
        try await body(try PeerProcess("postfix", submission + ["inet:\(address)"]), judge)
    }

    private func mail(_ subject: String, _ fields: String = "", body: String = "text\r\n") -> Data {
        // Without these two Postfix puts them in.
        let needed = "Date: Sat, 21 Nov 2026 11:00:00 +0000\r\nMessage-ID: <1@out.example>\r\n"
        return Data("From: Ann <ann@out.example>\r\nSubject: \(subject)\r\n\(needed)\(fields)\r\n\(body)".utf8)
    }

    private func send(_ mail: Data, to recipients: [String] = ["bob@in.example"], over postfix: PeerProcess, _ more: [String: Any] = [:])
        async throws -> [String: Any]?
    {
        let members: [String: Any] = [
            "mail": mail.base64EncodedString(), "from": "ann@out.example", "to": recipients, "client": "203.0.113.9", "helo": "out.example",
        ]
        return try await postfix.answer("send", members.merging(more) { $1 })
    }

    private func delivered(_ answer: [String: Any]) throws -> [(to: [String], mail: String)] {
        let mails = try #require(answer["delivered"] as? [[String: Any]])
        return mails.map { mail in
            let bytes = (mail["mail"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
            return (mail["to"] as? [String] ?? [], String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func everyDispositionIsCarriedOut() async throws {
        try await serving { postfix, judge in
            guard
                let accepted = try await send(
                    mail("hello", "Authentication-Results: mx.test; spf=fail\r\nX-Spam-Flag: NO\r\n"), over: postfix)
            else { return }
            let plain = try #require(try delivered(accepted).first).mail
            #expect(plain.hasPrefix("Authentication-Results: mx.test; spf=pass\r\nChaffinch-Verdict: "))
            #expect(!plain.contains("spf=fail") && !plain.contains("X-Spam-Flag") && plain.hasSuffix("\r\n\r\ntext\r\n"))
            let tagged = try #require(try await send(mail("tag me"), over: postfix))
            #expect(try #require(try delivered(tagged).first).mail.contains("\r\nX-Spam-Flag: YES\r\n"))
            for (word, reply, held) in [
                ("reject", "550 5.7.1 Refused as unsolicited", 0), ("defer", "451 4.7.1", 0), ("discard", "250 2.0.0", 0),
                ("quarantine", "250 2.0.0", 1),
            ] {
                let answer = try #require(try await send(mail("\(word) me"), over: postfix))
                let last = try #require((answer["replies"] as? [String])?.last)
                #expect(last.hasPrefix(reply), "\(word): \(last)")
                #expect(try delivered(answer).isEmpty && answer["held"] as? Int == held, "\(word)")
            }
            let seen = try #require(judge.seen.messages.withLock { $0.first })
            #expect(seen.envelope.clientAddress == IPAddress("203.0.113.9") && seen.envelope.helo == "out.example")
            #expect(seen.envelope.returnPath == .mailbox(local: "ann", domain: "out.example"))
            #expect(seen.envelope.recipients == [.mailbox(local: "bob", domain: "in.example")])
        }
    }

    /// What swaks hears, which testers of mail servers send by.
    @Test func swaksHearsWhatIsDone() async throws {
        try await serving { postfix, _ in
            for (word, status, reply) in [
                ("hello", 0, "250 2.0.0 Ok: queued"), ("reject", 26, "550 5.7.1 Refused as unsolicited"), ("defer", 26, "451 4.7.1"),
            ] {
                let members: [String: Any] = [
                    "mail": mail("\(word) me").base64EncodedString(), "from": "ann@out.example", "to": ["bob@in.example"],
                    "client": "203.0.113.9",
                    "helo": "out.example",
                ]
                guard let answer = try await postfix.answer("swaks", members) else { return }
                let replies = answer["replies"] as? [String] ?? []
                #expect(answer["status"] as? Int == status && replies.contains { $0.hasPrefix(reply) }, "\(word): \(answer)")
                let mails = try delivered(answer)
                #expect(mails.count == (status == 0 ? 1 : 0) && mails.allSatisfy { $0.mail.contains("Chaffinch-Verdict: ") })
            }
        }
    }

    /// Several recipients in one transaction, for whom not the same is due.
    @Test func recipientsWithPoliciesOfTheirOwn() async throws {
        try await serving(dropsRefused: true) { postfix, _ in
            // What is done for all, and who gets it.
            for (words, reply, got, held) in [
                (["accept", "discard", "tag"], "250 2.0.0", [0, 2], 0), (["accept", "quarantine"], "250 2.0.0", [0, 1], 0),
                (["tag", "reject", "accept"], "250 2.0.0", [0, 2], 0), (["reject", "discard"], "550 5.7.1", [], 0),
                (["discard", "discard"], "250 2.0.0", [], 0), (["quarantine", "reject"], "250 2.0.0", [], 1),
            ] as [([String], String, [Int], Int)] {
                let to = words.enumerated().map { "\($1)-\($0)@in.example" }
                guard let answer = try await send(mail("each"), to: to, over: postfix, ["arrive": got.count]) else { return }
                let last = try #require((answer["replies"] as? [String])?.last)
                #expect(last.hasPrefix(reply), "\(words): \(last)")
                #expect(try delivered(answer).flatMap(\.to).sorted() == got.map { to[$0] }.sorted(), "\(words)")
                #expect(answer["held"] as? Int == held, "\(words)")
            }
            // Addresses that need quotation marks, and those in another script, are taken out as well.
            for (to, more) in [
                (["\"discard-a b\"@in.example", "accept-1@in.example"], [:]),
                (["discard-b\u{F6}b@in.example", "accept-1@in.example"], ["smtputf8": true]),
            ] as [([String], [String: Any])] {
                let odd = try #require(try await send(mail("each"), to: to, over: postfix, more.merging(["arrive": 1]) { $1 }))
                #expect(try delivered(odd).flatMap(\.to) == ["accept-1@in.example"], "\(to)")
            }
        }
        // Without leave nobody who is refused vanishes.
        try await serving { postfix, _ in
            let to = ["accept-0@in.example", "reject-1@in.example"]
            guard let answer = try await send(mail("each"), to: to, over: postfix) else { return }
            #expect(try delivered(answer).flatMap(\.to).sorted() == to)
        }
    }

    @Test func whatIsJudgedIsWhatWasSent() async throws {
        try await serving { postfix, judge in
            let fields = "X-Folded: a\r\n b\r\n\tc\r\nX-Eight: gr\u{FC}n\r\nX-Empty:\r\n"
            let sent = mail("bytes", fields, body: "\r\n.dot\r\nna\u{EF}ve \u{10348}\r\n\r\n")
            let to = ["bob@in.example", "eve@in.example"]
            guard let answer = try await send(sent, to: to, over: postfix) else { return }
            let seen = try #require(judge.seen.messages.withLock { $0.last })
            // The trace field that Postfix will write, and below it what was sent.
            let trace = String(decoding: seen.bytes.dropLast(sent.count), as: UTF8.self)
            #expect(trace.hasPrefix("Received: from out.example (") && trace.hasSuffix("+0000\r\n"), "\(trace)")
            #expect(Array(seen.bytes.suffix(sent.count)) == Array(sent), "\(String(decoding: seen.bytes, as: UTF8.self))")
            #expect(seen.envelope.recipients.count == 2)
            #expect(try delivered(answer).flatMap(\.to).sorted() == to)
            // Addresses in other scripts (RFC 6531).
            let more: [String: Any] = ["smtputf8": true, "from": "\u{E4}nn@out.example"]
            let international = try #require(try await send(mail("gr\u{FC}n"), to: ["b\u{F6}b@in.example"], over: postfix, more))
            #expect(try delivered(international).first?.to == ["b\u{F6}b@in.example"])
            #expect(judge.seen.messages.withLock { $0.last?.envelope.returnPath } == .mailbox(local: "\u{E4}nn", domain: "out.example"))
            // Thirty megabytes.
            let large = mail("large", body: String(repeating: String(repeating: "x", count: 70) + "\r\n", count: 30 << 20 / 72))
            let arrived = try #require(try await send(large, over: postfix))
            #expect(try delivered(arrived).count == 1)
            let judged = try #require(judge.seen.messages.withLock { $0.last })
            #expect(judged.bytes.suffix(large.count).elementsEqual(large))
        }
    }

    @Test(arguments: [false, true]) func aBusyFilterLosesNothing(defersWhenUnable: Bool) async throws {
        try await serving(defersWhenUnable: defersWhenUnable) { postfix, _ in
            guard let answer = try await send(mail("busy"), over: postfix) else { return }
            let last = try #require((answer["replies"] as? [String])?.last)
            #expect(last.hasPrefix(defersWhenUnable ? "451 4.3.2" : "250 2.0.0"))
            #expect(try delivered(answer).count == (defersWhenUnable ? 0 : 1))
        }
    }

    /// Held by us, released through the same server and the same filter.
    @Test func whatWeHoldIsReleasedAsItCame() async throws {
        let room = DeskRoom()
        let desk = try room.desk(bytes: 1 << 16)
        let live = LiveHolding(desk, holdsLiveMail: true, log: Log(level: .error, time: room.time))
        try await serving(holding: live) { postfix, judge in
            let odd = "\r\n.dot\r\n8bit: \u{FC}\r\n" + String(repeating: "long ", count: 150) + "\r\n"
            let sent = mail("quarantine me", "X-Folded: a\r\n\tb\r\n", body: odd)
            guard let answer = try await send(sent, to: ["bob@in.example", "eve@in.example"], over: postfix) else { return }
            #expect((answer["replies"] as? [String])?.last?.hasPrefix("250 2.0.0") == true)
            // Postfix has nothing of it any more.
            #expect(try delivered(answer).isEmpty && answer["held"] as? Int == 0)
            let held = try #require(try await desk.mails(for: nil, before: nil, limit: 10).first)
            #expect(try await desk.bytes(of: held.reference, for: nil, by: "test").bytes == Array(sent))
            let port = try #require(try await postfix.answer("port")?["port"] as? Int)
            let way = MailSubmission(to: [.network(host: "127.0.0.1", port: port)], as: "mx.test", time: SystemTime())
            let judgedBefore = judge.seen.messages.withLock { $0.count }
            let releasing = try room.desk(bytes: 1 << 16, by: way)
            #expect(try await releasing.release(held.reference, isLearnt: false, by: "test").changed.count == 2)
            let out = try #require(try await postfix.answer("delivered", ["recipients": 2]))
            let text = try #require(try delivered(out).first).mail
            #expect(judge.seen.messages.withLock { $0.count } == judgedBefore)
            #expect(
                text.hasSuffix(String(decoding: sent, as: UTF8.self))
                    && text.contains("Received: from out.example (out.example [203.0.113.9])"))
            #expect(!text.contains("Chaffinch-") && text.hasPrefix("Received: from mx.test"))
            // A mark that somebody else writes is taken out, and the mail is judged.
            let forged = mail("hello", "")
            let mark = "Chaffinch-Release: 2; ref=\(held.reference); until=9999999999; code=\(String(repeating: "A", count: 43))=\r\n"
            let passed = try #require(try await send(Data(mark.utf8) + forged, over: postfix))
            #expect(
                try #require(try delivered(passed).first).mail.contains("Chaffinch-Verdict")
                    && judge.seen.messages.withLock { $0.count } > judgedBefore)
            #expect(try !#require(try delivered(passed).first).mail.contains("Chaffinch-Release"))
            // What finds no room here Postfix holds: nothing is lost.
            let large = mail("quarantine this", body: String(repeating: "x\r\n", count: 30_000))
            let full = try #require(try await send(large, over: postfix))
            #expect((full["replies"] as? [String])?.last?.hasPrefix("250 2.0.0") == true && full["held"] as? Int == 1)
        }
    }

    /// A filter whose own host is trusted hears its own mails again as those of a host of ours.
    @Test func whatIsReleasedBringsNothingForged() async throws {
        let room = DeskRoom()
        let boundary = TrustBoundary(networks: ["127.0.0.0/8"].compactMap { IPNetwork($0) })
        let live = LiveHolding(try room.desk(inside: boundary), holdsLiveMail: true, log: Log(level: .error, time: room.time))
        try await serving(holding: live, inside: boundary) { postfix, _ in
            let forged =
                "Authentication-Results: mx.test; dkim=pass header.d=bank.example\r\nChaffinch-Verdict: probability=0.0001\r\nX-Spam-Flag: NO\r\n"
            guard let answer = try await send(mail("quarantine me", forged), over: postfix) else { return }
            #expect(try delivered(answer).isEmpty && answer["held"] as? Int == 0)
            let port = try #require(try await postfix.answer("port")?["port"] as? Int)
            let way = MailSubmission(to: [.network(host: "127.0.0.1", port: port)], as: "mx.test", time: SystemTime())
            let desk = try room.desk(by: way, inside: boundary)
            let held = try #require(try await desk.mails(for: nil, before: nil, limit: 10).first)
            #expect(try await desk.release(held.reference, isLearnt: false, by: "test").changed == ["bob@in.example"])
            let out = try #require(try await postfix.answer("delivered", ["recipients": 1]))
            let text = try #require(try delivered(out).first).mail
            #expect(text.hasSuffix("\r\n\r\ntext\r\n") && text.contains("Subject: quarantine me"))
            for name in ["Authentication-Results", "Chaffinch-", "X-Spam-"] { #expect(!text.contains(name), "\(text)") }
        }
    }

    /// Where a server takes mail by TLS and of whoever logs in alone.
    @Test func whatIsReleasedGoesByTLSWithALogin() async throws {
        let folder = try TemporaryFolder()
        guard let certificate = try await folder.certificate(of: "DNS:localhost,IP:127.0.0.1") else { return }
        let room = DeskRoom()
        let live = LiveHolding(try room.desk(), holdsLiveMail: true, log: Log(level: .error, time: room.time))
        try await serving(holding: live, certificate: certificate) { postfix, judge in
            guard let ports = try await postfix.answer("port") else { return }
            let proof = try ServerProof(authorities: certificate.chain)
            for (name, security) in [("starttls", .startTLS(proof)), ("smtps", .implicit(proof))] as [(String, MailSubmission.Security)] {
                let held = try await room.held(try room.desk(), to: ["bob@in.example"])
                let address = ListenAddress.network(host: "127.0.0.1", port: try #require(ports[name] as? Int))
                func release(
                    as user: String?, with password: String = "seeds & \u{FC}ber", by security: MailSubmission.Security
                ) async throws -> [String] {
                    let credentials = user.flatMap { SMTPCredentials(user: $0, password: password) }
                    let way = MailSubmission(to: [address], as: "mx.test", security: security, credentials: credentials, time: SystemTime())
                    return try await room.desk(by: way).release(held.reference, isLearnt: false, by: "test").changed
                }
                // Nobody, somebody else, and by a password that is wrong.
                for (user, password) in [(nil, ""), ("eve", "seeds & \u{FC}ber"), ("releaser", "seeds")] as [(String?, String)] {
                    await #expect(throws: QuarantineDesk.Refusal.self, "\(name) \(user ?? "")") {
                        try await release(as: user, with: password, by: security)
                    }
                }
                // A server that cannot prove who it is hears nothing of the mail, nor the password.
                let unknown = try ServerProof(authorities: nil)
                let stranger: MailSubmission.Security = name == "smtps" ? .implicit(unknown) : .startTLS(unknown)
                await #expect {
                    try await release(as: "releaser", by: stranger)
                } throws: {
                    if case QuarantineDesk.Refusal.notSent(let why) = $0 {
                        why.hasSuffix(
                            "does not prove who it is (its certificate comes from no authority that is known, or is not good now)")
                    } else {
                        false
                    }
                }
                #expect(try await release(as: "releaser", by: security) == ["bob@in.example"])
                let out = try #require(try await postfix.answer("delivered", ["recipients": 1]))
                #expect(try #require(try delivered(out).first).mail.hasSuffix("\r\n\r\ntext\r\n"))
            }
            #expect(judge.seen.messages.withLock { $0.isEmpty })
        }
    }

    /// A certificate has to be good for the address that is called.
    @Test func aCertificateOfAnotherNameIsNone() async throws {
        let folder = try TemporaryFolder()
        guard let certificate = try await folder.certificate(of: "DNS:mx.test") else { return }
        let postfix = try PeerProcess("postfix", ["--submission", certificate.chain, certificate.key])
        guard let ports = try await postfix.answer("port") else { return }
        let proof = try ServerProof(authorities: certificate.chain)
        let mail = SubmissionSession.Mail(returnPath: "", recipients: ["bob@in.example"], bytes: Array("\r\n".utf8))
        for (name, security) in [("starttls", .startTLS(proof)), ("smtps", .implicit(proof))] as [(String, MailSubmission.Security)] {
            let port = try #require(ports[name] as? Int)
            for host in ["127.0.0.1", "localhost"] {
                let way = MailSubmission(to: [.network(host: host, port: port)], as: "mx.test", security: security, time: SystemTime())
                await #expect { try await way.send(mail, within: .seconds(60)) } throws: {
                    "\($0)".hasSuffix("does not prove who it is (its certificate is for another name)")
                }
            }
        }
        #expect(throws: ServerProof.Unreadable.self) { try ServerProof(authorities: folder.path + "/nothing") }
        #expect(throws: ServerProof.Unreadable.self) { try ServerProof(authorities: certificate.key) }
    }

    /// Those for whom a mail is held while others get it have a copy here.
    @Test func copiesAreKeptApart() async throws {
        let room = DeskRoom()
        let desk = try room.desk(bytes: 1 << 16)
        let live = LiveHolding(desk, holdsLiveMail: true, log: Log(level: .error, time: room.time))
        try await serving(holding: live) { postfix, _ in
            let to = ["accept-0@in.example", "quarantine-1@in.example", "tag-2@in.example", "discard-3@in.example"]
            guard let answer = try await send(mail("each"), to: to, over: postfix, ["arrive": 2]) else { return }
            #expect(try delivered(answer).flatMap(\.to).sorted() == [to[0], to[2]] && answer["held"] as? Int == 0)
            let held = try await desk.mails(for: nil, before: nil, limit: 10)
            #expect(held.map { $0.addressees.map(\.address) } == [[to[1]]])
            // Held for all but those for whom it is to vanish.
            let whole = try #require(try await send(mail("each"), to: [to[1], to[3]], over: postfix, ["arrive": 0]))
            #expect(try delivered(whole).isEmpty && whole["held"] as? Int == 0)
            #expect(try await desk.mails(for: nil, before: nil, limit: 10).map { $0.addressees.map(\.address) } == [[to[1]], [to[1]]])
            // Where there is no room for the copy, everybody gets the mail.
            let large = mail("each", body: String(repeating: "x\r\n", count: 30_000))
            let full = try #require(try await send(large, to: [to[0], to[1]], over: postfix))
            #expect(try delivered(full).flatMap(\.to).sorted() == [to[0], to[1]])
        }
    }

    @Test func withoutAFilterTheSenderIsAskedToComeAgain() async throws {
        // Nobody listens there: the port was somebody's a moment ago.
        let postfix = try PeerProcess("postfix", ["inet:127.0.0.1:1"])
        guard let answer = try await send(mail("hello"), over: postfix) else { return }
        let replies = try #require(answer["replies"] as? [String])
        #expect(replies.first?.hasPrefix("451 4.7.1") == true && replies.dropFirst().allSatisfy { !$0.hasPrefix("2") }, "\(replies)")
    }
}
