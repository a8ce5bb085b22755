internal import CostModel
internal import Documents
internal import Localization
internal import Messages
internal import Observatory

extension StudyWriter {
    // MARK: Questionnaire

    mutating func writeAnswers() {
        add(.paragraph(voice.text("study.e.answers")))
        let rows = data.answers.map { answer in
            [
                Table.Cell(answer.question[voice.language] ?? answer.question[.english] ?? answer.code),
                answer.value.mid.map { Table.Cell.number(voice.numbers.rounded($0)) } ?? voice.cell(answer.value, .number),
                Table.Cell(
                    answer.value.range.map { "\(voice.numbers.rounded($0.lowerBound))\u{2013}\(voice.numbers.rounded($0.upperBound))" }
                        ?? "", .number),
                Table.Cell(answer.unit), Table.Cell(voice.method(answer.method)),
                .number(answer.respondents.map { voice.numbers.number(Double($0)) } ?? ""),
            ]
        }
        add(
            table: "answers", caption: voice.text("study.t.answers"),
            heads: [
                Table.Cell(voice.column("question")), .number(voice.column("answer")), .number(voice.text("study.answers.range")),
                Table.Cell(voice.column("unit")), Table.Cell(voice.column("method")), .number(voice.column("respondents")),
            ], rows: rows, widths: [3, 1, 1.2, 1, 1.1, 1.1])
    }

    // MARK: Cost

    mutating func writeCosts() {
        guard let costs = data.costs else { return }
        add(
            .paragraph(
                voice.text("study.e.costs", "\(costs.priceYear)", voice.numbers.number(Double(costs.draws)), "\(costs.seed)")))
        let shown = costs.amounts.filter { !["investment", "spending"].contains($0.figure?.group) }
        let ordered = Perspective.allCases.flatMap { perspective in shown.filter { StudyWriter.perspective(of: $0) == perspective } }
        addAmounts(ordered, costs, "costs", head: "cost")
        for figure in CostFigure.all where figure.hasTornado && figure != .presentValue { addTornado(of: figure, costs) }
    }

    private static func perspective(of amount: StudyCosts.Amount) -> Perspective? {
        switch amount.figure {
        case .component(let component): component.perspective
        case .total(let perspective): perspective
        default: nil
        }
    }

    mutating func writeGap() {
        guard let costs = data.costs else { return }
        addAmounts(costs.amounts.filter { if case .gap = $0.figure { true } else { $0.figure == .wholeGap } }, costs, "gap", head: "gap")
        if !costs.missing.isEmpty || !costs.missingLayers.isEmpty {
            let layers = costs.missingLayers.map { voice.name($0, of: .layer) }
            add(.note(voice.text("study.s.cost-missing", voice.list(costs.missing + layers))))
        }
    }

    private mutating func addAmounts(_ amounts: [StudyCosts.Amount], _ costs: StudyCosts, _ name: String, head: String) {
        let rows = amounts.map { amount in
            [Table.Cell(self.name(of: amount))] + [amount.p5, amount.p50, amount.p95].map { .number(voice.money($0)) }
        }
        add(
            table: name, caption: voice.text("study.t.\(name)"),
            heads: [Table.Cell(voice.text("study.c.\(head)", costs.currency))] + ["p5", "p50", "p95"].map { .number(voice.column($0)) },
            rows: rows, widths: [2.6, 1, 1, 1])
    }

    /// The name of an amount; one that lacks a part says so.
    private func name(of amount: StudyCosts.Amount) -> String {
        let name =
            switch amount.figure {
            case .gap(let layer): voice.name(layer.rawValue, of: .layer)
            default: voice.text("cost.figure.\(amount.id)")
            }
        return amount.isComplete ? name : voice.text("study.s.item", name, voice.text("study.in-part"))
    }

    private mutating func addTornado(of figure: CostFigure, _ costs: StudyCosts) {
        guard let amount = costs.amount(of: figure) else { return }
        let swings = costs.swings.filter { $0.figure == figure.id }.prefix(8).map { swing in
            TornadoChart.Swing(
                name: meaning(of: swing.input), low: swing.low, high: swing.high, lowText: voice.money(swing.low),
                highText: voice.money(swing.high))
        }
        guard swings.count > 1 else { return }
        if !blocks.contains(.paragraph(voice.text("study.e.tornado"))) { add(.paragraph(voice.text("study.e.tornado"))) }
        let chart = TornadoChart(base: amount.mid, baseText: voice.money(amount.mid), swings: Array(swings), isRightToLeft: isRightToLeft)
        let told = voice.list(
            swings.prefix(3).map { voice.text("study.s.item", $0.name, voice.text("study.s.between", $0.lowText, $0.highText)) })
        let rows = swings.map { [Table.Cell($0.name), .number($0.lowText), .number($0.highText)] }
        add(
            figure: "tornado-\(figure.id.replacing(".", with: "-"))",
            caption: voice.text("study.f.tornado", voice.text("cost.figure.\(figure.id)")),
            description: voice.text("study.d.tornado", told),
            drawing: chart.drawing(),
            data: Table(
                id: "", caption: "",
                heads: [Table.Cell(voice.column("input")), .number(voice.column("low")), .number(voice.column("high"))], rows: rows,
                widths: [2.6, 1, 1]))
    }

    /// What a value of the ledger is, in words; its name where it is a facility's.
    private func meaning(of input: String) -> String {
        Parameter(id: input).map { $0.definition.meaning[voice.language] } ?? input
    }
}
