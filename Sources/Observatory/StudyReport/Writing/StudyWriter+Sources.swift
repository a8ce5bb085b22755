internal import Documents
internal import Observatory

extension StudyWriter {
    /// How many rows a table of names has.
    private static let most = 20
    /// How many bars a chart has.
    private static let bars = 10

    /// Spam by one key: a chart of the most frequent, and a table of all.
    mutating func writeBars(_ key: StudyKey, _ name: String, explained: String? = nil) {
        let figures = ranked(key)
        guard !figures.isEmpty else { return }
        if let explained { add(.paragraph(voice.text(explained))) }
        let base = spamBase(figures)
        let bars = figures.prefix(StudyWriter.bars).compactMap { figure -> BarChart.Bar? in
            guard let mid = figure.value.mid, base > 0 else { return nil }
            let range = figure.value.range.map { ($0.lowerBound / base)...($0.upperBound / base) }
            return BarChart.Bar(
                name: voice.name(figure.keys[key] ?? "", of: key), value: mid / base, range: range, text: voice.numbers.percent(mid / base))
        }
        let table = spamTable(figures, key, base)
        guard !bars.isEmpty else {
            add(
                table: name, caption: voice.text("study.f.\(name)"), heads: table.heads, rows: table.rows, widths: table.widths,
                notes: table.notes)
            return
        }
        let told = voice.list(bars.map { voice.text("study.s.item", $0.name, $0.text) })
        add(
            figure: name, caption: voice.text("study.f.\(name)"), description: voice.text("study.d.bars", told),
            drawing: BarChart(bars: bars, isRightToLeft: isRightToLeft).drawing(), data: table)
    }

    /// Spam by one key, as a table alone.
    mutating func writeTable(_ key: StudyKey, _ name: String) {
        let figures = ranked(key)
        guard !figures.isEmpty else { return }
        let table = spamTable(figures, key, spamBase(figures))
        add(
            table: name, caption: voice.text("study.t.\(name)"), heads: table.heads, rows: table.rows, widths: table.widths,
            notes: table.notes)
    }

    /// The figures of spam by a key, the largest first, those withheld last.
    private func ranked(_ key: StudyKey) -> [StudyFigure] {
        Array(
            data.figures(of: .spam, by: [key], in: period).sorted {
                ($1.value.mid ?? -1, $0.spelling) < ($0.value.mid ?? -1, $1.spelling)
            }.prefix(StudyWriter.most))
    }

    /// What shares are shares of: all spam where that is known, otherwise what is shown.
    private func spamBase(_ figures: [StudyFigure]) -> Double {
        data.spamBase(figures, in: period)
    }

    private func spamTable(_ figures: [StudyFigure], _ key: StudyKey, _ base: Double) -> Table {
        let heads = [
            Table.Cell(voice.column(key == .category ? "kind" : key.rawValue)), .number(voice.indicator(.spam)),
            .number(voice.column("share")), Table.Cell(voice.column("method")), .number(voice.column("contributors")),
        ]
        let rows = figures.map { figure in
            [
                Table.Cell(label(figure.keys[key] ?? "", key)), voice.cell(figure.value, .messages),
                figure.value.mid.map { base > 0 ? Table.Cell.number(voice.numbers.percent($0 / base)) : .number("") }
                    ?? voice.cell(figure.value, .share),
                Table.Cell(voice.method(figure.method)), .number(figure.contributors.map { voice.numbers.number(Double($0)) } ?? ""),
            ]
        }
        return Table(id: "", caption: "", heads: heads, rows: rows, widths: [2, 1.2, 1, 1.1, 1.1], notes: datasetNotes(figures))
    }

    /// A name with its code, where they differ and the code is what others look up.
    private func label(_ value: String, _ key: StudyKey) -> String {
        let name = voice.name(value, of: key)
        guard [.country, .network, .operator, .issuer].contains(key), name != value, value != Dimension.unknown, value != Dimension.other
        else {
            return name
        }
        return voice.text("study.s.item", name, value)
    }

    mutating func writeSources() {
        add(.paragraph(voice.text("study.e.sources")))
        writeBars(.country, "countries")
        writeBars(.network, "networks")
        writeTable(.operator, "operators")
        writeTable(.issuer, "issuers")
    }

    mutating func writeMeans() {
        add(.paragraph(voice.text("study.e.means")))
        writeBars(.layer, "layers")
        writeTable(.disposition, "dispositions")
    }

    // MARK: Features

    /// The figures of the whole that no other section shows.
    var features: [StudyFigure] {
        StudyIndicator.known.filter {
            ![.messages, .spam, .spamShare, .refused, .filtered, .delivered, .reports, .reporters].contains($0)
        }.flatMap { data.figures(of: $0, in: period) }
    }

    mutating func writeFeatures() {
        addIndicators(features, "features", caption: "study.t.features")
        writeTable(.language, "languages")
        let directions = data.figures(of: .messages, by: [.direction], in: period)
        guard !directions.isEmpty else { return }
        let shares = directions.map { share($0.keys, in: period, method: $0.method) }
        let hasShares = shares.contains { $0 != nil }
        let rows = zip(directions, shares).map { figure, share in
            [Table.Cell(voice.name(figure.keys[.direction] ?? "", of: .direction)), voice.cell(figure.value, .messages)]
                + (hasShares ? [voice.cell(share, .share)] : []) + [Table.Cell(voice.method(figure.method))]
        }
        add(
            table: "directions", caption: voice.text("study.t.directions"),
            heads: [Table.Cell(voice.column("direction")), .number(voice.indicator(.messages))]
                + (hasShares ? [.number(voice.indicator(.spamShare))] : []) + [Table.Cell(voice.column("method"))], rows: rows)
    }

    /// Figures of the whole by indicator.
    mutating func writeIndicators(_ indicators: [StudyIndicator], _ name: String, caption: String) {
        addIndicators(indicators.flatMap { data.figures(of: $0, in: period) }, name, caption: caption)
    }

    private mutating func addIndicators(_ figures: [StudyFigure], _ name: String, caption: String) {
        guard !figures.isEmpty else { return }
        let rows = figures.map { figure in
            [
                Table.Cell(voice.indicator(figure.indicator)), voice.cell(figure.value, figure.indicator.unit),
                voice.interval(figure.value, figure.indicator.unit), Table.Cell(voice.method(figure.method)),
            ]
        }
        add(
            table: name, caption: voice.text(caption),
            heads: [
                Table.Cell(voice.column("indicator")), .number(voice.column("value")), .number(voice.column("range")),
                Table.Cell(voice.column("method")),
            ], rows: rows, widths: [2.4, 1.2, 1.2, 1])
    }

    // MARK: Routes

    mutating func writeRoutes() {
        add(.paragraph(voice.text("study.e.routes")))
        let known = data.knownRoutes(in: period)
        let total = known.reduce(0) { $0 + ($1.value.mid ?? 0) }
        if total > 0 { addFlows(known, total) }
        let claimed = data.figures(of: .spam, by: [.route, .trust], in: period).filter { $0.keys[.trust] == "claimed" }
        guard !claimed.isEmpty else { return }
        let table = routeTable(claimed, total: 0)
        add(table: "claimed", caption: voice.text("study.t.claimed"), heads: table.heads, rows: table.rows, widths: table.widths)
    }

    private mutating func addFlows(_ figures: [StudyFigure], _ total: Double) {
        let shown = figures.filter { ($0.value.mid ?? 0) > 0 }
        var hues: [String: Int] = [:]
        let flows = shown.enumerated().map { rank, figure in
            flow(figure, rank: rank, &hues)
        }
        let chart = FlowChart(
            heads: ["origin", "transit", "arrival"].map { voice.text("study.d.\($0)") }, flows: flows,
            text: { [voice] in voice.numbers.percent($0 / total) }, isRightToLeft: isRightToLeft)
        let told = voice.list(
            shown.prefix(3).map {
                voice.text(
                    "study.s.item", voice.name($0.keys[.route] ?? "", of: .route), voice.numbers.percent(($0.value.mid ?? 0) / total))
            })
        add(
            figure: "routes", caption: voice.text("study.f.routes"), description: voice.text("study.d.flows", told),
            drawing: chart.drawing(), data: routeTable(figures, total: total))
    }

    /// A way as a flow of three stations: where it began, what lies between, and the country. Ways beyond the twelfth go together.
    private func flow(_ figure: StudyFigure, rank: Int, _ hues: inout [String: Int]) -> FlowChart.Flow {
        var stations = StudyRoute(figure.keys[.route] ?? "").stations
        if stations.count > 1, stations.last == data.country { stations.removeLast() }
        let origin = rank < 12 ? stations.first.map { data.name(of: $0, in: voice.language) } ?? "" : voice.text("study.others")
        let between = stations.dropFirst()
        let transit =
            rank >= 12
            ? voice.text("study.others") : between.isEmpty ? voice.text("study.d.direct") : voice.route(Array(between))
        let hue = hues[origin] ?? hues.count
        hues[origin] = hue
        return FlowChart.Flow(
            stations: [origin, transit, data.name(of: data.country, in: voice.language)], amount: figure.value.mid ?? 0, hue: hue)
    }

    private func routeTable(_ figures: [StudyFigure], total: Double) -> Table {
        let heads = [
            Table.Cell(voice.column("route")), .number(voice.indicator(.spam)), .number(voice.column("share")),
            Table.Cell(voice.column("trust")),
            Table.Cell(voice.column("method")),
        ]
        let rows = figures.prefix(StudyWriter.most).map { figure in
            [
                Table.Cell(voice.name(figure.keys[.route] ?? "", of: .route)), voice.cell(figure.value, .messages),
                figure.value.mid.map { Table.Cell.number(total > 0 ? voice.numbers.percent($0 / total) : "") }
                    ?? voice.cell(figure.value, .share),
                Table.Cell(voice.name(figure.keys[.trust] ?? "", of: .trust)), Table.Cell(voice.method(figure.method)),
            ]
        }
        return Table(id: "", caption: "", heads: heads, rows: Array(rows), widths: [2.4, 1.1, 0.8, 1.5, 1], notes: datasetNotes(figures))
    }
}

extension StudyData {
    /// Spam by route, where every station was seen or confirmed, the most first.
    func knownRoutes(in period: StudyPeriod) -> [StudyFigure] {
        figures(of: .spam, by: [.route, .trust], in: period).filter { $0.keys[.trust] != "claimed" }
            .sorted { ($1.value.mid ?? -1, $0.spelling) < ($0.value.mid ?? -1, $1.spelling) }
    }

    /// What shares of spam are shares of: all spam where that is known, otherwise what is shown.
    func spamBase(_ shown: [StudyFigure], in period: StudyPeriod) -> Double {
        let sum = shown.reduce(0) { $0 + ($1.value.mid ?? 0) }
        guard let method = shown.first?.method,
            let whole = figures(of: .spam, in: period).first(where: { $0.method == method })?.value.mid
        else { return sum }
        return max(whole, sum)
    }
}
