import Connections
import MailGateway
import Messages
import Telemetry
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
