internal import Documents
internal import Localization
internal import Observatory

/// Writes the sections of a report, one after the other, and numbers their figures and tables.
struct StudyWriter {
    let data: StudyData
    let voice: StudyVoice
    private(set) var blocks: [Document.Block] = []
    private var figureCount = 0
    private var tableCount = 0

    init(_ data: StudyData, in language: Language) {
        self.data = data
        self.voice = StudyVoice(data, in: language)
    }

    var isRightToLeft: Bool { voice.language.isRightToLeft }
    var period: StudyPeriod { data.period }

    /// Writes a section; one that has nothing to tell is left out.
    mutating func write(_ section: StudySection, of template: StudyTemplate) {
        guard has(section) else { return }
        add(.heading(level: 2, id: section.rawValue, text: voice.text("study.h.\(section.rawValue)")))
        switch section {
        case .summary: add(.list(StudySummary(data, voice).sentences))
        case .volume: writeVolume()
        case .trend: writeTrend()
        case .types: writeBars(.category, "types", explained: "study.e.types")
        case .features: writeFeatures()
        case .sources: writeSources()
        case .routes: writeRoutes()
        case .means: writeMeans()
        case .reports: writeIndicators([.reports, .reporters], "reports", caption: "study.h.reports")
        case .answers: writeAnswers()
        case .costs: writeCosts()
        case .gap: writeGap()
        case .method: writeMethod()
        case .glossary: writeGlossary()
        case .trace: writeTrace(template)
        }
    }

    /// Whether there is something to tell in a section.
    func has(_ section: StudySection) -> Bool {
        switch section {
        case .summary, .method, .glossary, .trace: true
        case .volume: !data.figures(of: .messages, by: [.channel], in: period).isEmpty || data.figure(of: .messages, in: period) != nil
        case .trend: trendPeriods.count > 1
        case .types: hasSpam(by: [.category])
        case .features: !features.isEmpty || hasSpam(by: [.language]) || !data.figures(of: .messages, by: [.direction], in: period).isEmpty
        case .sources: [StudyKey.country, .network, .operator, .issuer].contains { hasSpam(by: [$0]) }
        case .routes: hasSpam(by: [.route, .trust])
        case .means: hasSpam(by: [.layer]) || hasSpam(by: [.disposition])
        case .reports: data.figure(of: .reports, in: period) != nil
        case .answers: !data.answers.isEmpty
        case .costs: !(data.costs?.amounts ?? []).isEmpty
        case .gap: data.costs?.amounts.contains { $0.id == "gap" || $0.id.hasPrefix("gap.") } ?? false
        }
    }

    private func hasSpam(by keys: Set<StudyKey>) -> Bool { !data.figures(of: .spam, by: keys, in: period).isEmpty }

    mutating func add(_ block: Document.Block) { blocks.append(block) }

    /// Adds a table under the next number.
    mutating func add(
        table id: String, caption: String, heads: [Table.Cell], rows: [[Table.Cell]], widths: [Double] = [], notes: [String] = []
    ) {
        tableCount += 1
        add(
            .table(
                Table(
                    id: "table-\(id)", caption: voice.text("study.table", "\(tableCount)", caption), heads: heads, rows: rows,
                    widths: widths, notes: notes)))
    }

    /// Adds a figure under the next number, with its data.
    mutating func add(figure id: String, caption: String, description: String, drawing: Drawing, data: Table) {
        figureCount += 1
        var table = data
        table.id = "data-\(id)"
        table.caption = voice.text("study.figure-data", "\(figureCount)")
        add(
            .figure(
                Figure(
                    id: "figure-\(id)", caption: voice.text("study.figure", "\(figureCount)", caption), description: description,
                    drawing: drawing, data: table)))
    }

    /// The share of spam of some keys: as it was given, or as its parts give it.
    func share(_ keys: [StudyKey: String], in period: StudyPeriod, method: CountMethod? = nil) -> StudyValue? {
        data.share(keys, in: period, method: method)
    }

    /// What names under a table were looked up in; empty where nothing was.
    func datasetNotes(_ figures: [StudyFigure]) -> [String] {
        let used = Set(figures.compactMap(\.dataset))
        return data.datasets.filter { used.contains($0.id) }.map {
            "\(voice.column("dataset")): \(voice.text("study.s.dated", $0.name, $0.date))"
        }
    }
}

extension StudyData {
    /// The share of spam of some keys: as it was given, or as its parts give it.
    func share(_ keys: [StudyKey: String], in period: StudyPeriod, method: CountMethod? = nil) -> StudyValue? {
        func fits(_ figure: StudyFigure, _ indicator: StudyIndicator) -> Bool {
            figure.indicator == indicator && figure.period == period && figure.keys == keys && (method == nil || figure.method == method)
        }
        if let given = figures.first(where: { fits($0, .spamShare) }) { return given.value }
        guard let spam = figures.first(where: { fits($0, .spam) }) else { return nil }
        guard let whole = figures.first(where: { fits($0, .messages) && $0.method == spam.method }) else { return nil }
        if spam.value == .suppressed || whole.value == .suppressed { return .suppressed }
        guard let part = spam.value.mid, let all = whole.value.mid, all > 0 else { return .missing }
        guard let range = spam.value.range else { return .exact(part / all) }
        return .range(low: range.lowerBound / all, mid: part / all, high: range.upperBound / all)
    }
}
