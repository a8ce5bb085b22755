internal import Messages
public import Storing

extension StudyQuery {
    /// How many different senders, sources or campaigns there were. The period counts in whole days.
    ///
    /// The filter may name contributor, method, channel, direction and verdict.
    public func distinct(_ thing: DistinctCount.Thing, in period: Period, where filter: [Dimension: Set<String>] = [:])
        async throws(StoreError) -> DistinctCount
    {
        let found = try await sketch(thing.rawValue, of: .distinct, in: period, where: filter, HyperLogLog.self)
        return DistinctCount(
            estimate: found.value.estimate, relativeError: HyperLogLog.relativeError, contributors: found.contributors,
            methods: found.methods)
    }

    /// The sizes or delays below which shares from 0 to 1 of the messages lie, in the order asked. The period counts in whole days.
    ///
    /// The filter may name contributor, method, channel, direction and verdict.
    public func quantiles(
        _ quantity: QuantileCount.Quantity, _ shares: [Double], in period: Period, where filter: [Dimension: Set<String>] = [:]
    ) async throws(StoreError) -> QuantileCount {
        let found = try await sketch(quantity.rawValue, of: .quantiles, in: period, where: filter, QuantileSketch.self)
        return QuantileCount(
            values: found.value.quantiles(shares), relativeError: QuantileSketch.relativeError, messages: found.value.count,
            contributors: found.contributors, methods: found.methods)
    }

    /// All sketches of a figure as one, and who made them.
    private func sketch<Value: SegmentValue>(
        _ figure: String, of table: StudyTable, in period: Period, where filter: [Dimension: Set<String>], _ type: Value.Type
    ) async throws(StoreError) -> (value: Value, contributors: [String], methods: Set<CountMethod>) {
        let values = try await store.values()
        var merged = Value.empty
        var contributors: Set<String> = []
        var methods: Set<CountMethod> = []
        for block in try table.blocks(try await pieces(of: table, in: period), of: Value.self) {
            for (index, value) in block.values.enumerated() {
                let names = block.key(at: index).map { values[$0] ?? Dimension.unknown }
                let cell = Dictionary(uniqueKeysWithValues: zip(table.dimensions, names))
                guard cell[.figure] == figure, filter.allSatisfy({ $0.value.contains(cell[$0.key] ?? Dimension.unknown) }) else { continue }
                merged.merge(value)
                contributors.insert(cell[.contributor] ?? Dimension.unknown)
                if let method = cell[.method].flatMap(CountMethod.init) { methods.insert(method) }
            }
        }
        return (merged, contributors.sorted(), methods)
    }
}
