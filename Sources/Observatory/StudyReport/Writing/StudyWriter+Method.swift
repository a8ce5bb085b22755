internal import Documents
internal import Localization
internal import Observatory

extension StudyWriter {
    // MARK: Method

    mutating func writeMethod() {
        let limits = ["definition", "coverage", "errors", "disclosure", "change", "personal"]
        add(.list(limits.map { voice.text("study.l.\($0)") }))
        addMethods()
        guard !data.datasets.isEmpty else { return }
        add(
            table: "datasets", caption: voice.text("study.t.datasets"),
            heads: [Table.Cell(voice.column("dataset")), Table.Cell(voice.column("name")), Table.Cell(voice.column("date"))],
            rows: data.datasets.map { [Table.Cell($0.id), Table.Cell($0.name), Table.Cell($0.date)] }, widths: [1, 3, 1])
    }

    /// How the figures of each indicator came about: no figure is published without.
    private mutating func addMethods() {
        struct Way: Hashable {
            var indicator: StudyIndicator
            var method: CountMethod
        }
        var ways: [Way: [StudyFigure]] = [:]
        for figure in data.figures where figure.period == period {
            ways[Way(indicator: figure.indicator, method: figure.method), default: []].append(figure)
        }
        guard !ways.isEmpty else { return }
        let rows = ways.sorted {
            ($0.key.indicator.rank, $0.key.indicator.rawValue, $0.key.method.rawValue)
                < ($1.key.indicator.rank, $1.key.indicator.rawValue, $1.key.method.rawValue)
        }.map { way, figures in
            let coverage = figures.compactMap(\.coverage)
            let contributors = figures.compactMap(\.contributors)
            let withheld = figures.count { $0.value == .suppressed }
            return [
                Table.Cell(voice.indicator(way.indicator)), Table.Cell(voice.method(way.method)),
                Table.Cell.number(voice.spread(coverage) { voice.numbers.percent($0, digits: 0) }),
                Table.Cell.number(voice.spread(contributors.map(Double.init)) { voice.numbers.number($0) }),
                Table.Cell.number(voice.numbers.number(Double(figures.count))), .number(voice.numbers.number(Double(withheld))),
            ]
        }
        add(
            table: "methods", caption: voice.text("study.t.methods"),
            heads: [
                Table.Cell(voice.column("indicator")), Table.Cell(voice.column("method")), .number(voice.column("coverage")),
                .number(voice.column("contributors")), .number(voice.text("study.figures")), .number(voice.text("study.suppressed")),
            ], rows: rows, widths: [2.4, 1.1, 1, 1.2, 0.9, 1])
    }

    // MARK: Glossary

    mutating func writeGlossary() {
        add(
            .definitions(
                StudySentences.glossaryTerms.map { Document.Detail(voice.text("study.g.\($0)"), voice.text("study.g.\($0).means")) }))
    }

    // MARK: Traceability

    mutating func writeTrace(_ template: StudyTemplate) {
        add(.note(voice.text("study.e.trace")))
        let rows = ResolutionClause.all.map { clause in
            [
                Table.Cell(clause.id), Table.Cell(clause.place), Table.Cell(voice.text("study.clause.\(clause.id)")),
                Table.Cell(place(of: clause.answer, template)), Table.Cell(""),
            ]
        }
        add(
            table: "trace", caption: voice.text("study.t.trace"),
            heads: ["id", "clause", "ask", "where", "verified"].map { Table.Cell(voice.column($0)) }, rows: rows,
            widths: [0.8, 1.5, 3, 1.9, 1.2])
    }

    private func place(of answer: ResolutionClause.Answer, _ template: StudyTemplate) -> String {
        switch answer {
        case .people: return voice.text("study.where.people")
        case .product: return voice.text("study.where.product")
        case .section(let name):
            let heading = voice.text("study.h.\(name)")
            guard let section = StudySection(rawValue: name) else { return heading }
            if !has(section) { return voice.text("study.where.absent", heading) }
            return template.sections.contains(section) ? heading : voice.text("study.where.left-out", heading)
        }
    }
}

extension StudyIndicator {
    /// Its place in a report.
    var rank: Int { StudyIndicator.known.firstIndex(of: self) ?? StudyIndicator.known.count }
}

extension StudyVoice {
    /// The least and the most of values; one where they are the same, nothing where there are none.
    func spread(_ values: [Double], _ text: (Double) -> String) -> String {
        guard let low = values.min(), let high = values.max() else { return "" }
        return low == high ? text(low) : "\(text(low))\u{2013}\(text(high))"
    }
}
