public import Messages
public import Storing

/// Questions to what was counted.
public struct ObservationQuery: Sendable {
    private let store: any AggregateStore

    /// Questions to a store.
    public init(_ store: any AggregateStore) {
        self.store = store
    }

    /// The counts of a period by the dimensions asked, each key in the order of the question; of no dimension, one total under `[]`.
    ///
    /// - Parameters:
    ///   - dimensions: what to count by.
    ///   - start: the period's first moment; its whole hour counts.
    ///   - end: the moment after the period; the hour it lies in does not count unless it begins there.
    ///   - filter: values that dimensions must have to count.
    public func totals(
        by dimensions: [Dimension], from start: Timestamp, to end: Timestamp, where filter: [Dimension: Set<String>] = [:]
    ) async throws(StoreError) -> [[String]: AggregateCounts] {
        let first = Observation.hour(of: start)
        let rows = try await store.totals(of: ObservationRecorder.table, hours: first..<max(first, Observation.hour(of: end)))
        var totals: [[String]: AggregateCounts] = [:]
        for (values, counts) in rows where ObservationQuery.matches(values, filter) {
            totals[ObservationQuery.chosen(dimensions, from: values), default: AggregateCounts()].add(counts)
        }
        return totals
    }

    /// The same hour by hour: hours since 1970-01-01T00:00Z, each with its counts by the dimensions asked.
    public func hours(
        by dimensions: [Dimension], from start: Timestamp, to end: Timestamp, where filter: [Dimension: Set<String>] = [:]
    ) async throws(StoreError) -> [Int: [[String]: AggregateCounts]] {
        let first = Observation.hour(of: start)
        let rows = try await store.counts(of: ObservationRecorder.table, hours: first..<max(first, Observation.hour(of: end)))
        var hours: [Int: [[String]: AggregateCounts]] = [:]
        for (key, counts) in rows where ObservationQuery.matches(key.dimensions, filter) {
            let chosen = ObservationQuery.chosen(dimensions, from: key.dimensions)
            hours[key.hour, default: [:]][chosen, default: AggregateCounts()].add(counts)
        }
        return hours
    }

    private static func matches(_ values: [String], _ filter: [Dimension: Set<String>]) -> Bool {
        filter.allSatisfy { dimension, accepted in accepted.contains(value(of: dimension, in: values)) }
    }

    private static func chosen(_ dimensions: [Dimension], from values: [String]) -> [String] {
        dimensions.map { value(of: $0, in: values) }
    }

    /// A row that an older version wrote may have fewer dimensions.
    private static func value(of dimension: Dimension, in values: [String]) -> String {
        dimension.rawValue < values.count ? values[dimension.rawValue] : Dimension.unknown
    }
}
