internal import Messages

/// Reads a table piece by piece, and gives the records that its rows are by a mapping.
public struct TrafficRecordReader: Sendable {
    /// What was read so far.
    public private(set) var tally = TrafficRecordTally()
    private let mapping: RecordMapping
    private var rows: CSVRows?
    /// The line that the next row begins in.
    private var line = 1
    /// Whether the first row is still to come.
    private var isFirst = true
    /// Whether the table begins here, where a byte order mark may stand.
    private var isAtStart = true
    /// Where each rule's column is, in the order of `columns`; nothing for one that the table does not have.
    private var places: [Int?] = []
    private var fields: [CSVRows.Field] = []

    /// A reader by a mapping.
    public init(_ mapping: RecordMapping) {
        self.mapping = mapping
        rows = mapping.delimiter.map(CSVRows.init)
    }

    /// The columns that the mapping names: of the moment, of the fields in their order, of the stations.
    private var columns: [RecordMapping.Column?] {
        [mapping.time] + RecordMapping.Field.allCases.map { mapping.rules[$0]?.column } + mapping.route.map(\.rule.column)
    }

    /// Reads the whole rows of a piece, and appends the records that they are; gives how many bytes were read. Throws where the table has not the columns that
    /// the mapping names.
    public mutating func read(_ chunk: Span<UInt8>, isLast: Bool, into records: inout [TrafficRecord]) throws(RecordTableError) -> Int {
        var index = 0
        if isAtStart, chunk.count >= 3 || isLast {
            if chunk.count >= 2, chunk[0] == 0xFF && chunk[1] == 0xFE || chunk[0] == 0xFE && chunk[1] == 0xFF {
                throw RecordTableError("the table is in UTF-16; save it in UTF-8")
            }
            if chunk.count >= 3, chunk[0] == 0xEF, chunk[1] == 0xBB, chunk[2] == 0xBF { index = 3 }
            isAtStart = false
        }
        guard !isAtStart else { return 0 }
        if rows == nil {
            guard isLast || chunk.count > 4096 || hasLine(chunk, from: index) else { return index }
            rows = CSVRows(delimiter: CSVRows.delimiter(of: chunk.extracting(index..<chunk.count)))
        }
        guard let rows else { return index }
        while index < chunk.count {
            let start = index
            let outcome = rows.next(chunk, &index, isLast: isLast, into: &fields)
            if outcome == .unfinished { break }
            try take(outcome, chunk, start, &records)
            for place in start..<index where chunk[place] == 0x0A { line += 1 }
        }
        return index
    }

    private func hasLine(_ chunk: Span<UInt8>, from start: Int) -> Bool {
        for index in start..<chunk.count where chunk[index] == 0x0A { return true }
        return false
    }

    private mutating func take(_ outcome: CSVRows.Outcome, _ chunk: Span<UInt8>, _ start: Int, _ records: inout [TrafficRecord])
        throws(RecordTableError)
    {
        guard outcome != .row || !fields.isEmpty else { return }
        if isFirst {
            isFirst = false
            try find(chunk)
            if mapping.hasHeader { return }
        }
        tally.rows += 1
        switch outcome {
        case .tooLong: tally.note(.tooLong, line: line)
        case .quotation: tally.note(.quotation, line: line)
        case .row, .unfinished:
            guard let record = record(chunk) else { return }
            tally.used += 1
            records.append(record)
        }
    }

    /// Finds the columns that the mapping names.
    private mutating func find(_ chunk: Span<UInt8>) throws(RecordTableError) {
        let names = mapping.hasHeader ? fields.map { CSVRows.text($0, chunk) } : []
        var missing: [String] = []
        places = columns.map { column in
            switch column {
            case nil: return nil
            case .at(let place): return place
            case .named(let name):
                let place = names.firstIndex(of: name) ?? names.firstIndex { $0.lowercased() == name.lowercased() }
                if place == nil { missing.append(name) }
                return place
            }
        }
        guard missing.isEmpty else {
            let there = names.prefix(40).joined(separator: ", ")
            throw RecordTableError("line \(line): the table has no column \(missing.joined(separator: ", ")); it has \(there)")
        }
    }

    // MARK: Rows

    private enum Value {
        case none
        case word(String)
        case wrong
    }

    private mutating func record(_ chunk: Span<UInt8>) -> TrafficRecord? {
        for field in fields where hasZero(field, chunk) {
            tally.note(.binary, line: line)
            return nil
        }
        guard let place = places[0], place < fields.count else {
            tally.note(.columns, line: line)
            return nil
        }
        guard let moment = mapping.timePattern.moment(CSVRows.text(fields[place], chunk)) else {
            tally.note(.moment, line: line, column: "\(mapping.time)")
            return nil
        }
        guard case .word(let channel) = value(.channel, chunk), Channel(rawValue: channel).isCode else {
            tally.note(.word, line: line, column: name(of: .channel))
            return nil
        }
        var record = TrafficRecord(moment: moment, channel: Channel(rawValue: channel))
        // What says nothing that is understood is unknown, and noted; but a row whose sums cannot be read would count wrongly.
        readWords(chunk, &record)
        guard readNumbers(chunk, &record) else { return nil }
        readRoute(chunk, &record)
        return record
    }

    private func hasZero(_ field: CSVRows.Field, _ chunk: Span<UInt8>) -> Bool {
        for index in field.start..<field.end where chunk[index] == 0 { return true }
        return false
    }

    private mutating func readWords(_ chunk: Span<UInt8>, _ record: inout TrafficRecord) {
        if let word = word(.direction, chunk), let direction = Direction(rawValue: word) { record.direction = direction }
        if let word = word(.result, chunk), let disposition = Disposition(rawValue: word) { record.disposition = disposition }
        if let word = word(.class, chunk) { record.threatClass = ThreatClass(rawValue: word) }
        if let word = word(.layer, chunk) { record.layer = Layer(rawValue: word) }
        record.country = word(.country, chunk)
        record.language = word(.language, chunk)
        if let word = word(.network, chunk) {
            record.source = .network(word)
        } else if let word = word(.operator, chunk) {
            record.source = .carrier(word)
        } else if case .word(let sender) = value(.sender, chunk), let issuer = SenderName.issuer(of: sender) {
            record.source = .senderIDIssuer(issuer)
        }
    }

    /// False where a number is none.
    private mutating func readNumbers(_ chunk: Span<UInt8>, _ record: inout TrafficRecord) -> Bool {
        for field in [RecordMapping.Field.size, .count, .delay] {
            guard case .word(let word) = value(field, chunk) else { continue }
            guard let number = Double(word), number >= 0, number <= Double(TrafficRecordLimits.count) else {
                tally.note(.number, line: line, column: name(of: field))
                return false
            }
            switch field {
            case .size: record.size = Int(number)
            case .count: record.count = Int(number)
            default: record.delay = Int(number)
            }
        }
        return true
    }

    private mutating func readRoute(_ chunk: Span<UInt8>, _ record: inout TrafficRecord) {
        for (number, station) in mapping.route.enumerated() {
            let place = places[1 + RecordMapping.Field.allCases.count + number]
            guard case .word(let word) = value(station.rule, place, chunk), RecordMeaning.isCode(word) else { continue }
            record.stations.append(.init(place: station.kind == .network ? .network(word) : .carrier(word), trust: station.trust))
        }
    }

    /// A word that means something for a field; one that does not is noted.
    private mutating func word(_ field: RecordMapping.Field, _ chunk: Span<UInt8>) -> String? {
        switch value(field, chunk) {
        case .none: return nil
        case .word(let word) where RecordMeaning.isKnown(word, of: field): return word
        case .word, .wrong:
            tally.note(.word, line: line, column: name(of: field))
            return nil
        }
    }

    private func value(_ field: RecordMapping.Field, _ chunk: Span<UInt8>) -> Value {
        guard let rule = mapping.rules[field], let number = RecordMapping.Field.allCases.firstIndex(of: field) else { return .none }
        return value(rule, places[1 + number], chunk)
    }

    private func value(_ rule: RecordMapping.Rule, _ place: Int?, _ chunk: Span<UInt8>) -> Value {
        let text = place.flatMap { $0 < fields.count ? CSVRows.text(fields[$0], chunk) : nil } ?? ""
        if rule.column != nil, !rule.values.isEmpty, !text.isEmpty || rule.values[""] != nil {
            if let meaning = rule.values[text] ?? rule.fallback { return .word(meaning) }
            return .wrong
        }
        if rule.column != nil, !text.isEmpty { return .word(text) }
        return rule.fallback.map(Value.word) ?? .none
    }

    private func name(of field: RecordMapping.Field) -> String { mapping.rules[field]?.column.map { "\($0)" } ?? field.rawValue }

    // MARK: Going on later

    /// What the reader holds beside the bytes, for another one with the same mapping to go on with.
    public var state: [Int] {
        [line, isFirst ? 1 : 0, isAtStart ? 1 : 0, rows.map { Int($0.delimiter) } ?? -1, tally.rows, tally.used] + tally.defectCounts
            + places.map { $0 ?? -1 }
    }

    /// Goes on from what another reader held. False, and nothing changed, where this is no state of one with this mapping.
    public mutating func restore(_ state: [Int]) -> Bool {
        let kinds = TrafficRecordTally.Defect.Kind.allCases.count
        guard state.count >= 6 + kinds, state.allSatisfy({ $0 >= -1 }), state[3] <= 255 else { return false }
        let found = state[(6 + kinds)...].map { $0 < 0 ? nil : $0 }
        guard found.isEmpty == (state[1] == 1), found.isEmpty || found.count == columns.count else { return false }
        line = max(1, state[0])
        isFirst = state[1] == 1
        isAtStart = state[2] == 1
        rows = state[3] < 0 ? nil : CSVRows(delimiter: UInt8(state[3]))
        tally.rows = max(0, state[4])
        tally.used = max(0, state[5])
        tally.defectCounts = state[6..<6 + kinds].map { max(0, $0) }
        places = Array(found)
        return true
    }
}

/// Why a table cannot be read by a mapping.
public struct RecordTableError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and what to do.
    public let description: String

    init(_ description: String) { self.description = description }
}
