internal import Documents
internal import Observatory

extension StudyWriter {
    // MARK: Volume

    mutating func writeVolume() {
        add(.paragraph(voice.text("study.e.volume")))
        let rows = volumeRows()
        let columns: [StudyIndicator] = [.messages, .spam, .spamShare, .refused, .filtered, .delivered].filter { indicator in
            indicator == .messages || rows.contains { value(indicator, $0) != nil }
        }
        var heads = [Table.Cell(voice.column("channel"))]
        for column in columns {
            heads.append(.number(voice.indicator(column)))
            if column == .spamShare { heads.append(.number(voice.column("range"))) }
        }
        heads.append(Table.Cell(voice.column("method")))
        let cells = rows.map { row in
            var cells = [Table.Cell(row.keys[.channel].map { voice.name($0, of: .channel) } ?? voice.text("study.total"))]
            for column in columns {
                let value = value(column, row)
                cells.append(voice.cell(value, column.unit))
                if column == .spamShare { cells.append(voice.interval(value, .share)) }
            }
            return cells + [Table.Cell(voice.method(row.method))]
        }
        var table = Table(id: "", caption: "", heads: heads, rows: cells)
        table.widths = [1.35] + [Double](repeating: 1, count: heads.count - 2) + [0.95]
        if Set(rows.map(\.method)).count > 1 { table.notes = [voice.text("study.e.mixed")] }
        addVolumeChart(rows, table)
    }

    private mutating func addVolumeChart(_ rows: [StudyFigure], _ table: Table) {
        let bars = rows.compactMap { row -> BarChart.Bar? in
            guard let channel = row.keys[.channel], let share = value(.spamShare, row), let mid = share.mid else { return nil }
            return BarChart.Bar(name: voice.name(channel, of: .channel), value: mid, range: share.range, text: voice.numbers.percent(mid))
        }
        guard !bars.isEmpty else {
            add(
                table: "volume", caption: voice.text("study.t.volume"), heads: table.heads, rows: table.rows, widths: table.widths,
                notes: table.notes)
            return
        }
        let told = voice.list(bars.map { voice.text("study.s.item", $0.name, $0.text) })
        add(
            figure: "volume", caption: voice.text("study.f.volume"), description: voice.text("study.d.bars", told),
            drawing: BarChart(bars: bars, isRightToLeft: isRightToLeft).drawing(), data: table)
    }

    /// The figures of messages, by channel and of all; each stands for its row.
    private func volumeRows() -> [StudyFigure] {
        let channels = data.figures(of: .messages, by: [.channel], in: period)
        return channels.sorted { ($1.value.mid ?? 0, $0.spelling) < ($0.value.mid ?? 0, $1.spelling) }
            + data.figures(of: .messages, in: period)
    }

    private func value(_ indicator: StudyIndicator, _ row: StudyFigure) -> StudyValue? {
        if indicator == .spamShare { return share(row.keys, in: period, method: row.method) }
        return data.figures.first {
            $0.indicator == indicator && $0.period == period && $0.keys == row.keys && $0.method == row.method
        }?.value
    }

    // MARK: Trend

    /// The periods as long as the one reported that have a share of all or of a channel, up to it.
    var trendPeriods: [StudyPeriod] {
        let periods = data.figures.filter {
            [.spam, .spamShare].contains($0.indicator) && Set($0.keys.keys).isSubset(of: [.channel])
                && $0.period.frequency == period.frequency && $0.period <= period
        }.map(\.period)
        return Array(Set(periods).sorted().suffix(16))
    }

    mutating func writeTrend() {
        let periods = trendPeriods
        var channels: [String?] = [nil]
        channels += Set(data.figures.filter { Set($0.keys.keys) == [.channel] }.compactMap { $0.keys[.channel] }).sorted().map { $0 }
        let lines = channels.compactMap { channel -> (name: String, values: [StudyValue?])? in
            let values = periods.map { share(channel.map { [.channel: $0] } ?? [:], in: $0) }
            guard values.contains(where: { $0?.mid != nil }) else { return nil }
            return (channel.map { voice.name($0, of: .channel) } ?? voice.text("study.total"), values)
        }
        let shown = Array(lines.prefix(6))
        let chart = LineChart(
            periods: periods.map(\.description),
            lines: shown.map { line in
                LineChart.Line(name: line.name, values: line.values.map { $0?.mid }, ranges: line.values.map { $0?.range })
            },
            tick: { [voice] in voice.numbers.percent($0, digits: 0) }, isRightToLeft: isRightToLeft)
        let rows = periods.enumerated().map { place, period in
            [Table.Cell(voice.period(period))] + lines.map { voice.cell($0.values[place], .share) }
        }
        let told = voice.list(
            shown.compactMap { line in
                guard let first = line.values.compactMap({ $0?.mid }).first, let last = line.values.compactMap({ $0?.mid }).last else {
                    return nil
                }
                return voice.text(
                    "study.s.item", line.name, voice.text("study.s.between", voice.numbers.percent(first), voice.numbers.percent(last)))
            })
        add(
            figure: "trend", caption: voice.text("study.f.trend"), description: voice.text("study.d.lines", told), drawing: chart.drawing(),
            data: Table(
                id: "", caption: "", heads: [Table.Cell(voice.column("period"))] + lines.map { .number($0.name) }, rows: rows,
                widths: [1.6] + [Double](repeating: 1, count: lines.count)))
    }
}
