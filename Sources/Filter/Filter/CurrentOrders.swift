public import OperatorRules
internal import Synchronization

/// Temporary orders as messages are asked: those that hold or may, with their conditions compiled together.
public struct OrderBook: Sendable {
    /// The orders, in the order in which they were given.
    public let orders: [PolicyOrder]
    /// The conditions; nothing where no order has one.
    let rules: RuleSnapshot?

    /// A book without orders.
    public static let empty = OrderBook([], nil)

    private init(_ orders: [PolicyOrder], _ rules: RuleSnapshot?) {
        self.orders = orders
        self.rules = rules
    }

    /// Compiles orders.
    ///
    /// - Parameters:
    ///   - load: makes a snapshot of clauses; not asked where there are none.
    public static func load(_ orders: [PolicyOrder], by load: ([Clause]) throws(RuleError) -> RuleSnapshot) throws(RuleError) -> OrderBook {
        var clauses: [Clause] = []
        for order in orders {
            guard case .action(let disposition, let condition) = order.measure else { continue }
            clauses.append(
                Clause(
                    id: order.id, condition: condition, channels: order.channel.map { [$0] } ?? [], direction: order.direction,
                    disposition: disposition))
        }
        return OrderBook(orders, clauses.isEmpty ? nil : try load(clauses))
    }
}

/// The orders as of now, while a filter runs: all its scanners look here once for each message.
public final class CurrentOrders: Sendable {
    private let held: Mutex<OrderBook>

    /// Begins with a book; none unless given.
    public init(_ book: OrderBook = .empty) {
        held = Mutex(book)
    }

    /// The orders. Setting them puts others in their place.
    public var now: OrderBook {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
