internal import Glibc
internal import Synchronization

/// Whoever started the service and wants to hear how it is: systemd, by its protocol for such news (sd_notify(3)). Silent where nobody asked.
final class Supervisor: Sendable {
    /// What there is to hear.
    enum News {
        /// Every gateway takes connections.
        case ready
        /// The settings are being read again.
        case reloading
        /// No new connections are taken.
        case stopping
    }

    private let path: String?
    /// How many gateways are still to take connections.
    private let waiting = Mutex(0)

    /// The one that the environment names (`NOTIFY_SOCKET`).
    init(environment: [String: String]) {
        path = environment["NOTIFY_SOCKET"].flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
    }

    /// Awaits so many gateways before it says that the service is ready.
    func await(gateways count: Int) { waiting.withLock { $0 = count } }

    /// Hears that one more gateway takes connections.
    func note() {
        let isLast = waiting.withLock { waiting in
            waiting -= 1
            return waiting == 0
        }
        if isLast { tell(.ready) }
    }

    /// Tells the news. What cannot be told is not told: the service works as well without.
    func tell(_ news: News) {
        guard let path else { return }
        switch news {
        case .ready: send("READY=1", to: path)
        case .reloading: send("RELOADING=1\nMONOTONIC_USEC=\(Supervisor.monotonicMicroseconds())", to: path)
        case .stopping: send("STOPPING=1", to: path)
        }
    }

    /// The clock that systemd compares with (CLOCK_MONOTONIC), in microseconds.
    private static func monotonicMicroseconds() -> Int {
        var now = timespec()
        // Fills the value that lives for the call.
        guard unsafe clock_gettime(CLOCK_MONOTONIC, &now) == 0 else { return 0 }
        return now.tv_sec * 1_000_000 + now.tv_nsec / 1000
    }

    private func send(_ text: String, to path: String) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // A name that begins with @ is one without a file, which begins with a zero byte (unix(7)).
        var bytes = Array(path.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
            // Fits: the length was compared above.
            unsafe place.copyBytes(from: bytes)
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let message = Array(text.utf8)
        // Both live for the call, and their own lengths are passed.
        _ = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                unsafe sendto(descriptor, message, message.count, Int32(MSG_NOSIGNAL), generic, length)
            }
        }
    }
}
