internal import AddressOrigins
internal import JSON
internal import Localization
internal import TrafficImport

/// Says what came of an import.
struct ImportPage {
    let language: Language
    let isJSON: Bool
    private let catalogue = Catalogue(ImportSentences.all)

    init(language: Language, isJSON: Bool) {
        self.language = language
        self.isJSON = isJSON
    }

    /// Says what came of a file.
    func show(_ summary: ImportSummary, path: String) {
        if isJSON {
            StandardStreams.printObject { write(summary, path, into: &$0) }
            return
        }
        let name = Terminal.safe(path)
        if summary.bytes == 0, summary.start > 0 || summary.knownParts > 0 {
            say("import.known", [name])
        } else {
            say("import.file", [name, summary.kind.rawValue, "\(summary.messages)", "\(summary.lines)"])
        }
        if summary.knownParts > 0 { say("import.known-parts", ["\(summary.knownParts)"]) }
        if summary.open > 0 { say("import.open", ["\(summary.open)"]) }
        if summary.unfinished > 0 { say("import.unfinished", ["\(summary.unfinished)"]) }
        for dataset in summary.origins { say("import.origins", [Terminal.safe("\(dataset)")]) }
        for (code, count) in summary.defectCounts.sorted(by: { $0.key < $1.key }) {
            say("import.left-out", [text("import.defect." + code), "\(count)"])
        }
        for defect in summary.defects {
            let what = text("import.defect." + defect.code) + (defect.column.map { " (\(Terminal.safe($0)))" } ?? "")
            StandardStreams.printLine("  \(name):\(defect.line): \(what)")
        }
    }

    /// Says that networks and countries stay unknown.
    func noteMissingOrigins() {
        if !isJSON { say("import.no-origins", []) }
    }

    private func write(_ summary: ImportSummary, _ path: String, into object: inout JSONText) {
        object.member("path", path)
        object.member("kind", summary.kind.rawValue)
        object.member("dataset", summary.dataset)
        object.member("messages", summary.messages)
        object.member("observations", summary.observations)
        object.member("lines", summary.lines)
        object.member("start", summary.start)
        object.member("bytes", summary.bytes)
        object.member("knownParts", summary.knownParts)
        object.member("open", summary.open)
        object.member("unfinished", summary.unfinished)
        object.member("foreign", summary.foreign)
        object.member("origins", summary.origins.map(\.description))
        object.key("leftOut")
        object.object { counts in
            for (code, count) in summary.defectCounts.sorted(by: { $0.key < $1.key }) { counts.member(code, count) }
        }
        object.key("defects")
        object.list { list in
            for defect in summary.defects {
                list.object { entry in
                    entry.member("line", defect.line)
                    entry.member("code", defect.code)
                    entry.member("column", defect.column)
                }
            }
        }
    }

    private func say(_ id: String, _ details: [String]) { StandardStreams.printLine(catalogue.text(id, in: language, details)) }

    private func text(_ id: String) -> String { catalogue.text(id, in: language) }
}
