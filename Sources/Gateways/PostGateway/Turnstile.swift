internal import Synchronization

/// Lets so many through at a time, of each name one, and turns the others away.
final class Turnstile: Sendable {
    private struct Inside {
        var count = 0
        var names: Set<String> = []
    }

    private let limit: Int
    private let inside = Mutex(Inside())

    init(_ limit: Int) {
        self.limit = limit
    }

    /// Whether there is room, and nobody of the same name is inside; whoever is let in leaves again, by the same name.
    func enter(as name: String? = nil) -> Bool {
        inside.withLock { inside in
            guard inside.count < limit else { return false }
            if let name, !inside.names.insert(name).inserted { return false }
            inside.count += 1
            return true
        }
    }

    func leave(as name: String? = nil) {
        inside.withLock { inside in
            inside.count -= 1
            if let name { inside.names.remove(name) }
        }
    }
}
