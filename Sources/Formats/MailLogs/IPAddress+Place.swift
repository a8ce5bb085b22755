public import Messages

extension IPAddress {
    /// Whether it is the machine itself (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3).
    public var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }

    /// Whether it is of a network that is not part of the Internet: private use, shared, link-local, unique local (RFC 1918, RFC 6598, RFC 3927,
    /// RFC 4193), or the machine itself.
    public var isOfPrivateNetwork: Bool {
        switch self {
        case .v4(let bits):
            isLoopback || bits >> 24 == 10 || bits >> 20 == 0xAC1 || bits >> 16 == 0xC0A8 || bits >> 16 == 0xA9FE || bits >> 22 == 0x191
        case .v6(let high, _): isLoopback || high >> 57 == 0x7E || high >> 54 == 0x3FA
        }
    }
}
