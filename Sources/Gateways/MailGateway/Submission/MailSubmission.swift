internal import Connections
public import Messages
public import Telemetry

/// Whoever hands mails on.
public protocol MailSending: Sendable {
    /// Hands a mail to a mail server; what it answers is that server's word. Throws where no server could be asked, and where it takes longer than the limit.
    func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome
}

/// Hands mails to the mail servers at some addresses, to the first that answers, by SMTP in the clear: servers on this machine or in a network of our own.
public struct MailSubmission: MailSending {
    private let addresses: [ListenAddress]
    private let name: String
    private let time: any TimeSource

    /// How long a server may be silent; while it takes the mail in, it may ask its filters (RFC 5321 section 4.5.3.2.6 has ten minutes).
    public static let patience = Duration.seconds(300)

    /// A way to servers at these addresses, in the name of a host.
    public init(to addresses: [ListenAddress], as name: String, time: any TimeSource) {
        self.addresses = addresses
        self.name = name
        self.time = time
    }

    /// Hands a mail over; the limit is one for all servers that are tried.
    public func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome {
        if let problem = SubmissionSession.problem(with: mail) { return .refused(problem) }
        let end = time.monotonic() + limit
        var failure = Dialling.Failure.nowhere
        for address in addresses {
            let left = end - time.monotonic()
            guard left > .zero else { break }
            do {
                return try await Dialling.call(address, patience: MailSubmission.patience, limit: left) { connection in
                    try await converse(SubmissionSession(mail, as: name), over: &connection, with: address)
                }
            } catch let problem as Dialling.Failure {
                // What was said to one that then fell silent may have been heard: nobody else is told the same.
                guard problem.isUnheard else { throw problem }
                failure = problem
            }
        }
        throw failure
    }

    private func converse(
        _ begun: SubmissionSession, over connection: inout Connection, with address: ListenAddress
    ) async throws -> SubmissionSession.Outcome {
        var session = begun
        while let bytes = try await connection.read() {
            switch session.receive(bytes) {
            case .wait: break
            case .send(let bytes): try await connection.write(bytes)
            case .end(let outcome, let farewell):
                // The mail is taken, or not, whatever becomes of the farewell.
                try? await connection.write(farewell)
                return outcome
            }
        }
        throw Dialling.Failure(cutOff: address)
    }
}
