public import Messages

/// Who keeps mail that policy wants held.
public enum QuarantineKeeper: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// The mail server, in its own queue.
    case server
    /// The program, in its quarantine.
    case store
}

/// How the mail server is spoken to that takes what is released.
public enum ReleaseSecurity: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// In the clear.
    case none
    /// By TLS, agreed on in the clear (RFC 3207).
    case startTLS = "starttls"
    /// By TLS from the first byte on (RFC 8314).
    case implicit
}

extension Setting where Value == ReleaseSecurity {
    /// `quarantine.release-tls`
    public static var quarantineReleaseTLS: Setting {
        Setting(
            "quarantine.release-tls", .choice(ReleaseSecurity.allCases.map(\.rawValue)), default: .none,
            "How quarantine.release-to is spoken to: in the clear, by TLS after STARTTLS, or by TLS from the first byte on. Its certificate has to be good for the name or address it is called by."
        )
    }
}

extension Setting where Value == QuarantineKeeper {
    /// `quarantine.keeper`
    public static var quarantineKeeper: Setting {
        Setting(
            "quarantine.keeper", .choice(QuarantineKeeper.allCases.map(\.rawValue)), default: .server,
            "Who keeps live mail that policy wants held: the mail server in its own queue, or chaffinch in its quarantine, encrypted.")
    }
}

extension Setting where Value == String {
    /// `quarantine.key`
    public static var quarantineKey: Setting {
        Setting(
            "quarantine.key", .path, default: "",
            "The file of the key that held messages are encrypted with; empty is quarantine.key in state.folder. It is made where there is none."
        )
    }
}

extension Setting where Value == String {
    /// `quarantine.release-authorities`
    public static var quarantineReleaseAuthorities: Setting {
        Setting(
            "quarantine.release-authorities", .path, default: "",
            "A file of the authorities (PEM) that the certificate of quarantine.release-to comes from; empty is those that the system knows."
        )
    }
    /// `quarantine.release-user`
    public static var quarantineReleaseUser: Setting {
        Setting(
            "quarantine.release-user", .text, default: "",
            "Who logs in to quarantine.release-to, by AUTH PLAIN over TLS; empty is nobody.")
    }
    /// `quarantine.release-password-file`
    public static var quarantineReleasePasswordFile: Setting {
        Setting(
            "quarantine.release-password-file", .path, default: "",
            "A file with the password of quarantine.release-user, a line, that its owner and group alone may read.")
    }
    /// `quarantine.digest-from`
    public static var quarantineDigestFrom: Setting {
        Setting(
            "quarantine.digest-from", .text, default: "",
            "The address that digests of held mail come from: `chaffinch quarantine digest`.")
    }
    /// `quarantine.link`
    public static var quarantineLink: Setting {
        Setting(
            "quarantine.link", .text, default: "",
            "What leads from a digest to a held mail, with {ref} and {recipient} in it: a page of your own that asks who is there. Empty is no link."
        )
    }
}

extension Setting where Value == Duration {
    /// `quarantine.keep`
    public static var quarantineKeep: Setting {
        Setting(
            "quarantine.keep", .duration(.seconds(60)...(.seconds(86_400 * 3650))), default: .seconds(86_400 * 30),
            "How long a held message is kept; then it is deleted.")
    }
}

extension Setting where Value == Int {
    /// `quarantine.size`, in bytes
    public static var quarantineSize: Setting {
        Setting(
            "quarantine.size", .size(1 << 20...1 << 44), default: 1 << 30,
            "How much all held messages may take; while there is no room, the mail server holds mail itself.")
    }
}

extension Setting where Value == [ListenAddress] {
    /// `quarantine.release-to`
    public static var quarantineReleaseTo: Setting {
        Setting(
            "quarantine.release-to", .list(.listener), default: [.network(host: "127.0.0.1", port: 25)],
            "The mail server that takes what is released, by SMTP; of several the first that answers. Empty releases nothing.")
    }
}
