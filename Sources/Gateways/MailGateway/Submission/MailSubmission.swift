public import Connections
public import Messages
public import Telemetry

/// Whoever hands mails on.
public protocol MailSending: Sendable {
    /// Hands a mail to a mail server; what it answers is that server's word. Throws where no server could be asked, and where it takes longer than the limit.
    func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome
}

/// Hands mails to the mail servers at some addresses, to the first that answers, by SMTP: in the clear, as is right for servers on this machine, or by TLS.
public struct MailSubmission: MailSending {
    /// How servers are spoken to.
    public enum Security: Sendable {
        /// In the clear.
        case none
        /// By TLS, agreed on in the clear; a server that does not agree gets nothing.
        case startTLS(ServerProof)
        /// By TLS from the first byte on.
        case implicit(ServerProof)
    }

    private let addresses: [ListenAddress]
    private let name: String
    private let security: Security
    private let credentials: SMTPCredentials?
    private let time: any TimeSource

    /// How long a server may be silent; while it takes the mail in, it may ask its filters (RFC 5321 section 4.5.3.2.6 has ten minutes).
    public static let patience = Duration.seconds(300)

    /// A way to servers at these addresses, in the name of a host; credentials go out by TLS alone.
    public init(
        to addresses: [ListenAddress], as name: String, security: Security = .none, credentials: SMTPCredentials? = nil,
        time: any TimeSource
    ) {
        self.addresses = addresses
        self.name = name
        self.security = security
        self.credentials = credentials
        self.time = time
    }

    /// Hands a mail over; the limit is one for all servers that are tried.
    public func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome {
        if let problem = SubmissionSession.problem(with: mail) { return .refused(problem) }
        let end = time.monotonic() + limit
        var failure: Dialling.Failure?
        for address in addresses {
            let left = end - time.monotonic()
            guard left > .zero else { throw failure ?? Dialling.Failure(tooLate: address) }
            do {
                return try await Dialling.call(address, patience: MailSubmission.patience, limit: left) { connection in
                    try await converse(over: &connection, with: address, about: mail)
                }
            } catch let problem as Dialling.Failure {
                // What was said to one that then fell silent may have been heard: nobody else is told the same.
                guard problem.isUnheard else { throw problem }
                failure = problem
            }
        }
        throw failure ?? Dialling.Failure.nowhere
    }

    private func converse(
        over connection: inout Connection, with address: ListenAddress, about mail: SubmissionSession.Mail
    ) async throws -> SubmissionSession.Outcome {
        if case .implicit(let proof) = security { try await Dialling.secure(&connection, with: address, by: proof) }
        var session = SubmissionSession(mail, as: name, security: security.ofSession, credentials: credentials)
        while let bytes = try await connection.read() {
            switch session.receive(bytes) {
            case .wait: break
            case .send(let bytes): try await connection.write(bytes)
            case .sendContent(let content): for piece in content { try await connection.write(piece) }
            case .secure:
                guard case .startTLS(let proof) = security else { break }
                try await Dialling.secure(&connection, with: address, by: proof)
                try await connection.write(session.secured())
            case .end(let outcome, let farewell):
                // The mail is taken, or not, whatever becomes of the farewell.
                try? await connection.write(farewell)
                return outcome
            }
        }
        throw Dialling.Failure(cutOff: address)
    }
}

extension MailSubmission.Security {
    fileprivate var ofSession: SubmissionSession.Security {
        switch self {
        case .none: .none
        case .startTLS: .startTLS
        case .implicit: .implicit
        }
    }
}
