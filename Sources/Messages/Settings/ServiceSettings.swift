public import Messages

/// What becomes of a message that could not be judged.
public enum UnableAction: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// It goes on as it is.
    case accept
    /// Its sender is asked to come again.
    case `defer`
}

/// Who may connect to a socket file.
public enum SocketMode: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// The program's own user.
    case user = "0600"
    /// Its group too.
    case group = "0660"
    /// Everybody on the machine.
    case everybody = "0666"

    /// The mode as the system takes it.
    public var bits: UInt32 {
        switch self {
        case .user: 0o600
        case .group: 0o660
        case .everybody: 0o666
        }
    }
}

extension Setting where Value == SocketMode {
    /// `service.socket-mode`
    public static var serviceSocketMode: Setting {
        Setting(
            "service.socket-mode", .choice(SocketMode.allCases.map(\.rawValue)), default: .group,
            "Who may connect to the socket files of milter.listen and spamd.listen: the program's user, its group too, or everybody.")
    }
}

extension Setting where Value == [ListenAddress] {
    /// `milter.listen`
    public static var milterListen: Setting {
        Setting(
            "milter.listen", .list(.listener), default: [.network(host: "127.0.0.1", port: 7725)],
            "Where mail servers reach the filter by the Milter protocol; empty is nowhere. The protocol knows no passwords: keep it local.")
    }
    /// `spamd.listen`
    public static var spamdListen: Setting {
        Setting(
            "spamd.listen", .list(.listener), default: [],
            "Where clients of SpamAssassin's daemon, as spamc, reach the filter; empty is nowhere. The protocol knows no passwords: keep it local."
        )
    }
}

extension Setting where Value == Bool {
    /// `milter.drop-refused`
    public static var milterDropRefused: Setting {
        Setting(
            "milter.drop-refused", .boolean, default: false,
            "Whether a recipient for whom a mail is refused is taken out of it where others get it: neither sender nor recipient learns of that. Needs policy.allow-discard."
        )
    }
}

extension Setting where Value == Int {
    /// `service.connections`
    public static var serviceConnections: Setting {
        Setting(
            "service.connections", .integer(1...100_000), default: 1000,
            "How many connections each address takes at a time; whoever comes beyond is closed at once.")
    }
    /// `service.memory`, in bytes
    public static var serviceMemory: Setting {
        Setting(
            "service.memory", .size(1 << 20...1 << 40), default: 256 << 20,
            "How much of mails all connections of mail servers, clients and programs keep at a time; what finds no room is not judged, and service.when-unable says what becomes of it."
        )
    }
    /// `service.lanes`
    public static var serviceLanes: Setting {
        Setting(
            "service.lanes", .integer(1...1000), default: 32,
            "How many messages are judged side by side, most of them waiting for names; filter.workers is how many processors that takes.")
    }
    /// `service.waiting`
    public static var serviceWaiting: Setting {
        Setting(
            "service.waiting", .integer(0...100_000), default: 512,
            "How many messages wait for their judgement at most; those beyond are not judged, and service.when-unable says what becomes of them."
        )
    }
}

extension Setting where Value == Duration {
    /// `service.silence`
    public static var serviceSilence: Setting {
        Setting(
            "service.silence", .duration(.seconds(1)...(.seconds(86_400))), default: .seconds(7210),
            "How long a connection may be silent before it is closed; a mail server is silent while a sender is slow, up to two hours.")
    }
    /// `service.grace`
    public static var serviceGrace: Setting {
        Setting(
            "service.grace", .duration(.seconds(1)...(.seconds(600))), default: .seconds(30),
            "How long connections may go on once the service is told to stop.")
    }
}

extension Setting where Value == Bool {
    /// `spamd.tell`
    public static var spamdTell: Setting {
        Setting(
            "spamd.tell", .boolean, default: false,
            "Whether whoever reaches a port of spamd.listen may teach (TELL, as spamc -L), as the source tell of learning.sources.")
    }
}

extension Setting where Value == UnableAction {
    /// `service.when-unable`
    public static var serviceWhenUnable: Setting {
        Setting(
            "service.when-unable", .choice(UnableAction.allCases.map(\.rawValue)), default: .accept,
            "What becomes of a message that could not be judged: it goes on as it is, or its sender is asked to come again.")
    }
}

extension Setting where Value == String {
    /// `service.name`
    public static var serviceName: Setting {
        Setting(
            "service.name", .text, default: "",
            "The name that results of authentication are given under (RFC 8601); empty is the name of this machine.")
    }
}
