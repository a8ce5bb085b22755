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
        head + Perspective.allCases.flatMap(section) + sum + investment + tornado + people + missing + unentered + questions
    }

    // MARK: Head

    private var head: [String] {
        let ledger = estimate.ledger
        var lines = [terminal.styled(Terminal.safe(ledger.title), .bold)]
        lines.append(text("cost.head", ledger.country, ledger.currency, "\(ledger.priceYear)", "\(estimate.draws)", "\(estimate.seed)"))
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
        for year in estimate.years {
            lines += wrapped(
                text(
                    "cost.year", "\(year.year)", AmountText.rounded(year.messagesPerSecond), AmountText.rounded(year.servers),
                    AmountText.rounded(year.capital)))
        }
        return lines
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
        guard !estimate.missing.isEmpty || !estimate.missingLayers.isEmpty else { return [] }
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
            + estimate.questions.flatMap { wrapped(catalogue.text($0.statement.printable, in: language), indent: 2) }
    }

    // MARK: Words and columns

    private func text(_ key: String, _ details: String...) -> String { catalogue.text(key, in: language, details) }

    private func name(of figure: CostFigure) -> String {
        switch figure {
        case .gap(let layer): catalogue.name(of: layer, in: language)
        default: text("cost.figure.\(figure.id)")
        }
    }

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
