internal import JSON
internal import Messages

/// Why a record of a run cannot be read: where, what, and what to do.
public struct RunRecordError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the record (`parameters[3].value.low`), or the byte where it is no JSON.
    public var place: String
    /// What is wrong.
    public var message: String

    /// Where, and what is wrong.
    public var description: String { "\(place): \(message)" }
}

extension RunRecord {
    /// How large a record may be, in bytes: a ledger's bytes, each of them written as an escape.
    public static let mostBytes = 8 * LedgerLimits.fileBytes

    /// Reads a record.
    public init(json bytes: [UInt8]) throws(RunRecordError) {
        guard bytes.count <= RunRecord.mostBytes else {
            throw RunRecordError(place: "record", message: "it is larger than \(RunRecord.mostBytes >> 20) MiB")
        }
        let root: RecordPlace
        do {
            root = RecordPlace(path: "record", value: try JSONValue(bytes.span))
        } catch {
            throw RunRecordError(place: "byte \(error.offset)", message: "\(error.code.rawValue); take the file that --record wrote")
        }
        guard try root.member("record").text() == RunRecord.kind, try root.member("form").whole(1...999) == RunRecord.form else {
            throw RunRecordError(place: "record", message: "this is no record of a run, or one of a newer Chaffinch")
        }
        let seedPlace = try root.member("seed")
        guard let seed = UInt64(try seedPlace.text()) else { throw seedPlace.error("the seed is a whole number in quotes") }
        var summed: [Perspective] = []
        for place in try root.member("sum").elements(most: Perspective.allCases.count) { summed.append(try place.choice()) }
        var figures: [Figure] = []
        for place in try root.member("figures").elements(most: CostFigure.all.count + 1) {
            figures.append(
                Figure(
                    id: try place.member("id").text(), mid: try place.member("mid").number(), p5: try place.member("p5").number(),
                    p50: try place.member("p50").number(), p95: try place.member("p95").number()))
        }
        self.init(
            program: try root.member("program").text(), ledger: try RunRecord.ledger(root), seed: seed,
            draws: try root.member("draws").whole(1...CostRun.mostDraws), summed: summed, figures: figures)
    }

    // MARK: What was reckoned with

    private static func ledger(_ root: RecordPlace) throws(RunRecordError) -> Ledger {
        var ledger = Ledger(
            title: try root.member("title").text(), country: try root.member("country").code(letters: 2),
            currency: try root.member("currency").code(letters: 3), priceYear: try root.member("priceYear").whole(LedgerLimits.years))
        ledger.isExample = root.optional("example")?.value.flag ?? false
        ledger.scenario = try root.optional("scenario")?.text()
        ledger.asOf = try root.optional("asOf")?.day()
        if let lapsed = root.optional("lapsed") {
            for parameter in Parameter.allCases {
                if let day = lapsed.optional(parameter.id) { ledger.lapsed[parameter] = try day.day() }
            }
        }
        for place in try root.member("parameters").elements(most: Parameter.allCases.count) {
            let id = try place.member("id")
            guard let parameter = Parameter(id: try id.text()) else { throw id.error("there is no such parameter in this Chaffinch") }
            guard ledger.entries[parameter] == nil else { throw id.error("the parameter stands twice") }
            let range = try place.optional("value")?.range(parameter.definition.bounds, isPrice: parameter.definition.isPrice)
            ledger.entries[parameter] = try entry(place, range)
        }
        for place in try root.member("facilities").elements(most: LedgerLimits.facilities) {
            let facility = try facility(place)
            guard !ledger.facilities.contains(where: { $0.id == facility.id }) else { throw place.error("class and means stand twice") }
            ledger.facilities.append(facility)
        }
        for place in try root.member("spending").elements(most: LedgerLimits.spending) {
            let spending = try spending(place)
            guard !ledger.spending.contains(where: { $0.id == spending.id }) else { throw place.error("this spending stands twice") }
            ledger.spending.append(spending)
        }
        return ledger
    }

    private static func facility(_ place: RecordPlace) throws(RunRecordError) -> Facility {
        let (layer, means): (Layer, Facility.Means) = (try place.member("class").choice(), try place.member("means").choice())
        let required = try place.member("required")
        let isComputed = required.value.text == "computed"
        guard !isComputed || Facility.isComputable(layer, means) else { throw required.error("this cannot be computed") }
        let installed = try place.optional("installed")?.range(.amount, isPrice: true)
        var facility = Facility(
            layer: layer, means: means, required: isComputed ? .computed : .entered(try required.range(.amount, isPrice: true)),
            installed: installed, entry: try entry(place, installed))
        if let given = place.optional("answered"), let unavailable = place.optional("unavailable") {
            let most = 0...LedgerLimits.respondents
            facility.answers = InstalledBase.Answers(given: try given.whole(most), unavailable: try unavailable.whole(most))
        }
        return facility
    }

    private static func spending(_ place: RecordPlace) throws(RunRecordError) -> Spending {
        let amount = try place.member("value").range(.amount, isPrice: true)
        return Spending(
            actor: try place.member("actor").choice(), purpose: try place.member("purpose").choice(),
            size: try place.optional("size")?.choice(), respondents: try place.optional("respondents")?.whole(1...LedgerLimits.respondents),
            amount: amount, entry: try entry(place, amount))
    }

    private static func entry(_ place: RecordPlace, _ range: ParameterRange?) throws(RunRecordError) -> LedgerEntry {
        var entry = LedgerEntry(
            range: range, priceYear: try place.optional("year")?.whole(LedgerLimits.years),
            country: try place.optional("country")?.code(letters: 2),
            source: try place.member("source").text(), method: try place.member("method").choice(),
            grade: try place.optional("grade")?.choice(), origin: try origin(place))
        entry.version.name = try place.optional("version")?.text()
        entry.version.validFrom = try place.optional("validFrom")?.day()
        entry.version.validTo = try place.optional("validTo")?.day()
        entry.version.supersedes = try place.optional("supersedes")?.text()
        entry.comment = try place.optional("comment")?.text()
        return entry
    }

    private static func origin(_ place: RecordPlace) throws(RunRecordError) -> LedgerEntry.Origin {
        guard let origin = place.optional("origin") else {
            return .entered(line: try place.member("line").whole(1...LedgerLimits.fileBytes))
        }
        switch try origin.text() {
        case "published": return .published
        case "derived": return .derived
        case "answered": return .answered
        default: throw origin.error("the origin is published, derived or answered; what was entered has a 'line'")
        }
    }
}

/// A value of a record, and where it stands.
private struct RecordPlace {
    let path: String
    let value: JSONValue

    func error(_ message: String) -> RunRecordError { RunRecordError(place: path, message: message) }

    func optional(_ name: String) -> RecordPlace? { value[name].map { RecordPlace(path: "\(path).\(name)", value: $0) } }

    func member(_ name: String) throws(RunRecordError) -> RecordPlace {
        guard let member = optional(name) else { throw error("there is no '\(name)'; take the file that --record wrote") }
        return member
    }

    func elements(most: Int) throws(RunRecordError) -> [RecordPlace] {
        guard let elements = value.elements, elements.count <= most else { throw error("this is a list of at most \(most)") }
        return elements.enumerated().map { RecordPlace(path: "\(path)[\($0)]", value: $1) }
    }

    func text() throws(RunRecordError) -> String {
        guard let text = value.text, text.utf8.count <= LedgerLimits.textBytes else {
            throw error("this is a text of at most \(LedgerLimits.textBytes) bytes")
        }
        return text
    }

    func code(letters: Int) throws(RunRecordError) -> String {
        let code = try text()
        guard code.utf8.count == letters, code.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw error("this is a code of \(letters) capital letters")
        }
        return code
    }

    func day() throws(RunRecordError) -> CalendarDate {
        guard let day = CalendarDate(try text()) else { throw error("a day is written like 2026-11-22") }
        return day
    }

    func number() throws(RunRecordError) -> Double {
        guard let number = value.number.flatMap(Double.init), number.isFinite else { throw error("this is a number") }
        return number
    }

    func whole(_ bounds: ClosedRange<Int>) throws(RunRecordError) -> Int {
        guard let number = value.number.flatMap({ Int($0) }), bounds.contains(number) else {
            throw error("this is a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return number
    }

    func choice<Value: RawRepresentable & CaseIterable>() throws(RunRecordError) -> Value where Value.RawValue == String {
        guard let choice = Value(rawValue: try text()) else {
            throw error("this is one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    /// A range of values that a ledger could have; prices came from other years, and only have to be possible.
    func range(_ bounds: ParameterBounds, isPrice: Bool) throws(RunRecordError) -> ParameterRange {
        let range = ParameterRange(
            low: try member("low").number(), mid: try member("mid").number(), high: try member("high").number())
        let isPossible = [range.low, range.mid, range.high].allSatisfy { value in
            isPrice ? (0...RunRecord.largestPrice).contains(value) : bounds.contains(value)
        }
        guard isPossible, range.low <= range.mid, range.mid <= range.high else {
            throw error("low, mid and high are in order, each \(bounds.words)")
        }
        return range
    }
}

extension RunRecord {
    /// The largest price of a ledger, in money of a year in which all prices are the largest times as high.
    fileprivate static let largestPrice = 1e48
}
