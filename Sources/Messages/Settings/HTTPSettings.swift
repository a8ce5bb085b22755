public import Messages

/// From whom a token is asked over HTTP.
public enum TokenRule: String, Sendable, Hashable, CaseIterable, SettingValue {
    /// From everybody who is not on this machine.
    case beyondLoopback = "beyond-loopback"
    /// From everybody.
    case always
}

extension Setting where Value == [ListenAddress] {
    /// `http.listen`
    public static var httpListen: Setting {
        Setting(
            "http.listen", .list(.listener), default: [.network(host: "127.0.0.1", port: 7780)],
            "Where programs ask over HTTP whether a message is spam; empty is nowhere. Beyond this machine tokens are needed: `chaffinch token`."
        )
    }
}

extension Setting where Value == String {
    /// `http.certificate`
    public static var httpCertificate: Setting {
        Setting(
            "http.certificate", .path, default: "",
            "A file of our certificate and those up to its root (PEM); with it http.listen speaks HTTP/1.1 and HTTP/2 over TLS, empty is in the clear."
        )
    }
    /// `http.lists`
    public static var httpLists: Setting {
        Setting(
            "http.lists", .path, default: "",
            "A folder whose files NAME.txt, an entry a line, are served at /v1/lists/NAME: lists for XMPP servers and others; empty is none."
        )
    }
    /// `http.public-url`
    public static var httpPublicURL: Setting {
        Setting(
            "http.public-url", .text, default: "",
            "Where people reach http.listen, as https://mail.example: digests of held mail then have links that release; empty is no such links."
        )
    }
    /// `http.key`
    public static var httpKey: Setting {
        Setting("http.key", .path, default: "", "A file of the private key of http.certificate (PEM).")
    }
    /// `http.client-authorities`
    public static var httpClientAuthorities: Setting {
        Setting(
            "http.client-authorities", .path, default: "",
            "A file of authorities (PEM): whoever asks over TLS needs a certificate of one of them; empty asks nobody for one.")
    }
}

extension Setting where Value == TokenRule {
    /// `http.tokens`
    public static var httpTokens: Setting {
        Setting(
            "http.tokens", .choice(TokenRule.allCases.map(\.rawValue)), default: .beyondLoopback,
            "From whom a token is asked: from everybody, as is right behind a proxy, or from all but those on this machine.")
    }
}

extension Setting where Value == Duration {
    /// `http.patience`
    public static var httpPatience: Setting {
        Setting(
            "http.patience", .duration(.seconds(1)...(.seconds(3600))), default: .seconds(60),
            "How long a request may take to come, and a connection over HTTP to be silent, before it is closed.")
    }
}

extension Setting where Value == Int {
    /// `http.remember`, in bytes
    public static var httpRemember: Setting {
        Setting(
            "http.remember", .size(1 << 10...1 << 36), default: 64 << 20,
            "How many bytes of what was judged over HTTP are remembered, to be asked for again and corrected by a reference.")
    }
}

extension Setting where Value == Int? {
    /// `http.requests-per-second`
    public static var httpRequestsPerSecond: Setting {
        Setting(
            "http.requests-per-second", .integerOrAutomatic(1...1_000_000), default: nil,
            "How often the holder of one token may ask within a second; auto is as often as they like.")
    }
}
