/// Where connections are taken: an address and a port, a socket file, or a socket that systemd listens at for us.
public enum ListenAddress: Sendable, Hashable {
    /// An address of this machine and a port; 0 for any that is free.
    case network(host: String, port: Int)
    /// A socket file.
    case socketFile(path: String)
    /// A socket that whoever started the program opened and handed over under a name: `FileDescriptorName=` of a socket unit of systemd.
    case handedOver(name: String)

    /// Reads `127.0.0.1:11332`, `[::1]:11332`, `unix:/run/chaffinch/milter` or `systemd:milter`; nothing for anything else.
    public init?(_ written: String) {
        if written.hasPrefix("unix:") {
            let path = String(written.dropFirst(5))
            // sun_path has 108 bytes, the last of which ends the text.
            guard path.hasPrefix("/"), path.utf8.count < 108 else { return nil }
            self = .socketFile(path: path)
            return
        }
        if written.hasPrefix("systemd:") {
            // A colon stands between names where they are handed over.
            let name = String(written.dropFirst(8))
            guard !name.isEmpty, name.utf8.count < 256, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }) else { return nil }
            self = .handedOver(name: name)
            return
        }
        guard let colon = written.lastIndex(of: ":"), let port = Int(written[written.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        var host = String(written[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) } else if host.contains(":") { return nil }
        guard !host.isEmpty else { return nil }
        self = .network(host: host, port: port)
    }

    /// Whether only this machine can reach it, as far as the address says.
    public var isLocal: Bool {
        switch self {
        case .network(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
        case .socketFile: true
        case .handedOver: false
        }
    }
}

extension ListenAddress: CustomStringConvertible {
    /// The address as it is written in settings.
    public var description: String {
        switch self {
        case .network(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .socketFile(let path): "unix:\(path)"
        case .handedOver(let name): "systemd:\(name)"
        }
    }
}
