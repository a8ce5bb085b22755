internal import Connections
internal import MailGateway
internal import Settings
internal import Telemetry

extension MailSubmission {
    /// The way to the mail servers that take what is released; nothing where none are named. Throws where settings contradict each other, or a file that they
    /// name cannot be used.
    static func toServers(of settings: Settings, as service: String, time: any TimeSource) throws -> MailSubmission? {
        let servers = settings[.quarantineReleaseTo]
        guard !servers.isEmpty else { return nil }
        return MailSubmission(
            to: servers, as: service, security: try security(settings), credentials: try credentials(settings), time: time)
    }

    private static func security(_ settings: Settings) throws -> Security {
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

    private static func credentials(_ settings: Settings) throws -> SMTPCredentials? {
        let (user, path) = (settings[.quarantineReleaseUser], settings[.quarantineReleasePasswordFile])
        if user.isEmpty, path.isEmpty { return nil }
        guard !user.isEmpty, !path.isEmpty else {
            throw CommandFailure("quarantine.release-user and quarantine.release-password-file go together: set both, or neither")
        }
        guard settings[.quarantineReleaseTLS] != .none else {
            throw CommandFailure(
                "quarantine.release-user: no password goes out in the clear; set quarantine.release-tls to starttls or implicit")
        }
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
