/// What aggregates are counted by: an hour, and a value for each dimension of their table.
public struct AggregateKey: Sendable, Hashable {
    /// Hours since 1970-01-01T00:00Z.
    public var hour: Int
    /// The value of each dimension, in the order of the table: stable codes without control characters.
    public var dimensions: [String]

    /// A key.
    public init(hour: Int, dimensions: [String]) {
        self.hour = hour
        self.dimensions = dimensions
    }
}

/// What is counted: messages and their bytes. Counts add, in any order and grouping.
public struct AggregateCounts: Sendable, Hashable {
    /// How many messages.
    public var messages: Int64
    /// How many bytes they had together.
    public var bytes: Int64

    /// Counts; none unless given.
    public init(messages: Int64 = 0, bytes: Int64 = 0) {
        self.messages = messages
        self.bytes = bytes
    }

    /// Adds others to these; at the end of the range the sum stays there.
    public mutating func add(_ other: AggregateCounts) {
        messages = AggregateCounts.sum(messages, other.messages)
        bytes = AggregateCounts.sum(bytes, other.bytes)
    }

    private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? (right < 0 ? .min : .max) : sum
    }
}

/// Counts to add together, with a name that lets the store tell a batch sent again from a new one.
public struct AggregateBatch: Sendable, Hashable {
    /// Who sends it: a name that no other running writer has.
    public var writer: String
    /// The writer's number for the batch, higher than that of the batch before.
    public var sequence: Int64
    /// The table it adds to, as a stable code.
    public var table: String
    /// What it adds.
    public var changes: [AggregateKey: AggregateCounts]

    /// A batch.
    public init(writer: String, sequence: Int64, table: String, changes: [AggregateKey: AggregateCounts]) {
        self.writer = writer
        self.sequence = sequence
        self.table = table
        self.changes = changes
    }
}

/// A store of aggregates: counts by hour and dimensions, added to in batches.
public protocol AggregateStore: Sendable {
    /// Adds a batch, all of it or, when it throws, nothing. A batch whose sequence is not above the writer's last for the table was
    /// added before, and changes nothing; then the answer is false. A store may forget writers it has not heard of for an age it states.
    @discardableResult
    func add(_ batch: AggregateBatch) async throws(StoreError) -> Bool
    /// The counts of a table from an hour up to, not including, another, summed over hours, by dimensions.
    func totals(of table: String, hours: Range<Int>) async throws(StoreError) -> [[String]: AggregateCounts]
    /// The counts of a table from an hour up to, not including, another, hour by hour.
    func counts(of table: String, hours: Range<Int>) async throws(StoreError) -> [AggregateKey: AggregateCounts]
    /// Removes the counts of a table from before an hour; gives how many keys went.
    func remove(table: String, before hour: Int) async throws(StoreError) -> Int
}

extension AggregateStore {
    /// Refuses batches that no store takes: dimensions with control characters, negative counts or sequences.
    public static func check(_ batch: AggregateBatch, at place: String) throws(StoreError) {
        func refuse(_ detail: String) -> StoreError { StoreError(.invalid, doing: "adding aggregates", at: place, detail: detail) }
        guard batch.sequence >= 0, !batch.writer.isEmpty, !batch.table.isEmpty else {
            throw refuse("a batch without writer, table or number")
        }
        for (key, counts) in batch.changes {
            guard counts.messages >= 0, counts.bytes >= 0, counts.bytes <= 1 << 56, counts.messages <= 1 << 56 else {
                throw refuse("a count out of range")
            }
            guard key.dimensions.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x20 } }) else {
                throw refuse("a dimension with a control character")
            }
        }
    }
}
