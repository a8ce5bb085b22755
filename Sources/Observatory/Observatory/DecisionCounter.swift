public import Storing

/// Decisions and what orders came to, added up in memory by hour and dimensions. Bounded: what comes beyond is counted under one line.
public struct DecisionCounter: Sendable {
    /// How many keys of each table are kept until they are handed on.
    public static let keyLimit = 20_000

    private(set) var decisions: [AggregateKey: AggregateCounts] = [:]
    private(set) var orders: [AggregateKey: AggregateCounts] = [:]

    /// A counter of nothing yet.
    public init() {}

    /// Whether nothing was counted.
    public var isEmpty: Bool { decisions.isEmpty && orders.isEmpty }

    /// Counts a decision.
    public mutating func add(_ observation: DecisionObservation) { decide(observation.key, observation.counts) }

    /// Counts what an order came to.
    public mutating func add(_ observation: OrderObservation) { order(observation.key, AggregateCounts(messages: 1)) }

    /// Adds what another counter counted.
    public mutating func merge(_ other: DecisionCounter) {
        for (key, counts) in other.decisions { decide(key, counts) }
        for (key, counts) in other.orders { order(key, counts) }
    }

    private mutating func decide(_ key: AggregateKey, _ counts: AggregateCounts) {
        var key = key
        if decisions.count >= DecisionCounter.keyLimit, decisions[key] == nil {
            key.dimensions[DecisionDimension.line.rawValue] = Dimension.other
            key.dimensions[DecisionDimension.version.rawValue] = Dimension.other
        }
        decisions[key, default: AggregateCounts()].add(counts)
    }

    private mutating func order(_ key: AggregateKey, _ counts: AggregateCounts) {
        guard orders.count < DecisionCounter.keyLimit || orders[key] != nil else { return }
        orders[key, default: AggregateCounts()].add(counts)
    }
}

/// Flushes counted decisions of one process into a store in batches. A batch that failed is sent again under its own number, so that none counts twice.
public actor DecisionRecorder {
    private struct Table {
        var waiting: [AggregateKey: AggregateCounts] = [:]
        var pending: AggregateBatch?
        var next: Int64 = 0
    }

    private let store: any AggregateStore
    private let writer: String
    private var tables: [String: Table] = [:]
    private var isFlushing = false

    /// A recorder into a store, under a name that no other writer ever had.
    public init(into store: any AggregateStore, writer: String) {
        self.store = store
        self.writer = writer
    }

    /// Takes what was counted.
    public func record(_ counter: DecisionCounter) {
        for (name, changes) in [(DecisionObservation.table, counter.decisions), (OrderObservation.table, counter.orders)] {
            guard !changes.isEmpty else { continue }
            var table = tables.removeValue(forKey: name) ?? Table()
            for (key, counts) in changes {
                guard table.waiting.count < 10 * DecisionCounter.keyLimit || table.waiting[key] != nil else { continue }
                table.waiting[key, default: AggregateCounts()].add(counts)
            }
            tables[name] = table
        }
    }

    /// Sends what was counted to the store. When it throws, nothing is lost: the next flush sends it again.
    public func flush() async throws(StoreError) {
        if isFlushing { return }
        isFlushing = true
        defer { isFlushing = false }
        for name in tables.keys.sorted() {
            if let pending = tables[name]?.pending {
                try await store.add(pending)
                tables[name]?.pending = nil
            }
            guard let table = tables[name], !table.waiting.isEmpty else { continue }
            let batch = AggregateBatch(writer: writer, sequence: table.next, table: name, changes: table.waiting)
            tables[name] = Table(waiting: [:], pending: batch, next: table.next + 1)
            try await store.add(batch)
            tables[name]?.pending = nil
        }
    }
}

/// Questions to what was counted of decisions and orders.
public struct DecisionQuery: Sendable {
    private let store: any AggregateStore

    /// Questions to a store.
    public init(_ store: any AggregateStore) {
        self.store = store
    }

    /// The decisions of whole hours by these dimensions, in the order of the question.
    public func decisions(by dimensions: [DecisionDimension], hours: Range<Int>) async throws(StoreError) -> [[String]: AggregateCounts] {
        let rows = try await store.totals(of: DecisionObservation.table, hours: hours)
        return DecisionQuery.totals(rows, dimensions.map(\.rawValue))
    }

    /// What orders came to in whole hours by these dimensions, in the order of the question.
    public func orders(by dimensions: [OrderDimension], hours: Range<Int>) async throws(StoreError) -> [[String]: AggregateCounts] {
        let rows = try await store.totals(of: OrderObservation.table, hours: hours)
        return DecisionQuery.totals(rows, dimensions.map(\.rawValue))
    }

    private static func totals(_ rows: [[String]: AggregateCounts], _ places: [Int]) -> [[String]: AggregateCounts] {
        var totals: [[String]: AggregateCounts] = [:]
        for (values, counts) in rows {
            // A row that an older version wrote may have fewer dimensions.
            let chosen = places.map { $0 < values.count ? values[$0] : Dimension.unknown }
            totals[chosen, default: AggregateCounts()].add(counts)
        }
        return totals
    }
}
