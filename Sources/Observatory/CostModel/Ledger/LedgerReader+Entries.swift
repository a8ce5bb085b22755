internal import Yams

// Parameters, each with its value, and what makes any value worth something.
extension LedgerReader {
    /// What is told of a value beside it.
    static let originKeys = ["unit", "year", "country", "source", "method", "grade", "comment"]
    private static let entryKeys = ["value"] + originKeys + ["version", "valid-from", "valid-to", "supersedes"]

    /// What has been read of an entry beside its value.
    struct Draft {
        var unit: String?
        var year: Int?
        var country: String?
        var source: String?
        var method: EstimationMethod?
        var grade: EvidenceGrade?
        var comment: String?
        var version = EntryVersion()
    }

    // MARK: Parameters

    /// Reads parameters, of each the version that holds on the ledger's day.
    mutating func readParameters(_ node: Node) -> [Parameter: LedgerEntry] {
        guard case .mapping(let mapping) = node else {
            report(node, "the parameters are 'name: {value: ..., unit: ..., ...}' each")
            return [:]
        }
        var entries: [Parameter: LedgerEntry] = [:]
        for (name, key, value) in lines(of: mapping) {
            guard let parameter = Parameter(id: name) else {
                reportUnknown(key, among: ParameterDefinition.all.map(\.id), what: "parameter")
                continue
            }
            switch value {
            case .mapping(let mapping):
                if let entry = readEntry(mapping, parameter.definition, at: key) {
                    entries[parameter] = choose(among: [entry], of: parameter, at: key)
                }
            case .sequence(let list): entries[parameter] = readVersions(list, of: parameter, at: key)
            case .scalar, .alias:
                report(value, entry: parameter.id, "write it as {value: ..., unit: ..., source: ..., method: ..., grade: ...}")
            }
        }
        return entries
    }

    mutating func readEntry(_ mapping: Node.Mapping, _ definition: ParameterDefinition, at key: Node) -> LedgerEntry? {
        let before = problems.count
        var draft = Draft()
        var range: ParameterRange?
        let lines = lines(of: mapping, entry: definition.id)
        for (name, key, value) in lines {
            if name == "value" {
                range = readRange(value, definition.bounds, entry: definition.id)
            } else if !read(name, value, into: &draft, entry: definition.id),
                !readVersion(name, value, into: &draft.version, entry: definition.id)
            {
                reportUnknown(key, among: LedgerReader.entryKeys, what: "line of a parameter", entry: definition.id)
            }
        }
        if let range, range.isOpen, definition.isRate {
            report(key, entry: definition.id, "it is one number: a rate of conversion is looked up, not estimated")
        }
        let hasValue = lines.contains { $0.name == "value" }
        if draft.method == .notAvailable {
            if hasValue { report(key, entry: definition.id, "it has a value and is 'not-available'; take one of them out") }
            if draft.source == nil { report(key, entry: definition.id, "there is no 'source': who was asked for it") }
        } else {
            if !hasValue { report(key, entry: definition.id, "there is no 'value'; where it cannot be had, write 'method: not-available'") }
            complain(about: draft, unit: definition.unit(in: ledger.currency), isPrice: definition.isPrice, at: key, entry: definition.id)
        }
        guard problems.count == before else { return nil }
        return entry(draft, range: range, isPrice: definition.isPrice, at: key)
    }

    /// Reads `5`, or `{low: 4, mid: 5, high: 8}`.
    mutating func readRange(_ node: Node, _ bounds: ParameterBounds, entry: String) -> ParameterRange? {
        guard case .mapping(let mapping) = node else {
            return number(node, bounds, entry: entry).map { ParameterRange($0) }
        }
        var values: [String: Double] = [:]
        for (name, key, value) in lines(of: mapping, entry: entry) {
            guard ["low", "mid", "high"].contains(name) else {
                reportUnknown(key, among: ["low", "mid", "high"], what: "part of a range", entry: entry)
                return nil
            }
            guard let number = number(value, bounds, entry: entry) else { return nil }
            values[name] = number
        }
        guard let low = values["low"], let mid = values["mid"], let high = values["high"], low <= mid, mid <= high else {
            report(node, entry: entry, "a range has 'low', 'mid' and 'high', in this order")
            return nil
        }
        return ParameterRange(low: low, mid: mid, high: high)
    }

    // MARK: What makes a value worth something

    /// Reads a line that parameters and facilities have in common; false where it is another.
    mutating func read(_ name: String, _ value: Node, into draft: inout Draft, entry: String) -> Bool {
        switch name {
        case "unit": draft.unit = text(value, "the unit", entry: entry)
        case "year": draft.year = year(value, entry: entry)
        case "country": draft.country = code(value, letters: 2, "the country is two capital letters (ISO 3166-1)", entry: entry)
        case "source": draft.source = text(value, "the source", entry: entry)
        case "method": draft.method = choice(value, "the method", entry: entry)
        case "grade": draft.grade = choice(value, "the grade of evidence", entry: entry)
        case "comment": draft.comment = text(value, "the comment", entry: entry)
        default: return false
        }
        return true
    }

    /// Complains about what a value lacks. What was written wrongly has its problem already, so nothing is said twice.
    mutating func complain(about draft: Draft, unit: String, isPrice: Bool, at node: Node, entry: String) {
        let line = node.mark?.line ?? 1
        if problems.contains(where: { $0.entry == entry && $0.line >= line }) { return }
        if let written = draft.unit, written != unit {
            report(node, entry: entry, "the unit is '\(unit)', not '\(written)'; convert the value")
        }
        if draft.unit == nil { report(node, entry: entry, "there is no 'unit'; it is '\(unit)'") }
        if draft.source == nil {
            report(node, entry: entry, "there is no 'source': \(isPrice ? "a price without a source is not taken" : "who says so")")
        }
        if draft.method == nil { report(node, entry: entry, "there is no 'method': \(LedgerReader.words(EstimationMethod.self))") }
        if draft.method == .notAvailable { report(node, entry: entry, "what is 'not-available' has no amount; take the line out") }
        if draft.grade == nil { report(node, entry: entry, "there is no 'grade': A measured, B survey, C literature, D assumption") }
        guard isPrice else { return }
        guard let year = draft.year else { return report(node, entry: entry, "there is no 'year': a price is of a year") }
        if ledger.priceFactor(from: year) == nil {
            report(
                node, entry: entry,
                "a price of \(year) in an estimate of \(ledger.priceYear) needs 'price-index' with both years, or a price of \(ledger.priceYear)"
            )
        }
    }

    private static func words<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String where Value.RawValue == String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }

    func entry(_ draft: Draft, range: ParameterRange?, isPrice: Bool, at node: Node) -> LedgerEntry? {
        guard let source = draft.source, let method = draft.method else { return nil }
        let factor = isPrice ? ledger.priceFactor(from: draft.year) ?? 1 : 1
        var entry = LedgerEntry(
            range: range?.scaled(by: factor), priceYear: isPrice ? draft.year : nil, country: draft.country ?? ledger.country,
            source: source, method: method, grade: draft.grade, origin: .entered(line: node.mark?.line ?? 1))
        entry.version = draft.version
        entry.comment = draft.comment
        return entry
    }
}
