internal import Messages
internal import Yams

// Parameters and facilities: each with its value, and with what makes a value worth something.
extension LedgerReader {
    private static let entryKeys = ["value", "unit", "year", "country", "source", "method", "grade"]
    private static let facilityKeys = ["class", "means", "required", "installed", "unit", "year", "country", "source", "method", "grade"]

    /// What has been read of an entry beside its value.
    private struct Draft {
        var unit: String?
        var year: Int?
        var country: String?
        var source: String?
        var method: EstimationMethod?
        var grade: EvidenceGrade?
    }

    // MARK: Parameters

    mutating func readParameters(_ node: Node) {
        guard case .mapping(let lines) = node else { return report(node, "the parameters are 'name: {value: ..., unit: ..., ...}' each") }
        for (key, value) in lines {
            guard let parameter = key.scalar.flatMap({ Parameter(id: $0.string) }) else {
                reportUnknown(key, among: ParameterDefinition.all.map(\.id), what: "parameter")
                continue
            }
            guard case .mapping(let mapping) = value else {
                report(value, entry: parameter.id, "write it as {value: ..., unit: ..., source: ..., method: ..., grade: ...}")
                continue
            }
            if let entry = readEntry(mapping, parameter.definition, at: key) { ledger.entries[parameter] = entry }
        }
    }

    private mutating func readEntry(_ mapping: Node.Mapping, _ definition: ParameterDefinition, at key: Node) -> LedgerEntry? {
        let before = problems.count
        var draft = Draft()
        var range: ParameterRange?
        for (name, value) in mapping {
            if name.scalar?.string == "value" {
                range = readRange(value, definition.bounds, entry: definition.id)
            } else if !read(name, value, into: &draft, entry: definition.id) {
                reportUnknown(name, among: LedgerReader.entryKeys, what: "line of a parameter", entry: definition.id)
            }
        }
        let hasValue = mapping.contains { $0.key.scalar?.string == "value" }
        if draft.method == .notAvailable {
            if hasValue { report(key, entry: definition.id, "it has a value and is 'not-available'; take one of them out") }
            if draft.source == nil { report(key, entry: definition.id, "there is no 'source': who was asked for it") }
        } else {
            if !hasValue { report(key, entry: definition.id, "there is no 'value'; where it cannot be had, write 'method: not-available'") }
            complain(about: draft, unit: definition.unit(in: ledger.currency), isPrice: definition.isPrice, at: key, entry: definition.id)
        }
        guard problems.count == before else { return nil }
        return entry(draft, range: range, isPrice: definition.isPrice, at: key, name: definition.id)
    }

    /// Reads `5`, or `{low: 4, mid: 5, high: 8}`.
    private mutating func readRange(_ node: Node, _ bounds: ParameterBounds, entry: String) -> ParameterRange? {
        guard case .mapping(let lines) = node else {
            return number(node, bounds, entry: entry).map { ParameterRange($0) }
        }
        var values: [String: Double] = [:]
        for (key, value) in lines {
            guard let name = key.scalar?.string, ["low", "mid", "high"].contains(name) else {
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

    // MARK: Facilities

    mutating func readFacilities(_ node: Node) {
        guard case .sequence(let list) = node else { return report(node, "the facilities are a list: each begins with a hyphen") }
        var seen: Set<String> = []
        for item in list {
            guard ledger.facilities.count < LedgerLimits.facilities else {
                return report(item, "there are more than \(LedgerLimits.facilities) facilities")
            }
            guard case .mapping(let mapping) = item else {
                report(item, "a facility is a list of 'name: value' lines")
                continue
            }
            guard let facility = readFacility(mapping, at: item) else { continue }
            if seen.insert(facility.id).inserted {
                ledger.facilities.append(facility)
            } else {
                report(item, entry: facility.id, "the class and means stand above already; add the amounts up")
            }
        }
    }

    private mutating func readFacility(_ mapping: Node.Mapping, at item: Node) -> Facility? {
        let before = problems.count
        var draft = Draft()
        var (layer, means): (Layer?, Facility.Means?)
        var (required, installed): (Facility.Requirement?, ParameterRange?)
        let name = "facility"
        for (key, value) in mapping {
            switch key.scalar?.string {
            case "class": layer = choice(value, "the class", entry: name)
            case "means": means = choice(value, "the means", entry: name)
            case "required":
                required =
                    value.scalar?.string == "computed" ? .computed : readRange(value, .amount, entry: name).map { .entered($0) }
            case "installed": installed = readRange(value, .amount, entry: name)
            default:
                if !read(key, value, into: &draft, entry: name) {
                    reportUnknown(key, among: LedgerReader.facilityKeys, what: "line of a facility", entry: name)
                }
            }
        }
        for key in ["class", "means", "required", "installed"] where !mapping.contains(where: { $0.key.scalar?.string == key }) {
            report(item, entry: name, "there is no '\(key)'")
        }
        if required == .computed, layer != .filtering || means != .technical {
            report(item, entry: name, "only 'class: filtering' with 'means: technical' can be computed; enter what is needed")
        }
        complain(about: draft, unit: ledger.currency, isPrice: true, at: item, entry: name)
        guard problems.count == before, let layer, let means, let required, let installed,
            let entry = entry(draft, range: installed, isPrice: true, at: item, name: name), let kept = entry.range
        else { return nil }
        return Facility(
            layer: layer, means: means, required: inPricesOfLedger(required, of: draft.year), installed: kept, entry: entry)
    }

    private func inPricesOfLedger(_ requirement: Facility.Requirement, of year: Int?) -> Facility.Requirement {
        guard case .entered(let range) = requirement, let factor = priceFactor(from: year) else { return requirement }
        return .entered(range.scaled(by: factor))
    }

    // MARK: What makes a value worth something

    /// Reads a line that parameters and facilities have in common; false where it is another.
    private mutating func read(_ key: Node, _ value: Node, into draft: inout Draft, entry: String) -> Bool {
        switch key.scalar?.string {
        case "unit": draft.unit = text(value, "the unit", entry: entry)
        case "year": draft.year = year(value, entry: entry)
        case "country": draft.country = code(value, letters: 2, "the country is two capital letters (ISO 3166-1)", entry: entry)
        case "source": draft.source = text(value, "the source", entry: entry)
        case "method": draft.method = choice(value, "the method", entry: entry)
        case "grade": draft.grade = choice(value, "the grade of evidence", entry: entry)
        default: return false
        }
        return true
    }

    /// Complains about what a value lacks. What was written wrongly has its problem already, so nothing is said twice.
    private mutating func complain(about draft: Draft, unit: String, isPrice: Bool, at node: Node, entry: String) {
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
        if draft.grade == nil { report(node, entry: entry, "there is no 'grade': A measured, B survey, C literature, D assumption") }
        guard isPrice else { return }
        guard let year = draft.year else { return report(node, entry: entry, "there is no 'year': a price is of a year") }
        if priceFactor(from: year) == nil {
            report(
                node, entry: entry,
                "a price of \(year) in an estimate of \(ledger.priceYear) needs 'price-index' with both years, or a price of \(ledger.priceYear)"
            )
        }
    }

    private static func words<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String where Value.RawValue == String {
        type.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private func entry(_ draft: Draft, range: ParameterRange?, isPrice: Bool, at node: Node, name: String) -> LedgerEntry? {
        guard let source = draft.source, let method = draft.method else { return nil }
        let factor = isPrice ? priceFactor(from: draft.year) ?? 1 : 1
        return LedgerEntry(
            range: range?.scaled(by: factor), priceYear: isPrice ? draft.year : nil, country: draft.country ?? ledger.country,
            source: source, method: method, grade: draft.grade, origin: .entered(line: node.mark?.line ?? 1))
    }

    /// What a price of a year is multiplied with to be one of the ledger's year (consumer prices); nothing where the index lacks a year.
    private func priceFactor(from year: Int?) -> Double? {
        guard let year, year != ledger.priceYear else { return 1 }
        guard let then = priceIndex[year], let now = priceIndex[ledger.priceYear] else { return nil }
        return now / then
    }
}
