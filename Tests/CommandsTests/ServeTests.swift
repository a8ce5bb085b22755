import Foundation
import TestSupport
import Testing

/// `chaffinch serve` beside a living Postfix: real verdicts over real sockets.
@Suite(.enabled(if: Command.isThere)) struct ServeTests {
    private func service(_ settings: String...) throws -> RunningService {
        try RunningService(["http.listen=", "milter.listen=127.0.0.1:0"] + settings)
    }

    private func send(_ name: String, to recipients: [String] = ["bob@wren.example"], arriving: Int? = nil, over postfix: PeerProcess)
        async throws -> (reply: String, mail: String?, got: [String])?
    {
        let mail = try Data(contentsOf: URL(filePath: Examples.folder + "/authentication/\(name).eml"))
        let text = String(decoding: mail, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        let question: [String: Any] = [
            "mail": Data(text.utf8).base64EncodedString(), "from": "bounce@cuckoo.example", "to": recipients,
            "client": "203.0.113.66",
            "helo": "out.cuckoo.example", "arrive": arriving ?? recipients.count,
        ]
        guard let answer = try await postfix.answer("send", question) else { return nil }
        let delivered = try #require(answer["delivered"] as? [[String: Any]])
        let bytes = (delivered.first?["mail"] as? String).flatMap { Data(base64Encoded: $0) }
        return (
            try #require((answer["replies"] as? [String])?.last), bytes.map { String(decoding: $0, as: UTF8.self) },
            delivered.flatMap { $0["to"] as? [String] ?? [] }
        )
    }

    @Test func whatCannotBeServedIsSaid() throws {
        for (settings, words) in [
            (["milter.listen=nowhere"], "is not an address with a port"), (["spamd.listen=nowhere"], "is not an address with a port"),
            (["milter.listen=", "http.listen="], "nothing to serve"),
            (["milter.listen=192.0.2.1:1", "http.listen="], "cannot listen at 192.0.2.1:1: "),
            (["milter.listen=", "http.listen=192.0.2.1:1"], "cannot listen at 192.0.2.1:1: "),
            (["milter.listen=", "http.listen=127.0.0.1:0", "http.key=/none"], "http.certificate and http.key are needed together"),
            (["milter.listen=", "http.listen=127.0.0.1:0", "http.key=/none", "http.certificate=/none"], "cannot be read"),
            (["http.patience=1s"], "http.patience"), (["service.silence=1s"], "filter.deadline.mail"),
            (["service.memory=1MiB"], "limits.message-size"),
        ] {
            let run = try Command(["serve"] + settings.flatMap { ["--set", $0] })
            #expect(run.status == 2 && run.errors.contains(words), "\(settings): \(run.errors)")
        }
    }

    @Test func observesFirstAndActsWhenTold() async throws {
        let observing = try self.service()
        let postfix = try PeerProcess("postfix", ["inet:\(observing.address)"])
        guard let observed = try await send("forged", over: postfix) else { return }
        let mail = try #require(observed.mail)
        #expect(mail.hasPrefix("Authentication-Results: mx.test; dmarc=fail"))
        #expect(mail.contains("disposition=reject;\r\n mode=observe-only") && !mail.contains("X-Spam-Flag"))
        #expect(observing.stop() == 0)
        // Nobody listens any more: nothing is lost, and nothing is let through unseen.
        let alone = try #require(try await send("forged", over: postfix))
        #expect(alone.mail == nil && !alone.reply.hasPrefix("2"))

        let acting = try self.service("policy.mode=act")
        let other = try PeerProcess("postfix", ["inet:\(acting.address)"])
        let refused = try #require(try await send("forged", over: other))
        #expect(refused.reply.hasPrefix("550 5.7.1") && refused.mail == nil)
        let signed = try #require(try await send("signed", over: other))
        #expect(signed.mail?.contains("dkim=pass header.d=robin.example") == true)
        #expect(acting.stop() == 0)
    }

    /// Profiles of domains decide for each recipient of one mail, through a living Postfix.
    @Test func domainsHavePoliciesOfTheirOwn() async throws {
        let folder = try TemporaryFolder()
        let profiles = """
            profiles:
              - {name: trial, level: domain, for: "@trial.example", version: 1, mode: observe-only}
              - name: harsh
                level: domain
                for: "@harsh.example"
                version: 2
                thresholds: {email: {default: {tag: never, quarantine: never, reject: never, discard: 0.5}}}
            """
        try Data(profiles.utf8).write(to: URL(filePath: folder.path + "/p.yaml"))
        let service = try self.service("policy.mode=act", "policy.allow-discard=true", "policy.profiles=\(folder.path)/p.yaml")
        let postfix = try PeerProcess("postfix", ["inet:\(service.address)"])
        let both = ["bob@trial.example", "eve@harsh.example"]
        guard let divided = try await send("forged", to: both, arriving: 1, over: postfix) else { return }
        #expect(divided.reply.hasPrefix("250") && divided.got == ["bob@trial.example"])
        let mail = try #require(divided.mail)
        // What a domain wants is not told to others.
        #expect(mail.contains("mode=observe-only") && !mail.contains("harsh") && !mail.contains("trial@1"))
        let dropped = try #require(try await send("forged", to: ["eve@harsh.example"], over: postfix))
        #expect(dropped.reply.hasPrefix("250") && dropped.got.isEmpty)
        let refused = try #require(try await send("forged", to: ["eve@harsh.example", "ann@wren.example"], over: postfix))
        #expect(refused.reply.hasPrefix("550 5.7.1") && refused.got.isEmpty)
        #expect(service.stop() == 0)
    }

    /// A limit puts off what comes too often, in the name of the limit.
    @Test func whatComesTooOftenIsPutOff() async throws {
        let service = try self.service("policy.mode=act", "rates.limits=often address 1/1h defer")
        let postfix = try PeerProcess("postfix", ["inet:\(service.address)"])
        guard let first = try await send("signed", over: postfix) else { return }
        #expect(first.mail != nil)
        let second = try #require(try await send("signed", over: postfix))
        #expect(second.reply.hasPrefix("451 4.7.1") && second.mail == nil, "\(second.reply)")
        #expect(service.stop() == 0)
    }

    // MARK: SpamAssassin's clients

    private func spamc(_ options: [String], _ mail: Data, _ clients: PeerProcess, _ service: RunningService) async throws -> (Int, String)?
    {
        let members: [String: Any] = ["address": service.address, "options": options, "mail": mail.base64EncodedString()]
        guard let answer = try await clients.answer("spamc", members) else { return nil }
        let output = (answer["output"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
        return (answer["status"] as? Int ?? -1, String(decoding: output, as: UTF8.self))
    }

    /// The state folder holds what was acknowledged, and what is taught changes what is answered.
    @Test func spamcIsJudgedForAndTeaches() async throws {
        let folder = try TemporaryFolder()
        let settings = [
            "milter.listen=", "spamd.listen=127.0.0.1:0", "policy.mode=act", "state.folder=\(folder.path)/state",
            "trust.hosts=mx.wren.example", "learning.sources=tell:1",
        ]
        let mail = try Data(contentsOf: URL(filePath: Examples.folder + "/authentication/signed.eml"))
        let forged = try Data(contentsOf: URL(filePath: Examples.folder + "/authentication/forged.eml"))
        let clients = try PeerProcess("mail-clients")
        let service = try RunningService(settings + ["http.listen=", "spamd.tell=true"])
        guard let before = try await spamc(["-c"], mail, clients, service) else { return }
        #expect(before.0 == 0, "\(before)")
        let marked = try #require(try await spamc([], forged, clients, service)).1
        #expect(marked.hasPrefix("Authentication-Results: mx.test; ") || marked.hasPrefix("Chaffinch-Verdict: "), "\(marked.prefix(300))")
        #expect(try await spamc(["-x", "-L", "spam"], mail, clients, service) ?? (0, "") == (0, "Message successfully un/learned\n"))
        let log = try Command(["model", "log", "--json", "--set", "state.folder=\(folder.path)/state"])
        #expect(log.output.contains(#""source":"tell""#), "\(log.output)")
        // Killed at once, it has lost nothing.
        service.kill()
        let again = try RunningService(settings + ["http.listen="])
        let after = try #require(try await spamc(["-c"], mail, clients, again))
        #expect(after.0 == 1, "\(after)")
        // Without leave nobody teaches.
        #expect(try await spamc(["-x", "-L", "ham"], mail, clients, again)?.0 == 74)
        #expect(again.stop() == 0)
    }

    @Test func whereTeachingWouldChangeNothingItIsNotOffered() throws {
        let run = try Command(
            ["serve"] + ["spamd.listen=127.0.0.1:0", "spamd.tell=true", "model.path=nowhere.model"].flatMap { ["--set", $0] })
        #expect(run.status == 2)
    }
}
