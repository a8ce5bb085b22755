internal import Synchronization

/// The rules as of now, while a filter runs: all its scanners look here once for each message.
public final class CurrentRules: Sendable {
    private let held: Mutex<RuleSnapshot>

    /// Begins with a snapshot.
    public init(_ snapshot: RuleSnapshot) {
        held = Mutex(snapshot)
    }

    /// The rules. Setting them puts others in their place; messages that are being judged go on with those they began with.
    public var now: RuleSnapshot {
        get { held.withLock { $0 } }
        set {
            // What was before is freed outside of the lock.
            var before: RuleSnapshot? = newValue
            held.withLock { current in
                let old = current
                current = newValue
                before = old
            }
            _ = consume before
        }
    }
}
