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
        let counts = try await counts(of: .sources, by: [.source, .verdict], in: period, where: filter)
        return StudyQuery.ranked(counts, top) { ObservedSource(kind, $0) }
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
        let counts = try await counts(of: .routes, by: [.route, .verdict], in: period, where: filter)
        return StudyQuery.ranked(counts, top, ObservedRoute.init(spelling:))
    }

    /// Puts counts by name and verdict in the order of spam.
    private static func ranked<Name>(_ counts: [[String]: StudyCount], _ top: Int?, _ named: (String) -> Name?) -> RankedCounts<Name> {
        var rows: [String: (count: StudyCount, spam: Int64)] = [:]
        var total = StudyCount()
        var (spam, bound): (Int64, Int64) = (0, 0)
        for (values, count) in counts {
            if values[0] == Dimension.bound {
                bound = bound.sum(count.messages)
                continue
            }
            let isSpam = values[1] == "spam"
            total.add(count)
            if isSpam { spam = spam.sum(count.messages) }
            guard ![Dimension.other, Dimension.unknown].contains(values[0]) else { continue }
            rows[values[0], default: (StudyCount(), 0)].count.add(count)
            if isSpam { rows[values[0], default: (StudyCount(), 0)].spam += count.messages }
        }
        let sorted = rows.sorted { left, right in
            if left.value.spam != right.value.spam { return left.value.spam > right.value.spam }
            if left.value.count.messages != right.value.count.messages { return left.value.count.messages > right.value.count.messages }
            return left.key < right.key
        }
        let listed = sorted.prefix(top ?? .max).compactMap { row in
            named(row.key).map { RankedCounts<Name>.Row(name: $0, count: row.value.count, spam: row.value.spam) }
        }
        return RankedCounts(rows: listed, total: total, spam: spam, bound: bound)
    }
}
