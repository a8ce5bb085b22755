public import Messages
public import Storing

extension StudyQuery {
    /// The sources of a kind with the most spam. The period counts in whole days.
    ///
    /// - Parameters:
    ///   - kind: what kind of source; countries come from the origin of messages too.
    ///   - period: the period.
    ///   - top: how many rows at most; `nil` for all that are kept.
    ///   - filter: values that contributor, method, channel, direction or verdict must have to count.
    public func sources(
        _ kind: ObservedSource.Kind, in period: Period, top: Int? = nil, where filter: [Dimension: Set<String>] = [:]
    ) async throws(StoreError) -> RankedCounts<ObservedSource> {
        var filter = filter
        filter[.kind] = [kind.rawValue]
        return try await ranked(.sources, by: .source, in: period, top, where: filter) { ObservedSource(kind, $0) }
    }

    /// The ways with the most spam. The period counts in whole days.
    ///
    /// - Parameters:
    ///   - period: the period.
    ///   - top: how many rows at most; `nil` for all that are kept.
    ///   - trust: the grades that ways must have; without `claimed`, unless asked for, as only ways whose every station was seen or
    ///     confirmed may be published.
    ///   - filter: values that contributor, method, channel, direction or verdict must have to count.
    public func routes(
        in period: Period, top: Int? = nil, trust: Set<Hop.Trust> = [.seen, .confirmed], where filter: [Dimension: Set<String>] = [:]
    ) async throws(StoreError) -> RankedCounts<ObservedRoute> {
        var filter = filter
        filter[.trust] = Set(trust.map(\.rawValue))
        return try await ranked(.routes, by: .route, in: period, top, where: filter, ObservedRoute.init(spelling:))
    }

    /// The names of a table in the order of spam. Most names are looked at for their order alone; who counted them, and how, is told of
    /// those that are listed.
    private func ranked<Name>(
        _ table: StudyTable, by dimension: Dimension, in period: Period, _ top: Int?, where filter: [Dimension: Set<String>],
        _ named: (String) -> Name?
    ) async throws(StoreError) -> RankedCounts<Name> {
        let values = try await store.values()
        let blocks = try table.blocks(try await pieces(of: table, in: period), of: CellCount.self)
        let sums = StudyQuery.counts(
            in: blocks, of: table, by: [dimension, .verdict], where: filter, values, tellingOrigins: false)
        let order = NameOrder(sums)
        var listed = filter
        listed[dimension] = Set(order.names.prefix(top ?? .max))
        let rows = StudyQuery.counts(in: blocks, of: table, by: [dimension], where: listed, values)
        var all = filter
        all[dimension] = Set(values.values).subtracting([Dimension.bound])
        let total = StudyQuery.counts(in: blocks, of: table, by: [], where: all, values)[[]]
        return RankedCounts(
            rows: order.names.prefix(top ?? .max).compactMap { name in
                guard let spelt = named(name), let count = rows[[name]] else { return nil }
                return RankedCounts<Name>.Row(name: spelt, count: count, spam: order.spam[name] ?? 0)
            }, total: total ?? StudyCount(), spam: order.allSpam, bound: order.bound)
    }
}

/// Names in the order of their spam, then of their messages, then of their spelling.
private struct NameOrder {
    private(set) var names: [String] = []
    private(set) var spam: [String: Int64] = [:]
    private(set) var allSpam: Int64 = 0
    private(set) var bound: Int64 = 0

    /// Sums by name and verdict.
    init(_ sums: [[String]: StudyCount]) {
        var messages: [String: Int64] = [:]
        for (values, count) in sums {
            let (name, isSpam) = (values[0], values[1] == "spam")
            if name == Dimension.bound {
                bound = bound.sum(count.messages)
                continue
            }
            if isSpam { allSpam = allSpam.sum(count.messages) }
            guard name != Dimension.other, name != Dimension.unknown else { continue }
            messages[name, default: 0] = (messages[name] ?? 0).sum(count.messages)
            if isSpam { spam[name] = count.messages }
        }
        let spam = spam
        names = messages.keys.sorted { left, right in
            let (leftSpam, rightSpam) = (spam[left] ?? 0, spam[right] ?? 0)
            if leftSpam != rightSpam { return leftSpam > rightSpam }
            let (leftAll, rightAll) = (messages[left] ?? 0, messages[right] ?? 0)
            return leftAll != rightAll ? leftAll > rightAll : left < right
        }
    }
}
