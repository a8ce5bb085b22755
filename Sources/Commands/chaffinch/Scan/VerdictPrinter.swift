internal import Filter
internal import Localization
internal import Messages

/// Prints verdicts as a table for people or as JSON lines for programs.
struct VerdictPrinter {
    private let table: VerdictTable
    private let json: VerdictJSON?
    private let showsSpamOnly: Bool
    private let prepared: Preparation

    init(prepared: Preparation, isJSON: Bool, reasons: Int, showsSpamOnly: Bool) {
        self.prepared = prepared
        self.showsSpamOnly = showsSpamOnly
        json = isJSON ? VerdictJSON(catalogue: prepared.catalogue, language: prepared.language, judge: prepared.setup.judge) : nil
        table = VerdictTable(
            catalogue: prepared.catalogue, language: prepared.language, terminal: prepared.terminal, reasons: max(0, reasons))
    }

    func begin() {
        if json == nil { StandardStreams.printLine(table.head()) }
    }

    func print(_ judged: JudgedMessage) {
        if showsSpamOnly, judged.decision.disposition == .accept { return }
        if let json {
            StandardStreams.printLine(json.line(judged))
        } else {
            StandardStreams.printLine(table.lines(judged).joined(separator: "\n"))
        }
    }

    func end(_ tally: Tally) {
        guard json == nil, tally.messages > 1 else { return }
        StandardStreams.printLine("")
        for line in tally.lines(catalogue: prepared.catalogue, language: prepared.language) { StandardStreams.printLine(line) }
    }
}
