internal import Connections
internal import MailGateway
internal import Settings
internal import Synchronization
internal import Telemetry

/// The mail servers that take what is released. The files that they need, of a password and of authorities, are read when they are first needed, and again as
/// long as that fails: meanwhile nothing is released, and all else goes on.
final class ReleaseServers: MailSending {
    /// Why nobody was asked. It names no file: whoever may release need not know where passwords lie.
    struct NotReady: Error, CustomStringConvertible {
        let description =
            "nobody was asked, since the password or the authorities of quarantine.release-to cannot be read; chaffinch doctor says why"
    }

    private let settings: Settings
    private let service: String
    private let time: any TimeSource
    private let way = Mutex<MailSubmission?>(nil)

    /// The servers of the settings; nothing where none are named. Throws where settings contradict each other.
    init?(of settings: Settings, as service: String, time: any TimeSource) throws {
        guard !settings[.quarantineReleaseTo].isEmpty else { return nil }
        try ReleaseServers.check(settings)
        self.settings = settings
        self.service = service
        self.time = time
    }

    /// Reads the files, where that was not done yet; gives the way to the servers.
    @discardableResult
    func makeReady() throws -> MailSubmission {
        if let way = way.withLock({ $0 }) { return way }
        let made = MailSubmission(
            to: settings[.quarantineReleaseTo], as: service, security: try ReleaseServers.security(settings),
            credentials: try ReleaseServers.credentials(settings), time: time)
        way.withLock { $0 = made }
        return made
    }

    func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome {
        let ready: MailSubmission
        do { ready = try makeReady() } catch { throw NotReady() }
        return try await ready.send(mail, within: limit)
    }

    private static func security(_ settings: Settings) throws -> MailSubmission.Security {
        func proof() throws -> ServerProof {
            let authorities = settings[.quarantineReleaseAuthorities]
            return try ServerProof(authorities: authorities.isEmpty ? nil : authorities)
        }
        switch settings[.quarantineReleaseTLS] {
        case .none: return .none
        case .startTLS: return .startTLS(try proof())
        case .implicit: return .implicit(try proof())
        }
    }

    private static func check(_ settings: Settings) throws {
        let (user, path) = (settings[.quarantineReleaseUser], settings[.quarantineReleasePasswordFile])
        guard user.isEmpty == path.isEmpty else {
            throw CommandFailure("quarantine.release-user and quarantine.release-password-file go together: set both, or neither")
        }
        guard user.isEmpty || settings[.quarantineReleaseTLS] != .none else {
            throw CommandFailure(
                "quarantine.release-user: no password goes out in the clear; set quarantine.release-tls to starttls or implicit")
        }
    }

    private static func credentials(_ settings: Settings) throws -> SMTPCredentials? {
        let (user, path) = (settings[.quarantineReleaseUser], settings[.quarantineReleasePasswordFile])
        guard !user.isEmpty else { return nil }
        let bytes = try SecretFile.readPrivate(path, limit: SMTPCredentials.length + 2)
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let rest = bytes.dropFirst(line.count)
        guard rest.allSatisfy({ $0 == 0x0A || $0 == 0x0D }),
            let credentials = SMTPCredentials(user: user, password: String(decoding: line, as: UTF8.self))
        else {
            throw CommandFailure(
                "\(path): not a password: one line of up to \(SMTPCredentials.length) bytes without control characters is needed")
        }
        return credentials
    }
}
