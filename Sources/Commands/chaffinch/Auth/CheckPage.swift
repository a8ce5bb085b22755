internal import Authentication
internal import Localization
internal import MIME
internal import Messages

/// What came of a mail's checks, as a tree that a person can read.
struct CheckPage {
    let run: CheckRun

    private var voice: CheckRun.Voice { run.voice }
    private var terminal: Terminal { voice.terminal }

    /// Everything: who sent it, each result, what is proved and what is not.
    var lines: [String] {
        head + [""] + run.sections.flatMap(lines) + written + conclusion + hints
    }

    /// The results alone, for a command that asks one mechanism.
    var results: [String] { run.sections.flatMap(lines) + hints }

    private var head: [String] {
        let client = run.outcome.client
        let path = client.returnPath.map { $0.isEmpty ? voice.text("auth.label.bounce") : $0 }
        return [
            row("auth.label.client", client.address?.description), row("auth.label.helo", client.helo), row("auth.label.return-path", path),
            row("auth.label.author", run.authors.isEmpty ? nil : run.authors.joined(separator: ", ")),
        ]
    }

    private func row(_ label: String, _ value: String?) -> String {
        terminal.styled(Terminal.fitted(voice.text(label), to: 20), .dim) + Terminal.safe(value ?? voice.text("auth.label.unknown"))
    }

    private func lines(_ section: CheckSection) -> [String] {
        let explanation = section.explanation
        let sign = CheckPage.sign(explanation.mark)
        let title = Terminal.fitted(section.title, to: 11) + Terminal.fitted(explanation.result, to: 10)
        var lines = [terminal.styled(sign.text + " " + title, sign.style) + terminal.styled(Terminal.safe(explanation.subject), .bold)]
        lines += wrapped(voice.shown(explanation.reason), head: "  ")
        var branches: [Branch] = explanation.further.map { Branch(depth: 0, text: voice.shown($0)) }
        branches += explanation.steps.map { Branch(depth: $0.depth, text: voice.shown($0.statement)) }
        return lines + tree(branches) + [""]
    }

    private static func sign(_ mark: Explanation.Mark) -> (text: String, style: Terminal.Style) {
        switch mark {
        case .proved: ("✓", .green)
        case .denied: ("✗", .red)
        case .open: ("○", .dim)
        case .unknown: ("?", .yellow)
        }
    }

    private struct Branch {
        var depth: Int
        var text: String
    }

    /// The branches with lines that show which stands below which.
    private func tree(_ branches: [Branch]) -> [String] {
        branches.indices.flatMap { index in
            let branch = branches[index]
            var stem = "  "
            for depth in 0..<branch.depth { stem += CheckPage.goesOn(branches, after: index, at: depth) ? "│  " : "   " }
            let goesOn = CheckPage.goesOn(branches, after: index, at: branch.depth)
            let wrapped = self.wrapped(branch.text, head: stem + (goesOn ? "├─ " : "└─ "), rest: stem + (goesOn ? "│  " : "   "))
            return wrapped.map { terminal.styled($0, .dim) }
        }
    }

    /// Whether a further branch of this depth follows before one that stands higher.
    private static func goesOn(_ branches: [Branch], after index: Int, at depth: Int) -> Bool {
        branches[(index + 1)...].first { $0.depth <= depth }?.depth == depth
    }

    /// A text that is safe to print, in lines as wide as the terminal.
    private func wrapped(_ text: String, head: String, rest: String? = nil) -> [String] {
        let lines = Terminal.wrapped(text, to: max(30, terminal.columns - Terminal.width(of: head)))
        return lines.enumerated().map { ($0.offset == 0 ? head : rest ?? head) + $0.element }
    }

    private var written: [String] {
        guard !run.outcome.written.isEmpty else { return [] }
        let lines = run.outcome.written.flatMap { written in
            let results = written.results.results.map { "\($0.method)=\($0.result)" }.joined(separator: ", ")
            let key = written.isForged ? "auth.written.forged" : written.isOurs ? "auth.written.ours" : "auth.written.foreign"
            return wrapped(voice.shown(Statement(key, written.results.server, results)), head: "  • ", rest: "    ")
        }
        return [terminal.styled(voice.text("auth.label.written"), .bold)] + lines + [""]
    }

    private var conclusion: [String] {
        func list(_ heading: String, _ statements: [Statement]) -> [String] {
            [terminal.styled(voice.text(heading), .bold)] + statements.flatMap { wrapped(voice.shown($0), head: "  • ", rest: "    ") }
        }
        return list("auth.proof.heading", run.outcome.proved) + list("auth.proof.heading-not", run.outcome.notProved)
    }

    private var hints: [String] {
        run.hints.flatMap { [""] + wrapped(voice.text($0), head: "") }
    }
}
