internal import Authentication
internal import JSON
internal import Localization
internal import Resolving

/// What was found of a domain's records, for people, for programs and for a zone file.
struct LintPage {
    let catalogue: Catalogue
    let language: Language
    let terminal: Terminal

    /// For people: mechanism by mechanism, the worst first. Lines for a zone file begin at the edge and are not broken, so that they can be
    /// copied.
    func lines(of domain: DomainName, _ findings: [LintFinding]) -> [String] {
        let serious = findings.count(where: \.severity.isSerious)
        let head = catalogue.text(
            serious > 0 ? "auth.lint.problems" : "auth.lint.none", in: language, [String(serious)], isolation: isolation)
        var lines = [terminal.styled(Terminal.safe(domain.description), .bold) + " — " + head]
        for mechanism in order(findings) {
            lines += ["", terminal.styled(catalogue.text("lint.of." + mechanism.rawValue, in: language), .bold)]
            lines += self.lines(findings.filter { $0.mechanism == mechanism })
        }
        return lines + [""]
    }

    /// The mechanisms of which something is said: the domain as a whole, then those with the worst findings first.
    private func order(_ findings: [LintFinding]) -> [LintFinding.Mechanism] {
        let worst = Dictionary(findings.map { ($0.mechanism, $0.severity) }) { min($0, $1) }
        let met = LintFinding.Mechanism.allCases.compactMap { mechanism in worst[mechanism].map { (mechanism, $0) } }
        let sorted = met.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
        return sorted.filter { $0 == .domain } + sorted.filter { $0 != .domain }
    }

    private func lines(_ findings: [LintFinding]) -> [String] {
        LintPage.repairs(of: findings).flatMap { repair in repair.findings.flatMap(sentence) + lines(repair) }
    }

    /// Findings that one repair settles, and the repair.
    private struct Repair {
        var findings: [LintFinding]
        var records: [String]
        var lines: [String]

        /// Whether it changes something that another changes.
        func touches(_ other: Repair) -> Bool {
            !Set(records + lines).isDisjoint(with: other.records + other.lines)
        }

        mutating func take(_ other: Repair) {
            findings += other.findings
            records += other.records.filter { !records.contains($0) }
            lines += other.lines.filter { !lines.contains($0) }
        }
    }

    /// The findings by what settles them, so that no line is printed twice.
    private static func repairs(of findings: [LintFinding]) -> [Repair] {
        var repairs: [Repair] = []
        for finding in findings {
            var new = Repair(findings: [finding], records: finding.records, lines: finding.lines)
            guard let first = repairs.firstIndex(where: { $0.touches(new) }) else {
                repairs.append(new)
                continue
            }
            // It may join what stood apart.
            repairs[first].take(new)
            new = repairs[first]
            for index in repairs.indices.reversed() where index > first && repairs[index].touches(new) {
                repairs[first].take(repairs[index])
                repairs.remove(at: index)
            }
        }
        return repairs
    }

    private func sentence(_ finding: LintFinding) -> [String] {
        let (mark, style) = LintPage.mark(finding.severity)
        let word = catalogue.text("lint.severity." + finding.severity.rawValue, in: language)
        let text = catalogue.text(finding.statement.printable, in: language, isolation: isolation)
        let head = mark + " " + catalogue.text("auth.lint.head", in: language, [word], isolation: .never)
        let wrapped = Terminal.wrapped(head + (head.hasSuffix("：") ? "" : " ") + text, to: max(30, terminal.columns - 2))
        let first = wrapped[0].hasPrefix(head) ? terminal.styled(head, style) + wrapped[0].dropFirst(head.count) : wrapped[0]
        return ["  " + first] + wrapped.dropFirst().map { "    " + $0 }
    }

    private func lines(_ repair: Repair) -> [String] {
        guard !repair.records.isEmpty || !repair.lines.isEmpty else { return [] }
        let label = repair.lines.isEmpty ? "auth.lint.remove" : repair.records.isEmpty ? "auth.lint.publish" : "auth.lint.instead"
        let records = repair.records.map { terminal.styled("; " + Terminal.safe($0), .dim) }
        let lines = repair.lines.map { terminal.styled(Terminal.safe($0), .green) }
        return ["    " + terminal.styled(catalogue.text(label, in: language), .cyan)] + records + lines
    }

    private static func mark(_ severity: LintFinding.Severity) -> (String, Terminal.Style) {
        switch severity {
        case .broken, .dangerous, .missing: ("✗", .red)
        case .unknown: ("?", .yellow)
        case .advice: ("!", .yellow)
        case .note: ("·", .dim)
        case .fine: ("✓", .green)
        }
    }

    private var isolation: Isolation { terminal.isTerminal ? .whenMixed : .never }

    /// As a zone file: what is to go in comments, and what is to be there.
    func zoneLines(_ findings: [LintFinding]) -> [String] {
        var lines: [String] = []
        for finding in findings {
            for line in finding.records.map({ "; " + $0 }) + finding.lines where !lines.contains(line) { lines.append(line) }
        }
        return lines
    }

    /// For programs. A repair stands once, however many findings it settles.
    func json(of domain: DomainName, _ findings: [LintFinding]) -> String {
        let repairs = LintPage.repairs(of: findings).filter { !$0.records.isEmpty || !$0.lines.isEmpty }
        var places: [LintFinding: Int] = [:]
        for (index, repair) in repairs.enumerated() { for finding in repair.findings { places[finding] = index } }
        var json = JSONText()
        json.object { object in
            object.member("domain", domain.description)
            object.member("problems", findings.count(where: \.severity.isSerious))
            object.member("unanswered", findings.count { $0.severity == .unknown })
            object.key("findings")
            object.list { list in
                for finding in findings { list.object { write(finding, repair: places[finding], into: &$0) } }
            }
            object.key("repairs")
            object.list { list in
                for repair in repairs {
                    list.object { entry in
                        entry.member("records", repair.records)
                        entry.member("lines", repair.lines)
                    }
                }
            }
        }
        return json.text
    }

    private func write(_ finding: LintFinding, repair: Int?, into object: inout JSONText) {
        object.member("id", finding.id)
        object.member("mechanism", finding.mechanism.rawValue)
        object.member("severity", finding.severity.rawValue)
        object.member("name", finding.place.name.description)
        object.member("type", "\(finding.place.type)")
        object.member("text", catalogue.text(finding.statement, in: language, isolation: .never))
        object.member("details", finding.details)
        object.key("repair")
        if let repair { object.value(repair) } else { object.null() }
    }
}
