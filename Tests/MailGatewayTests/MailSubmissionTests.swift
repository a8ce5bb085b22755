import Connections
import MailGateway
import Messages
import Telemetry
import TestSupport
import Testing

/// What becomes of a mail over a connection, with servers that follow a script.
@Suite(.timeLimit(.minutes(1))) struct MailSubmissionTests {
    private let log = Log(level: .error, time: SystemTime())
    private let mail = SubmissionSession.Mail(
        returnPath: "ann@out.example", recipients: ["bob@in.example"], bytes: Array("Subject: x\r\n\r\ntext\r\n".utf8))

    /// Runs a server on loopback for as long as `body` takes.
    private func serving<Value: Sendable>(
        _ serve: @escaping Listener.Serving, body: (ListenAddress) async throws -> Value
    ) async throws -> Value {
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let listener = Listener("smtp", at: .network(host: "127.0.0.1", port: 0), log: log, isBound: { found.yield($0) }, serve: serve)
        let running = Task { try await listener.run() }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        return try await body(try #require(await bound.next()))
    }

    /// What is said in the clear, for us to take it for what comes by TLS, ends it before anybody logs in.
    @Test func nothingSaidInTheClearIsBelieved() async throws {
        let folder = try TemporaryFolder()
        guard let certificate = try await folder.certificate(of: "DNS:localhost,IP:127.0.0.1") else { return }
        let talker = try PeerProcess("early-talker", [certificate.chain, certificate.key])
        guard let port = try await talker.answer("port")?["port"] as? Int else { return }
        let way = MailSubmission(
            to: [.network(host: "127.0.0.1", port: port)], as: "mx.test",
            security: .startTLS(try ServerProof(authorities: certificate.chain)),
            credentials: SMTPCredentials(user: "releaser", password: "seeds"), time: SystemTime())
        for when in ["never", "along", "behind", "late"] {
            _ = try await talker.answer("talk", ["when": when])
            let outcome = try? await way.send(mail, within: .seconds(30))
            let heard = try #require(try await talker.answer("heard"))
            let secured = try #require(heard["secured"] as? [String])
            #expect(heard["said"] as? [String] == ["EHLO mx.test", "STARTTLS"], "\(when): \(heard)")
            guard when != "never" else {
                #expect(outcome == .taken(refused: []) && secured.contains { $0.hasPrefix("AUTH PLAIN ") }, "\(heard)")
                continue
            }
            #expect(
                outcome != .taken(refused: []) && !secured.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") }, "\(when): \(heard)")
        }
    }

    @Test func noTimeIsNotNoServer() async throws {
        let way = MailSubmission(to: [.network(host: "127.0.0.1", port: 1)], as: "mx.test", time: SystemTime())
        await #expect { try await way.send(mail, within: .zero) } throws: { "\($0)".contains("no time left") }
        let none = MailSubmission(to: [], as: "mx.test", time: SystemTime())
        await #expect { try await none.send(mail, within: .seconds(1)) } throws: { "\($0)".contains("no address") }
    }

    /// However long a server is bearable, word by word, all of it has one end.
    @Test func aServerThatNeverAnswersIsGivenUp() async throws {
        try await serving { connection in
            try await connection.write(Array("220 mx ESMTP\r\n".utf8))
            while try await connection.read() != nil {}
        } body: { address in
            let way = MailSubmission(to: [address, address], as: "mx.test", time: SystemTime())
            // Where the machine is busy it may be over before anything is said.
            await #expect(throws: Dialling.Failure.self) { try await way.send(mail, within: .milliseconds(200)) }
        }
    }
}
