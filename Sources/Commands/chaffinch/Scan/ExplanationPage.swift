internal import Filter
internal import JSON
internal import Localization
internal import Messages

/// A whole verdict on one page, for people.
struct ExplanationPage {
    let catalogue: Catalogue
    let language: Language
    let terminal: Terminal
    let prior: Double

    func lines(_ judged: JudgedMessage, of message: Message) -> [String] {
        head(judged) + [""] + evidence(judged.verdict) + [""] + rules(judged.verdict) + voices(judged) + coverage(judged.verdict)
            + defects(judged.verdict)
            + route(of: message)
    }

    private func head(_ judged: JudgedMessage) -> [String] {
        let verdict = judged.verdict
        let carriedOut = catalogue.text(judged.decision.isCarriedOut ? "command.carried-out" : "command.observe-only", in: language)
        let disposition = catalogue.name(of: judged.decision.disposition, in: language) + " (" + carriedOut + ")"
        let place = judged.decision.place.map { " (" + $0 + ")" } ?? ""
        let threshold = judged.decision.because.map { " — " + $0 + place } ?? ""
        return [
            terminal.styled(Terminal.safe(judged.summary), .bold),
            row("path", judged.path), row("channel", catalogue.name(of: judged.channel, in: language)),
            row("probability", JSONText.fixed(verdict.probability * 100, digits: 1) + " %  (" + signed(verdict.logOdds) + ")"),
            row("class", threat(judged)),
            row("disposition", disposition + threshold),
            row("language", verdict.language ?? "—"), row("model", verdict.model), row("time", elapsed(verdict)),
        ]
    }

    private func threat(_ judged: JudgedMessage) -> String {
        let name = catalogue.name(of: judged.verdict.threatClass, in: language)
        guard !judged.classWords.isEmpty else { return name }
        let words = judged.classWords.map(Terminal.safe).joined(separator: ", ")
        return catalogue.text("command.class-words", in: language, [name, words], isolation: terminal.isTerminal ? .whenMixed : .never)
    }

    private func row(_ term: String, _ value: String) -> String {
        terminal.styled(Terminal.fitted(catalogue.term(term, in: language), to: 24), .dim) + Terminal.safe(value)
    }

    private func signed(_ weight: Double) -> String {
        (weight >= 0 ? "+" : "−") + JSONText.fixed(abs(weight), digits: 2)
    }

    private func elapsed(_ verdict: Verdict) -> String {
        let (seconds, attoseconds) = verdict.elapsed.components
        return JSONText.fixed(Double(seconds) * 1000 + Double(attoseconds) / 1e15, digits: 2) + " ms"
    }

    private func evidence(_ verdict: Verdict) -> [String] {
        var lines = [terminal.styled(catalogue.term("reasons", in: language), .bold)]
        for piece in verdict.evidence {
            let text = catalogue.text(
                piece.id, in: language, piece.details.map(Terminal.safe), isolation: terminal.isTerminal ? .whenMixed : .never)
            let bar = String(repeating: "▏", count: min(20, Int(abs(piece.weight) * 4)))
            let style: Terminal.Style = piece.weight >= 0 ? .red : .green
            let wrapped = Terminal.wrapped(text, to: max(30, terminal.columns - 12))
            lines.append(terminal.styled(Terminal.fitted(signed(piece.weight), to: 8), style) + wrapped[0])
            lines += wrapped.dropFirst().map { String(repeating: " ", count: 8) + $0 }
            let layer = catalogue.name(of: piece.layer, in: language)
            lines.append(terminal.styled(String(repeating: " ", count: 8) + piece.id + " · " + layer + " " + bar, .dim))
        }
        lines.append(Terminal.fitted(signed(prior), to: 8) + catalogue.text("command.prior", in: language))
        return lines
    }

    /// The rules that were met: what each does, and whether it acts.
    private func rules(_ verdict: Verdict) -> [String] {
        guard !(verdict.rules.isEmpty && verdict.recipients.hits.isEmpty) else { return [] }
        var lines = [terminal.styled(catalogue.text("command.rules", in: language), .bold)]
        for hit in verdict.rules {
            let effect =
                switch hit.effect {
                case .weight(let weight): signed(weight)
                case .disposition(let disposition): catalogue.name(of: disposition, in: language)
                }
            let mode = catalogue.text(hit.isActing ? "command.rule-acts" : "command.rule-watched", in: language)
            let isolation: Isolation = terminal.isTerminal ? .whenMixed : .never
            lines.append("  " + Terminal.safe("\(hit.id) (\(hit.place)): ") + effect + " · " + mode)
            let text = catalogue.text(hit.name, in: language, isolation: isolation)
            lines += Terminal.wrapped(text, to: max(30, terminal.columns - 8)).map { terminal.styled("      " + $0, .dim) }
        }
        for hit in verdict.recipients.hits {
            let mode = catalogue.text(hit.isActing ? "command.rule-acts" : "command.rule-watched", in: language)
            let text = catalogue.text("recipient.\(hit.list.rawValue)", in: language, [hit.recipient.description], isolation: .never)
            let disposition = catalogue.name(of: hit.disposition, in: language)
            lines.append("  " + Terminal.safe("\(text) (\(hit.place)): ") + disposition + " · " + mode)
        }
        return lines + [""]
    }

    /// Who had a say, where more than the settings' own thresholds do.
    private func voices(_ judged: JudgedMessage) -> [String] {
        guard judged.voices.contains(where: { $0.profile != nil || !$0.isThreshold }) else { return [] }
        let voicing = PolicyVoicing(language, catalogue)
        var lines = [terminal.styled(catalogue.text("policy.voices", in: language), .bold)]
        for voice in judged.voices {
            let line = voicing.line(voice, isolation: terminal.isTerminal ? .whenMixed : .never)
            lines.append(terminal.styled(line, voice.outcome == .decided ? .bold : .dim))
        }
        return lines + [""]
    }

    private func coverage(_ verdict: Verdict) -> [String] {
        let head = terminal.styled(catalogue.term("coverage", in: language), .bold) + ": \(verdict.coverage.answered)"
        if verdict.coverage.isComplete { return [head + " — " + catalogue.text("command.all-checked", in: language)] }
        return [head] + verdict.coverage.gaps.map { "  \($0.what): " + catalogue.name(of: $0.reason, in: language) }
    }

    private func defects(_ verdict: Verdict) -> [String] {
        guard !verdict.defects.isEmpty else { return [] }
        let shown = verdict.defects.prefix(20).map { "  \($0.kind) @ \($0.offset)" }
        return [terminal.styled(catalogue.term("defects", in: language), .bold) + ": \(verdict.defects.count)"] + shown
    }

    private func route(of message: Message) -> [String] {
        guard !message.hops.isEmpty else { return [] }
        return [terminal.styled(catalogue.text("command.route", in: language), .bold)]
            + message.hops.map { hop in
                let from = [message.text(hop.from), hop.address.map { "[\($0)]" }].compactMap { $0 }.joined(separator: " ")
                let trust = catalogue.name(of: hop.trust, in: language)
                return "  " + Terminal.safe("\(from) → \(message.text(hop.by) ?? "?")") + "  \(hop.time.map { "\($0)" } ?? "")  " + trust
            }
    }
}
