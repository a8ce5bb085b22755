internal import Messages
public import Observatory
public import Storing

/// Takes what was counted out of the observatory, as counts of the study.
public struct StudyGathering: Sendable {
    /// How many periods before the one reported are looked at, for the change over time.
    private static let earlier = 7

    private let query: ObservationQuery

    /// Takes counts by a query.
    public init(_ query: ObservationQuery) { self.query = query }

    /// The counts of a period in every breakdown, and those of earlier ones by channel.
    public func counts(of period: StudyPeriod) async throws(StoreError) -> [StudyCount] {
        let rows = try await query.totals(
            by: [.channel, .direction, .threatClass, .disposition, .language, .origin, .trust, .client], from: period.start, to: period.end)
        var counts = StudyGathering.counts(rows, period)
        var before = period
        for _ in 0..<StudyGathering.earlier {
            before = before.previous
            let rows = try await query.totals(by: [.channel, .threatClass], from: before.start, to: before.end)
            for (values, sums) in rows {
                let isSpam = values[1] != ThreatClass.none.rawValue
                for keys in [[:], [StudyKey.channel: values[0]]] {
                    counts.append(StudyCount(.messages, before, keys, Double(sums.messages)))
                    if isSpam { counts.append(StudyCount(.spam, before, keys, Double(sums.messages))) }
                }
            }
        }
        return counts
    }

    private static func counts(_ rows: [[String]: AggregateCounts], _ period: StudyPeriod) -> [StudyCount] {
        var counts: [StudyCount] = []
        for (values, sums) in rows {
            let row = Row(values: values, amount: Double(sums.messages))
            let wholes: [[StudyKey: String]] = [[:], [.channel: row.channel]]
            for keys in wholes + [[.direction: row.direction]] { counts.append(StudyCount(.messages, period, keys, row.amount)) }
            for keys in wholes { counts.append(StudyCount(row.treatment, period, keys, row.amount)) }
            guard row.isSpam else { continue }
            let breakdowns: [[StudyKey: String]] = [
                [.category: row.category], [.direction: row.direction], [.disposition: row.disposition], [.language: row.language],
                [.country: row.country],
            ]
            for keys in wholes + breakdowns { counts.append(StudyCount(.spam, period, keys, row.amount)) }
        }
        return counts
    }

    /// One row of the query, by name.
    private struct Row {
        let values: [String]
        let amount: Double

        var channel: String { values[0] }
        var direction: String { values[1] }
        var category: String { values[2] }
        var disposition: String { values[3] }
        var language: String { values[4] }
        /// Only an origin that we saw or that an operator confirmed enters figures of origins.
        var country: String { values[6] == Hop.Trust.claimed.rawValue ? Dimension.unknown : values[5] }
        var isSpam: Bool { category != ThreatClass.none.rawValue }

        var treatment: StudyIndicator {
            switch disposition {
            case Disposition.reject.rawValue, Disposition.defer.rawValue: .refused
            case Disposition.accept.rawValue: .delivered
            default: .filtered
            }
        }
    }
}
