internal import Messages
internal import Settings
internal import Yams

extension Ledger {
    /// Reads a ledger: YAML in UTF-8. Everything wrong is collected, with its line.
    ///
    /// Of values with several versions those are taken that hold on a day, unless said the one the ledger names, else the last of its price
    /// year. Values of a scenario, where one is asked for, take the place of the usual ones.
    public static func read(
        _ text: String, path: String, asOf day: CalendarDate? = nil, scenario: String? = nil
    ) throws(LedgerError) -> Ledger {
        var reader = LedgerReader(path: path)
        let ledger = reader.read(text, asOf: day, scenario: scenario)
        guard reader.problems.isEmpty, let ledger else {
            throw LedgerError(reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return ledger
    }
}

/// Reads a ledger, and collects everything wrong on the way.
struct LedgerReader {
    private(set) var problems: [LedgerProblem] = []
    private let path: String
    var ledger = Ledger(title: "", country: "", currency: "", priceYear: 0)

    /// One line of a mapping.
    typealias Line = (name: String, key: Node, value: Node)

    init(path: String) {
        self.path = path
    }

    private static let sections = ["ledger", "price-index", "parameters", "scenarios", "facilities", "spending"]

    mutating func read(_ text: String, asOf day: CalendarDate?, scenario: String?) -> Ledger? {
        guard text.utf8.count <= LedgerLimits.fileBytes else {
            report(line: 1, "the file is larger than \(LedgerLimits.fileBytes >> 20) MiB; a ledger is a few hundred lines")
            return nil
        }
        guard LedgerReader.aliases(in: text) <= LedgerLimits.aliases else {
            report(line: 1, "there are more than \(LedgerLimits.aliases) aliases of YAML ('*name'); write the values out")
            return nil
        }
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            complain(of: error)
            return nil
        }
        guard case .mapping(let sections)? = root else {
            report(line: 1, "the file has to hold the sections \(LedgerReader.sections.joined(separator: ", "))")
            return nil
        }
        // What the others refer to comes first, wherever in the file it stands.
        let lines = lines(of: sections)
        guard readHead(lines.first { $0.name == "ledger" }, asOf: day) else { return nil }
        if let line = lines.first(where: { $0.name == "price-index" }) { readPriceIndex(line.value) }
        for line in lines {
            switch line.name {
            case "ledger", "price-index", "scenarios": break
            case "parameters": ledger.entries.merge(readParameters(line.value)) { $1 }
            case "facilities": readFacilities(line.value)
            case "spending": readSpending(line.value)
            default: reportUnknown(line.key, among: LedgerReader.sections, what: "section")
            }
        }
        readScenarios(lines.first { $0.name == "scenarios" }?.value, chosen: scenario)
        return ledger
    }

    /// About how many aliases a text has, before anything is read of it: words that begin with an asterisk.
    private static func aliases(in text: String) -> Int {
        var count = 0
        var (before, previous) = (UInt8(ascii: " "), UInt8(ascii: " "))
        for byte in text.utf8 {
            // A white space, `,`, `[` or `{` in front.
            if previous == UInt8(ascii: "*"), byte > 0x20, before <= 0x20 || [0x2C, 0x5B, 0x7B].contains(before) { count += 1 }
            (before, previous) = (previous, byte)
        }
        return count
    }

    // MARK: What the ledger is of

    private static let headKeys = ["title", "country", "currency", "price-year", "as-of", "example"]
    private static let neededHeadKeys = ["title", "country", "currency", "price-year"]

    private mutating func readHead(_ section: Line?, asOf day: CalendarDate?) -> Bool {
        guard let section, case .mapping(let mapping) = section.value else {
            report(line: 1, "there is no section 'ledger': title, country, currency and price-year")
            return false
        }
        let before = problems.count
        let head = lines(of: mapping)
        for (name, key, value) in head {
            switch name {
            case "title": ledger.title = self.text(value, "the title") ?? ""
            case "country": ledger.country = code(value, letters: 2, "the country is two capital letters (ISO 3166-1)") ?? ""
            case "currency": ledger.currency = code(value, letters: 3, "the currency is three capital letters (ISO 4217)") ?? ""
            case "price-year": ledger.priceYear = year(value) ?? 0
            case "as-of": ledger.asOf = self.day(value, entry: nil)
            case "example": ledger.isExample = flag(value) ?? false
            default: reportUnknown(key, among: LedgerReader.headKeys, what: "line of the section 'ledger'")
            }
        }
        for name in LedgerReader.neededHeadKeys where !head.contains(where: { $0.name == name }) {
            report(section.key, "the section 'ledger' does not say '\(name)'")
        }
        ledger.asOf = day ?? ledger.asOf ?? CalendarDate(year: ledger.priceYear, month: 12, day: 31)
        return problems.count == before
    }

    private mutating func readPriceIndex(_ node: Node) {
        guard case .mapping(let mapping) = node, mapping.contains(where: { $0.key.scalar?.string == "source" }) else {
            return report(node, "the price index is a 'source' and years, each with the level of prices: '2024: 91.5'")
        }
        for (name, key, value) in lines(of: mapping) {
            if name == "source" {
                _ = text(value, "the source")
            } else if let year = year(key), let level = number(value, .positive, entry: nil) {
                if ledger.priceIndex[year] != nil { report(key, "\(year) stands twice in the price index") }
                ledger.priceIndex[year] = level
            }
        }
    }

    // MARK: Lines

    /// The lines of a mapping. YAML takes `2024` and `"2024"` for two names; a name that stands twice is a mistake here all the same.
    mutating func lines(of mapping: Node.Mapping, entry: String? = nil) -> [Line] {
        var names: Set<String> = []
        var lines: [Line] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                report(key, entry: entry, "the name of a line is one word")
                continue
            }
            guard names.insert(name).inserted else {
                report(key, entry: entry, "written twice: \(LedgerReader.short(name))")
                continue
            }
            lines.append((name, key, value))
        }
        return lines
    }

    // MARK: Values

    mutating func text(_ node: Node, _ what: String, entry: String? = nil) -> String? {
        guard let text = node.scalar?.string, text.contains(where: { !$0.isWhitespace }), text.utf8.count <= LedgerLimits.textBytes else {
            report(node, entry: entry, "\(what) is a text of 1 to \(LedgerLimits.textBytes) bytes")
            return nil
        }
        return text
    }

    mutating func code(_ node: Node, letters: Int, _ message: String, entry: String? = nil) -> String? {
        guard let code = node.scalar?.string, code.utf8.count == letters, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            report(node, entry: entry, message)
            return nil
        }
        return code
    }

    mutating func year(_ node: Node, entry: String? = nil) -> Int? {
        guard let text = node.scalar?.string, text.utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(text),
            LedgerLimits.years.contains(year)
        else {
            report(node, entry: entry, "a year is a number from \(LedgerLimits.years.lowerBound) to \(LedgerLimits.years.upperBound)")
            return nil
        }
        return year
    }

    mutating func day(_ node: Node, entry: String?) -> CalendarDate? {
        guard let day = node.scalar.flatMap({ CalendarDate($0.string) }) else {
            report(node, entry: entry, "a day is written like 2026-11-22")
            return nil
        }
        return day
    }

    private mutating func flag(_ node: Node) -> Bool? {
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            report(node, "'example' is true or false")
            return nil
        }
    }

    mutating func number(_ node: Node, _ bounds: ParameterBounds, entry: String?) -> Double? {
        guard let text = node.scalar?.string, let value = LedgerReader.decimal(text), bounds.contains(value) else {
            report(node, entry: entry, "'\(LedgerReader.short(node.scalar?.string ?? ""))' is not \(bounds.words)")
            return nil
        }
        // Zero has no sign.
        return value + 0
    }

    /// Digits with a point, a sign and a power of ten; no words such as "nan", no hexadecimal.
    private static func decimal(_ text: String) -> Double? {
        guard text.utf8.count <= 40,
            text.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) })
        else { return nil }
        return Double(text)
    }

    static func short(_ text: String) -> String { text.utf8.count <= 60 ? text : String(text.prefix(60)) + "…" }

    mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: Node, _ what: String, entry: String?) -> Value?
    where Value.RawValue == String {
        let word = node.scalar?.string ?? ""
        if let value = Value(rawValue: word) { return value }
        let words = Value.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: word, in: words).map { "; did you mean '\($0)'?" } ?? ""
        report(node, entry: entry, "\(what) is one of \(words.joined(separator: ", ")), not '\(LedgerReader.short(word))'\(nearest)")
        return nil
    }

    // MARK: Problems

    mutating func report(line: Int, column: Int = 1, entry: String? = nil, _ message: String) {
        guard problems.count < LedgerLimits.problems else { return }
        problems.append(LedgerProblem(path: path, line: line, column: column, entry: entry, message: message))
    }

    mutating func report(_ node: Node, entry: String? = nil, _ message: String) {
        report(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, entry: entry, message)
    }

    mutating func reportUnknown(_ key: Node, among known: [String], what: String, entry: String? = nil) {
        // What nobody is told need not be worked out.
        guard problems.count < LedgerLimits.problems else { return }
        let name = key.scalar?.string ?? ""
        let nearest = Spelling.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
        let advice = nearest ?? (known.count > 20 ? "see docs/cost.md for all" : "there are \(known.joined(separator: ", "))")
        report(key, entry: entry, "there is no \(what) '\(LedgerReader.short(name))'; \(advice)")
    }

    private mutating func complain(of error: any Error) {
        guard let error = error as? YamlError else { return report(line: 1, "not readable as YAML") }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            report(
                line: mark.line, column: mark.column,
                "not YAML here: \(problem); look for a missing colon, quote or space before this place")
        case .duplicatedKeysInMapping(let duplicates, let context):
            report(line: context.mark.line, column: context.mark.column, "written twice: \(duplicates.joined(separator: ", "))")
        case .reader(let problem, _, _, _): report(line: 1, "not YAML: \(problem)")
        default: report(line: 1, "not readable as YAML")
        }
    }
}
