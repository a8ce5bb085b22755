internal import Synchronization

/// Lets so many through at a time, and turns the others away.
final class Turnstile: Sendable {
    private let limit: Int
    private let inside = Mutex(0)

    init(_ limit: Int) {
        self.limit = limit
    }

    /// Whether there is room; whoever is let in leaves again.
    func enter() -> Bool {
        inside.withLock { inside in
            guard inside < limit else { return false }
            inside += 1
            return true
        }
    }

    func leave() { inside.withLock { $0 -= 1 } }
}
