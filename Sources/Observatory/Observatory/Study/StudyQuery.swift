internal import Messages
public import Storing

/// Questions to what was counted. Each answer is of one moment, and the same whether or not roll-ups were made.
public struct StudyQuery: Sendable {
    let store: any SegmentStore
    private let older: (any AggregateStore)?

    /// Questions to a store.
    ///
    /// - Parameters:
    ///   - store: where the study's tables are.
    ///   - older: where versions before them counted; their rows are added to answers of `traffic`, with `unknown` for what they lack.
    public init(_ store: any SegmentStore, older: (any AggregateStore)? = nil) {
        self.store = store
        self.older = older
    }

    /// The counts of a period by the dimensions asked, each key in the order of the question; of no dimension, one total under `[]`.
    ///
    /// Tables that count by day answer for the whole days (UTC) that the period touches. Throws `invalid` when the dimensions of question
    /// and filter are not counted together: see `StudyTable.counting`.
    public func traffic(by dimensions: [Dimension], in period: Period, where filter: [Dimension: Set<String>] = [:])
        async throws(StoreError) -> [[String]: StudyCount]
    {
        guard let table = StudyTable.counting(dimensions + filter.keys) else {
            let names = (dimensions + filter.keys).map { "\($0)" }.joined(separator: ", ")
            throw StoreError(.invalid, doing: "reading the study", at: "study", detail: "\(names) are not counted together")
        }
        var totals = try await counts(of: table, by: dimensions, in: period, where: filter)
        for dimension in [Dimension.source, .route] where dimensions.contains(dimension) {
            let place = dimensions.firstIndex(of: dimension) ?? 0
            totals = totals.filter { $0.key[place] != Dimension.bound }
        }
        if let older, dimensions.allSatisfy({ $0.rawValue < 10 || StudyQuery.oldValue(of: $0) != nil }) {
            try await add(older, to: &totals, by: dimensions, in: period, where: filter)
        }
        return totals
    }

    /// The counts of a table's cells, the marks of bounds among them as rows of their own.
    func counts(of table: StudyTable, by dimensions: [Dimension], in period: Period, where filter: [Dimension: Set<String>])
        async throws(StoreError) -> [[String]: StudyCount]
    {
        let values = try await store.values()
        let blocks = try table.blocks(try await pieces(of: table, in: period), of: CellCount.self)
        return StudyQuery.counts(in: blocks, of: table, by: dimensions, where: filter, values)
    }

    static func counts(
        in blocks: [SegmentBlock<CellCount>], of table: StudyTable, by dimensions: [Dimension], where filter: [Dimension: Set<String>],
        _ values: [UInt32: String], tellingOrigins: Bool = true
    ) -> [[String]: StudyCount] {
        var grouping = CellGrouping(of: table, by: dimensions, where: filter, values, tellingOrigins: tellingOrigins)
        for block in blocks { grouping.add(block) }
        return grouping.totals(values)
    }

    /// The pieces that tell of a period, of its whole days where the table counts by day.
    func pieces(of table: StudyTable, in period: Period) async throws(StoreError) -> [[UInt8]] {
        guard !period.hours.isEmpty else { return [] }
        let first = table.base.period(ofHour: period.hours.lowerBound)
        let last = table.base.period(ofHour: period.hours.upperBound - 1)
        let hours = table.base.hours(of: first).lowerBound..<table.base.hours(of: last).upperBound
        return try await store.pieces(of: table.rawValue, hours: hours, making: nil)
    }

    // MARK: Rows of older versions

    private func add(
        _ older: any AggregateStore, to totals: inout [[String]: StudyCount], by dimensions: [Dimension], in period: Period,
        where filter: [Dimension: Set<String>]
    ) async throws(StoreError) {
        for (values, counts) in try await older.totals(of: ObservationRecorder.olderTable, hours: period.hours) {
            func value(_ dimension: Dimension) -> String {
                StudyQuery.oldValue(of: dimension) ?? (dimension.rawValue < values.count ? values[dimension.rawValue] : Dimension.unknown)
            }
            guard filter.allSatisfy({ $0.value.contains(value($0.key)) }) else { continue }
            let count = StudyCount(
                messages: counts.messages, bytes: counts.bytes, observations: counts.messages, methods: [.measured: counts.messages],
                contributors: [Dimension.own: counts.messages])
            totals[dimensions.map(value), default: StudyCount()].add(count)
        }
    }

    /// The value of a dimension that older rows do not have, where it is clear what it was; nothing for those they have.
    private static func oldValue(of dimension: Dimension) -> String? {
        switch dimension {
        case .layer: Dimension.unknown
        case .method: CountMethod.measured.rawValue
        case .contributor: Dimension.own
        default: nil
        }
    }
}
