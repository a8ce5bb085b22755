internal import Filter
internal import JSON
internal import Localization
internal import Messages

/// Prints verdicts for people: a line for each message, its reasons under it.
struct VerdictTable {
    let catalogue: Catalogue
    let language: Language
    let terminal: Terminal
    /// How many reasons stand under a message; none for a table of bare lines.
    var reasons = 2

    private var messageColumns: Int { max(16, min(48, terminal.columns - 44)) }

    /// The table's head.
    func head() -> String {
        let term = { (name: String) in catalogue.term(name, in: language) }
        let line =
            Terminal.fitted(catalogue.text("command.spam", in: language), to: 11) + Terminal.fitted(term("disposition"), to: 14)
            + Terminal.fitted(term("channel"), to: 14)
            + Terminal.fitted(term("message"), to: messageColumns, isFilled: false)
        return terminal.styled(line, .bold)
    }

    /// The lines of one message.
    func lines(_ judged: JudgedMessage) -> [String] {
        let verdict = judged.verdict
        let share = JSONText.fixed(verdict.probability * 100, digits: 1) + " %"
        let style = colour(judged)
        let mark = judged.decision.disposition == .accept ? "·" : "■"
        let name = Terminal.safe(judged.summary.isEmpty ? judged.path : judged.path + "  " + judged.summary)
        var lines = [
            terminal.styled(mark + " " + Terminal.fitted(share, to: 9), style)
                + terminal.styled(Terminal.fitted(catalogue.name(of: judged.decision.disposition, in: language), to: 14), style)
                + Terminal.fitted(catalogue.name(of: judged.channel, in: language), to: 14)
                + Terminal.fitted(name, to: terminal.columns - 40, isFilled: false)
        ]
        for evidence in reasonsWorthSaying(verdict) {
            let weight = (evidence.weight >= 0 ? "+" : "−") + JSONText.fixed(abs(evidence.weight), digits: 1)
            let text = Terminal.safe(catalogue.text(evidence.id, in: language, evidence.details.map(Terminal.safe), isolation: .never))
            lines.append(
                terminal.styled(
                    "  " + Terminal.fitted(weight, to: 6) + Terminal.fitted(text, to: terminal.columns - 9, isFilled: false), .dim))
        }
        // That nobody is asked where mail comes from is how the program comes, and true of each: explanations and JSON say it.
        let gaps = verdict.coverage.gaps.filter { $0 != Coverage.Gap("authentication", .notConfigured) }
        if !gaps.isEmpty {
            let missing = gaps.map { "\($0.what) (\(catalogue.name(of: $0.reason, in: language)))" }.joined(separator: ", ")
            let text = catalogue.text("command.not-checked", in: language) + ": " + missing
            lines.append(terminal.styled("  " + Terminal.fitted(text, to: terminal.columns - 3, isFilled: false), .yellow))
        }
        return lines
    }

    /// The strongest reasons that point the way the verdict went.
    private func reasonsWorthSaying(_ verdict: Verdict) -> ArraySlice<Evidence> {
        verdict.evidence.filter { ($0.weight >= 0) == (verdict.logOdds >= 0) && abs($0.weight) >= 0.05 }.prefix(reasons)
    }

    private func colour(_ judged: JudgedMessage) -> Terminal.Style {
        switch judged.decision.disposition {
        case .accept: .green
        case .tag, .defer: .yellow
        case .quarantine, .reject, .discard: .red
        }
    }
}
