internal import Synchronization

/// How many bytes of messages all connections together may keep. Each may keep one as long as a message may be; a thousand such would fill any machine.
public final class ByteBudget: Sendable {
    /// How many bytes there are.
    public let limit: Int
    private let taken = Mutex(0)

    /// A budget of so many bytes.
    public init(_ limit: Int) {
        self.limit = max(0, limit)
    }

    /// How many bytes are taken.
    public var inUse: Int { taken.withLock { $0 } }

    /// A share of the budget, for one connection; nothing is taken yet.
    public func share() -> ByteShare { ByteShare(self) }

    fileprivate func take(_ count: Int) -> Bool {
        taken.withLock { taken in
            guard count <= limit - taken else { return false }
            taken += count
            return true
        }
    }

    fileprivate func giveBack(_ count: Int) {
        taken.withLock { $0 -= count }
    }
}

/// What one connection has taken of a budget. All of it is given back when the connection is gone.
public struct ByteShare: ~Copyable, Sendable {
    private let budget: ByteBudget
    /// How many bytes are taken.
    public private(set) var count = 0

    fileprivate init(_ budget: ByteBudget) {
        self.budget = budget
    }

    deinit { budget.giveBack(count) }

    /// Makes the share so large; false, and nothing changed, where there is no room for more.
    public mutating func resize(to size: Int) -> Bool {
        if size > count {
            guard budget.take(size - count) else { return false }
        } else {
            budget.giveBack(count - size)
        }
        count = size
        return true
    }
}

/// A share that goes with what was read under it, and is given back when the last that has it is gone.
public final class KeptShare: Sendable {
    private let share: ByteShare

    /// Keeps a share as it is.
    public init(_ share: consuming ByteShare) {
        self.share = share
    }
}
