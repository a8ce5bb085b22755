internal import Synchronization

/// Bounds how many bytes of requests are held at a time, by all connections together: a thousand large mails at once must not fill the machine.
final class BodyBudget: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    init(_ limit: Int) {
        self.limit = limit
    }

    /// How many bytes are held.
    var held: Int { taken.withLock { $0 } }

    /// Whether there was room for so many more.
    func take(_ count: Int) -> Bool {
        taken.withLock { taken in
            guard taken + count <= limit else { return false }
            taken += count
            return true
        }
    }

    func giveBack(_ count: Int) {
        taken.withLock { $0 -= count }
    }
}
