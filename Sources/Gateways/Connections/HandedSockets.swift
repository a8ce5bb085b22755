// Sockets that whoever started the program opened for it, by systemd's protocol (sd_listen_fds(3)): with them the program needs no right to
// open ports, and connections wait while it starts anew.

internal import Glibc
internal import Synchronization

/// The sockets that were handed over to this program.
enum HandedSockets {
    /// The first descriptor that is handed over.
    private static let first: Int32 = 3
    /// More than any program listens at.
    private static let limit: Int32 = 1024

    /// Those that nobody listens at yet, by name.
    private static let left = Mutex(announced())

    /// The next socket of a name; nothing where there is none, or no more.
    static func socket(named name: String) -> Int32? {
        left.withLock { left in
            guard let place = left.firstIndex(where: { $0.name == name }) else { return nil }
            let socket = left.remove(at: place).descriptor
            // Programs that we start have no business with it.
            guard fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 else { return nil }
            return socket
        }
    }

    private static func announced() -> [(name: String, descriptor: Int32)] {
        named(
            process: variable("LISTEN_PID").flatMap { Int32($0) }, count: variable("LISTEN_FDS").flatMap { Int32($0) },
            names: variable("LISTEN_FDNAMES") ?? "", ours: getpid())
    }

    /// What the variables say: so many descriptors, one after the other, for one process alone. Those without a name are `unknown`.
    static func named(process: Int32?, count: Int32?, names: String, ours: Int32) -> [(name: String, descriptor: Int32)] {
        guard process == ours, let count, (1...limit).contains(count) else { return [] }
        let names = names.split(separator: ":", omittingEmptySubsequences: false)
        return (0..<count).map { number in
            let name = Int(number) < names.count ? String(names[Int(number)]) : ""
            return (name.isEmpty ? "unknown" : name, first + number)
        }
    }

    private static func variable(_ name: String) -> String? {
        // The text belongs to the environment, which nobody changes; it is copied at once.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
