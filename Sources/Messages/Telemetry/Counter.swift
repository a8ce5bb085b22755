internal import Synchronization

/// A count that many tasks add to without waiting for each other.
public final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    /// A count of nothing yet.
    public init() {}

    /// Adds to the count; it wraps round at the end of its range, which no count of messages reaches.
    public func add(_ amount: Int = 1) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    /// The count so far.
    public var value: Int { count.load(ordering: .relaxed) }
}
