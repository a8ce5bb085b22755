internal import CostModel
internal import Localization
internal import Messages

/// An estimate for people: figures with their ranges, what moves them, the gap, what is missing and what should be asked.
struct CostPage {
    let estimate: CostEstimate
    let language: Language
    let terminal: Terminal
    private let catalogue = Catalogue(Terms.all, CostSentences.all, Plausibility.sentences, ParameterDefinition.all.map(\.meaning))

    init(estimate: CostEstimate, language: Language, terminal: Terminal) {
        self.estimate = estimate
        self.language = language
        self.terminal = terminal
    }

    /// How many bars of a tornado are shown; programs get all.
    private static let bars = 8

    /// The lines of the page.
    var lines: [String] {
        head + Perspective.allCases.flatMap(section) + sum + comparison + spending + investment + tornado + people + missing + unentered
            + questions
    }

    // MARK: Head

    private var head: [String] {
        let ledger = estimate.ledger
        var lines = [terminal.styled(Terminal.safe(ledger.title), .bold)]
        lines.append(text("cost.head", ledger.country, ledger.currency, "\(ledger.priceYear)", "\(estimate.draws)", "\(estimate.seed)"))
        if let scenario = ledger.scenario { lines.append(text("cost.scenario", Terminal.safe(scenario))) }
        if let day = ledger.asOf { lines.append(text("cost.as-of", day.description)) }
        if ledger.isExample { lines.append(terminal.styled(text("cost.example"), .yellow)) }
        return lines
    }

    // MARK: Figures

    private func section(_ perspective: Perspective) -> [String] {
        let figures = CostComponent.allCases.filter { $0.perspective == perspective }.map(CostFigure.component)
        let amounts = figures.compactMap(estimate.amount)
        guard !amounts.isEmpty else { return [] }
        var lines = title("cost.perspective.\(perspective.rawValue)", tableHead)
        lines += amounts.map { row(name(of: $0.figure), $0) }
        if let total = estimate.amount(of: .total(perspective)) {
            lines.append(row(total.isComplete ? text("cost.total") : text("cost.total-in-part"), total, .bold))
        } else {
            lines += wrapped(text("cost.no-total"))
        }
        return lines
    }

    private var sum: [String] {
        guard let sum = estimate.sum else { return [] }
        return title("cost.sum", tableHead)
            + [row(sum.isComplete ? text("cost.total") : text("cost.total-in-part"), sum, .bold)] + wrapped(text("cost.sum-caution"))
    }

    private var comparison: [String] {
        guard let comparison = estimate.comparison, !comparison.amounts.isEmpty else { return [] }
        let ledger = estimate.ledger
        let note = text(
            "cost.comparison-note", AmountText.rounded(comparison.rate), ledger.currency, "\(ledger.priceYear)",
            Terminal.safe(comparison.source))
        // The heading is longer than a column.
        return ["", terminal.styled(text("cost.comparison", "\(comparison.year)"), .bold)]
            + [String(repeating: " ", count: CostPage.columns.name) + tableHead]
            + comparison.amounts.map { row(name(of: $0.figure), $0) } + wrapped(note)
    }

    private var spending: [String] {
        let amounts = Spending.Actor.allCases.compactMap { estimate.amount(of: .spending($0)) }
        guard !amounts.isEmpty else { return [] }
        return title("cost.spending", tableHead) + amounts.map { row(name(of: $0.figure), $0) } + wrapped(text("cost.spending-note"))
    }

    private var investment: [String] {
        let figures: [CostFigure] = Layer.allCases.map(CostFigure.gap) + [.wholeGap, .presentValue, .ceiling]
        let amounts = figures.compactMap(estimate.amount)
        guard !amounts.isEmpty || !estimate.years.isEmpty else { return [] }
        var lines = amounts.isEmpty ? title("cost.investment") : title("cost.investment", tableHead)
        for amount in amounts {
            let isWhole = amount.figure == .wholeGap
            let name = isWhole && !amount.isComplete ? text("cost.figure.gap-in-part") : name(of: amount.figure)
            lines.append(row(name, amount, isWhole ? .bold : nil))
        }
        let means = Facility.Means.allCases.compactMap { estimate.amount(of: .gapByMeans($0)) }
        if !means.isEmpty { lines += wrapped(text("cost.by-means")) + means.map { row(name(of: $0.figure), $0) } }
        return lines + estimate.years.flatMap(line)
    }

    private func line(of year: CostEstimate.Year) -> [String] {
        let number = "\(year.year)"
        let servers = text(
            "cost.year", number, AmountText.rounded(year.messagesPerSecond), AmountText.rounded(year.servers),
            AmountText.rounded(year.capital))
        let people = year.people.map { wrapped(text("cost.year-people", number, AmountText.rounded($0)), indent: 2) }
        return wrapped(servers) + (people ?? [])
    }

    private var people: [String] {
        var lines: [String] = []
        if let people = estimate.people { lines += wrapped(text("cost.people", AmountText.rounded(people))) }
        if let agents = estimate.agents { lines += wrapped(text("cost.agents", "\(agents)")) }
        return lines.isEmpty ? [] : [""] + lines
    }

    // MARK: Tornado

    private var tornado: [String] {
        guard !estimate.tornado.isEmpty else { return [] }
        var lines = title("cost.tornado") + wrapped(text("cost.tornado-note"))
        for (figure, swings) in estimate.tornado {
            lines.append(name(of: figure))
            let widest = swings.first?.size ?? 0
            for swing in swings.prefix(CostPage.bars) {
                let length = widest > 0 ? max(1, Int((16 * swing.size / widest).rounded())) : 0
                let bar = String(repeating: "#", count: length)
                lines.append(
                    "  " + Terminal.fitted(Terminal.safe(swing.input), to: 32) + Terminal.fitted(bar, to: 18)
                        + AmountText.rounded(swing.low) + " … " + AmountText.rounded(swing.high))
            }
        }
        return lines
    }

    // MARK: What is not known

    private var missing: [String] {
        guard !estimate.missing.isEmpty || !estimate.missingLayers.isEmpty || !estimate.missingMeans.isEmpty || !estimate.awaited.isEmpty
        else { return [] }
        var lines = title("cost.missing") + wrapped(text("cost.missing-note"))
        for missing in estimate.missing {
            let definition = missing.parameter.definition
            lines += wrapped(
                text(
                    "cost.missing-line", missing.parameter.id, definition.meaning[language], definition.unit(in: estimate.ledger.currency),
                    missing.figures.joined(separator: ", ")), indent: 2)
            if let asked = missing.asked { lines += wrapped(text("cost.asked", Terminal.safe(asked)), indent: 4) }
        }
        if !estimate.missingLayers.isEmpty {
            let names = estimate.missingLayers.map { catalogue.name(of: $0, in: language) }.joined(separator: ", ")
            lines += wrapped(text("cost.missing-classes", names), indent: 2)
        }
        if !estimate.missingMeans.isEmpty {
            let names = estimate.missingMeans.map { FigureNames.name(of: $0, in: language) }.joined(separator: ", ")
            lines += wrapped(text("cost.missing-means", names), indent: 2)
        }
        if !estimate.awaited.isEmpty { lines += wrapped(text("cost.awaited", estimate.awaited.joined(separator: ", ")), indent: 2) }
        return lines
    }

    private var unentered: [String] {
        guard !estimate.unentered.isEmpty else { return [] }
        var lines = title("cost.unentered") + wrapped(text("cost.unentered-note"))
        for (parameter, entry) in estimate.unentered {
            guard let range = entry.range else { continue }
            let values = [range.low, range.mid, range.high].map(AmountText.rounded)
            let spread = range.isOpen ? values.joined(separator: " / ") : values[1]
            let source = entry.origin == .derived ? text("cost.derived") : Terminal.safe(entry.source)
            lines += wrapped(text("cost.unentered-line", parameter.id, spread, entry.grade?.rawValue ?? "", source), indent: 2)
        }
        return lines
    }

    private var questions: [String] {
        guard !estimate.questions.isEmpty else { return [] }
        return title("cost.questions")
            + estimate.questions.flatMap { question in
                let comment = question.comment.map { wrapped(text("cost.comment", Terminal.safe($0)), indent: 4) }
                return wrapped(catalogue.text(question.statement.printable, in: language), indent: 2) + (comment ?? [])
            }
    }

    // MARK: Words and columns

    private func text(_ key: String, _ details: String...) -> String { catalogue.text(key, in: language, details) }

    private func name(of figure: CostFigure) -> String { FigureNames.name(of: figure, in: language) }

    private static let columns = (name: 42, number: 14)

    private var tableHead: String {
        columns(["cost.mid", "cost.p5", "cost.p50", "cost.p95"].map { text($0) })
    }

    private func columns(_ cells: [String]) -> String {
        cells.map { Terminal.fitted($0, to: CostPage.columns.number) }.joined()
    }

    private func title(_ key: String, _ head: String? = nil) -> [String] {
        let name = text(key)
        let line = head.map { Terminal.fitted(name, to: CostPage.columns.name) + $0 } ?? name
        return ["", terminal.styled(line, .bold)]
    }

    private func row(_ name: String, _ amount: CostEstimate.Amount, _ style: Terminal.Style? = nil) -> String {
        let numbers = columns([amount.mid, amount.p5, amount.p50, amount.p95].map(AmountText.rounded))
        let line = "  " + Terminal.fitted(name, to: CostPage.columns.name - 2) + numbers
        return style.map { terminal.styled(line, $0) } ?? line
    }

    private func wrapped(_ text: String, indent: Int = 0) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        return Terminal.wrapped(text, to: max(terminal.columns - indent, 20)).map { blanks + $0 }
    }
}
