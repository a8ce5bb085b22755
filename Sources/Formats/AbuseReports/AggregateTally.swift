/// Gathers the messages of a reporting period into the rows of a report: those that fared alike are counted in one (RFC 9990 section 3.1.1).
public struct AggregateTally: Sendable {
    /// How many different rows are kept; messages beyond are counted in `dropped`.
    public let limit: Int
    /// How many messages found no room.
    public private(set) var dropped = 0
    private var places: [AggregateReport.Record: Int] = [:]
    private var rows: [AggregateReport.Record] = []

    /// A tally of nothing, with room for so many different rows.
    public init(limit: Int = 100_000) {
        self.limit = limit
    }

    /// Adds messages that fared alike; `count` says how many.
    public mutating func add(_ record: AggregateReport.Record) {
        var key = record
        key.count = 0
        if let place = places[key] {
            rows[place].count = AggregateTally.sum(rows[place].count, record.count)
        } else if rows.count < limit {
            places[key] = rows.count
            rows.append(record)
        } else {
            dropped = AggregateTally.sum(dropped, record.count)
        }
    }

    /// The rows, those of most messages first.
    public var records: [AggregateReport.Record] {
        rows.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }

    static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(max(0, right))
        return overflow ? .max : sum
    }
}
