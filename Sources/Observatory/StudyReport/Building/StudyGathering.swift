internal import Messages
public import Observatory
public import Storing

/// Takes what was counted out of the observatory, as counts of the study, each with who counted it and how.
public struct StudyGathering: Sendable {
    /// How many periods before the one reported are looked at, for the change over time.
    private static let earlier = 7
    /// How many networks and ways are told.
    private static let ranked = 20

    private let query: StudyQuery

    /// Takes counts by a query.
    public init(_ query: StudyQuery) { self.query = query }

    /// The counts of a period in every breakdown, and those of earlier ones by channel.
    public func counts(of period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        let hours = Period(from: period.start, to: period.end)
        var tallies = try await treatments(in: hours, period)
        tallies += try await spam(by: .language, .language, in: hours, period)
        tallies += try await origins(in: hours, period)
        tallies += try await networks(in: hours, period)
        tallies += try await routes(in: hours, period)
        tallies += try await reports(in: hours, period)
        var before = period
        for _ in 0..<StudyGathering.earlier {
            before = before.previous
            tallies += try await volumes(of: before)
        }
        return tallies
    }

    // MARK: Breakdowns

    /// Messages and spam by channel, direction, kind and what was done.
    private func treatments(in hours: Period, _ period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        let rows = try await rows(by: [.channel, .direction, .threatClass, .disposition], in: hours)
        var tallies: [StudyTally] = []
        for row in rows {
            let (channel, direction, category, disposition) = (row.values[0], row.values[1], row.values[2], row.values[3])
            let wholes: [[StudyKey: String]] = [[:], [.channel: channel]]
            tallies += row.tallies(.messages, period, wholes + [[.direction: direction]])
            tallies += row.tallies(StudyGathering.treatment(disposition), period, wholes)
            guard category != ThreatClass.none.rawValue else { continue }
            tallies += row.tallies(
                .spam, period, wholes + [[.category: category], [.direction: direction], [.disposition: disposition]])
        }
        return tallies
    }

    private func volumes(of period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        let rows = try await rows(by: [.channel, .threatClass], in: Period(from: period.start, to: period.end))
        return rows.flatMap { row in
            let keys: [[StudyKey: String]] = [[:], [.channel: row.values[0]]]
            let all = row.tallies(.messages, period, keys)
            return row.values[1] == ThreatClass.none.rawValue ? all : all + row.tallies(.spam, period, keys)
        }
    }

    private func spam(
        by dimension: Dimension, _ key: StudyKey, in hours: Period, _ period: StudyPeriod
    ) async throws(StoreError) -> [StudyTally] {
        try await rows(by: [.threatClass, dimension], in: hours).filter { $0.values[0] != ThreatClass.none.rawValue }
            .flatMap { $0.tallies(.spam, period, [[key: $0.values[1]]]) }
    }

    /// Only an origin that we saw or that an operator confirmed enters figures of origins; the others are told as unknown.
    private func origins(in hours: Period, _ period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        try await rows(by: [.trust, .threatClass, .origin], in: hours).filter { $0.values[1] != ThreatClass.none.rawValue }
            .flatMap { row in
                let country = row.values[0] == Hop.Trust.claimed.rawValue ? Dimension.unknown : row.values[2]
                return row.tallies(.spam, period, [[.country: country]])
            }
    }

    /// What people and operators told of, which is no volume: one message may be told of many times, or never.
    private func reports(in hours: Period, _ period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        try await rows(by: [.channel, .threatClass], in: hours, as: [.reported]).flatMap { row in
            row.tallies(.reports, period, [[:], [.channel: row.values[0]], [.category: row.values[1]]])
        }
    }

    /// The networks with the most spam.
    private func networks(in hours: Period, _ period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        let ranked = try await query.sources(.network, in: hours, top: StudyGathering.ranked, where: StudyGathering.spamAlone)
        return ranked.rows.flatMap { StudyGathering.tallies(of: $0.count, period, [.network: $0.name.code]) }
    }

    /// The ways with the most spam, of which every station was seen or confirmed.
    private func routes(in hours: Period, _ period: StudyPeriod) async throws(StoreError) -> [StudyTally] {
        let ranked = try await query.routes(in: hours, top: StudyGathering.ranked, where: StudyGathering.spamAlone)
        return ranked.rows.flatMap { row in
            let route = StudyRoute(stations: row.name.stations.map(\.place.code))
            return StudyGathering.tallies(of: row.count, period, [.route: route.spelling])
        }
    }

    private static let spamAlone: [Dimension: Set<String>] = [
        .verdict: ["spam"], .method: Set(volume.map(\.rawValue)),
    ]

    private static func treatment(_ disposition: String) -> StudyIndicator {
        switch disposition {
        case Disposition.reject.rawValue, Disposition.defer.rawValue: .refused
        case Disposition.accept.rawValue: .delivered
        default: .filtered
        }
    }

    // MARK: Rows

    /// One row of a question, by who counted it and how.
    private struct Row {
        var values: [String]
        var contributor: String?
        var method: CountMethod
        var amount: Double

        func tallies(_ indicator: StudyIndicator, _ period: StudyPeriod, _ keys: [[StudyKey: String]]) -> [StudyTally] {
            keys.map { StudyTally(indicator, period, $0, amount, contributor: contributor, method: method) }
        }
    }

    /// The rows that were counted by these methods. A sum of which some was counted by a sample is told as sampled, all of it.
    private func rows(
        by dimensions: [Dimension], in hours: Period, as methods: Set<CountMethod> = StudyGathering.volume
    ) async throws(StoreError) -> [Row] {
        let filter = [Dimension.method: Set(methods.map(\.rawValue))]
        let totals = try await query.traffic(by: dimensions + [.contributor], in: hours, where: filter)
        let told = StudyGathering.method(of: totals.values)
        return totals.map { values, count in
            let contributor = values[dimensions.count]
            return Row(
                values: Array(values.prefix(dimensions.count)), contributor: contributor == Dimension.own ? nil : contributor,
                method: told, amount: Double(count.messages))
        }
    }

    /// The methods that count volume.
    private static let volume: Set<CountMethod> = [.measured, .sampled]

    /// The method of a sum: of those that met, the one that is believed least.
    private static func method(of counts: some Sequence<StudyCount>) -> CountMethod {
        let met = Set(counts.flatMap { count in count.methods.filter { $0.value > 0 }.keys })
        return CountMethod.allCases.last(where: met.contains) ?? .measured
    }

    private static func tallies(of count: StudyCount, _ period: StudyPeriod, _ keys: [StudyKey: String]) -> [StudyTally] {
        let method = method(of: [count])
        return count.contributors.map { name, messages in
            StudyTally(.spam, period, keys, Double(messages), contributor: name == Dimension.own ? nil : name, method: method)
        }
    }
}
