internal import Resolving

/// What an answer has for SPF, read once: its records, or its mail exchanges in their order.
final class SPFReading: Sendable {
    /// The bytes of records and the terms that ask in them, or the hosts, of the largest answer that keeps its reading: others would be
    /// much smaller than theirs.
    private static let limits = (bytes: 2048, terms: 20)

    /// The first record with `v=spf1`.
    let plain: SPFPublished?
    /// Whether there is another one.
    let hasSeveral: Bool
    /// The records with scopes.
    let scoped: [SPFPublished]
    /// The hosts that take mail, the most preferred first.
    let exchanges: [DomainName]
    /// Whether it is kept with its answer.
    let isKept: Bool

    private init(_ answer: Answer) {
        var (plain, scoped): ([SPFPublished], [SPFPublished]) = ([], [])
        var hosts: [(preference: UInt16, host: DomainName)] = []
        for record in answer.records {
            switch record {
            case .text(let text):
                guard let published = SPFPublished(text) else { continue }
                if published.scopes == nil { plain.append(published) } else { scoped.append(published) }
            case .mailExchange(let preference, let host): hosts.append((preference, host))
            default: continue
            }
        }
        hosts.sort { $0.preference < $1.preference }
        self.plain = plain.first
        hasSeveral = plain.count > 1
        self.scoped = scoped
        exchanges = hosts.map(\.host)
        let records = plain + scoped
        isKept =
            records.reduce(0) { $0 + $1.text.count } <= SPFReading.limits.bytes
            && records.reduce(0) { $0 + $1.termsThatAsk } <= SPFReading.limits.terms && hosts.count <= SPFReading.limits.terms
    }

    /// The reading that is kept with an answer, or a new one, which is kept where it is small.
    static func of(_ answer: Answer) -> SPFReading {
        if let kept = answer.reading as? SPFReading { return kept }
        let reading = SPFReading(answer)
        guard reading.isKept else { return reading }
        // Nearly every record stands alone, and is found at once then.
        if let only = reading.plain, !reading.hasSeveral, reading.scoped.isEmpty { answer.keep(only) } else { answer.keep(reading) }
        return reading
    }
}
