// What mail providers of Europe told ENISA in 2009 ("Anti-spam measures survey": 100 providers, 80 million mailboxes), and what those of a
// ledger tell. The bands are old and of one continent: reason enough to ask, and for nothing else.
extension Plausibility {
    /// What so many of the providers of a size spent more than in a year, in EUR.
    static let spendingBands: [(size: Spending.Size, euros: Double, share: Int)] = [(.verySmall, 10_000, 25), (.veryLarge, 1e6, 33)]
    /// Spam's share of the calls for help that a quarter of providers went beyond.
    static let helpdeskShare = 0.1
    /// The kinds of measures providers took, on average.
    static let usualMeasures = 5.0
    /// Less than a half of that, or more than twice, deserves a word.
    static let measuresApart = 2.0

    static func providers(_ ledger: Ledger, _ entries: [Parameter: LedgerEntry]) -> [Question] {
        helpdesk(entries) + measures(entries) + bands(ledger, entries)
    }

    private static func helpdesk(_ entries: [Parameter: LedgerEntry]) -> [Question] {
        guard let calls = entries[.calls]?.range?.mid, let all = entries[.helpdeskCalls]?.range?.mid, calls > helpdeskShare * all else {
            return []
        }
        return [
            Question(
                "helpdesk", about: Parameter.calls.id, AmountText.rounded(100 * calls / all), AmountText.rounded(100 * helpdeskShare),
                comment: entries[.calls]?.comment)
        ]
    }

    private static func measures(_ entries: [Parameter: LedgerEntry]) -> [Question] {
        guard let taken = entries[.measures]?.range?.mid, taken < usualMeasures / measuresApart || taken > usualMeasures * measuresApart
        else { return [] }
        return [
            Question(
                "measures", about: Parameter.measures.id, AmountText.rounded(taken), AmountText.rounded(usualMeasures),
                comment: entries[.measures]?.comment)
        ]
    }

    /// What a provider spends on average, of those whose number is known; nothing is asked where nobody says what a euro costs.
    private static func bands(_ ledger: Ledger, _ entries: [Parameter: LedgerEntry]) -> [Question] {
        guard let euro = ledger.currency == "EUR" ? 1 : entries[.euroPrice]?.range?.mid else { return [] }
        return spendingBands.compactMap { band in
            let lines = ledger.spending.filter { $0.actor == .mailProvider && $0.size == band.size }
            let mean = lines.reduce(0) { sum, line in sum + (line.respondents.map { line.amount.mid / Double($0) } ?? 0) } / euro
            guard mean > band.euros else { return nil }
            return Question(
                "provider-spending", about: "mail-provider.\(band.size.rawValue)", AmountText.rounded(mean), "\(band.share)",
                AmountText.rounded(band.euros), comment: lines.lazy.compactMap(\.entry.comment).first)
        }
    }

    /// What those who carry messages say they spend, against what is worked out of what they do.
    static func spending(_ estimate: CostEstimate) -> [Question] {
        let actors: [Spending.Actor] = [.mailProvider, .networkOperator, .mobileOperator]
        let told = actors.compactMap { estimate.amount(of: .spending($0))?.mid }
        guard !told.isEmpty, let total = estimate.amount(of: .total(.operator)), total.isComplete else { return [] }
        let sum = told.reduce(0, +)
        guard max(sum, total.mid) > apart * min(sum, total.mid) else { return [] }
        return [Question("spending-apart", about: total.figure.id, AmountText.rounded(total.mid), AmountText.rounded(sum))]
    }
}
