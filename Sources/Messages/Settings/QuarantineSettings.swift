public import Messages

/// Who keeps mail that policy wants held.
public enum QuarantineKeeper: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// The mail server, in its own queue.
    case server
    /// The program, in its quarantine.
    case store
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
            "The mail server that takes what is released, by SMTP without TLS; of several the first that answers. Empty releases nothing.")
    }
}
