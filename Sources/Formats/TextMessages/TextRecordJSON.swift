import Messages

extension TextRecord {
    /// Reads a line that is one JSON object (RFC 8259) with the field `text` and, where known, `channel`, `from`, `to`, `time`,
    /// `label`, `language` and `category`; other fields are passed over, null is as good as no field.
    ///
    /// `from` and `to` may be numbers. `time` is by RFC 3339, or a number: seconds since 1970, or milliseconds from 100,000,000,000.
    public init(json line: Span<UInt8>) throws(TextRecordError) {
        guard line.count <= TextMessageLimits.recordBytes else { throw TextRecordError(.tooLong, at: TextMessageLimits.recordBytes) }
        var scanner = JSONScanner()
        if line.count >= 3, line[0] == 0xEF, line[1] == 0xBB, line[2] == 0xBF { scanner.index = 3 }
        scanner.skipSpace(line)
        guard scanner.take(UInt8(ascii: "{"), line) else { throw TextRecordError(.notAnObject, at: scanner.index) }
        var record = TextRecord(text: [])
        var fields = Set<String>()
        scanner.skipSpace(line)
        if !scanner.take(UInt8(ascii: "}"), line) {
            repeat {
                scanner.skipSpace(line)
                let start = scanner.index
                let name = String(decoding: try scanner.string(line), as: UTF8.self)
                scanner.skipSpace(line)
                guard scanner.take(UInt8(ascii: ":"), line) else { throw TextRecordError(.badSyntax, at: scanner.index) }
                scanner.skipSpace(line)
                guard Self.fieldNames.contains(name) else {
                    try scanner.skipValue(line)
                    scanner.skipSpace(line)
                    continue
                }
                guard fields.insert(name).inserted else { throw TextRecordError(.repeatedField, at: start) }
                if scanner.takeNull(line) {
                    fields.remove(name)
                } else {
                    try record.read(name, from: line, &scanner)
                }
                scanner.skipSpace(line)
            } while scanner.take(UInt8(ascii: ","), line)
            guard scanner.take(UInt8(ascii: "}"), line) else { throw TextRecordError(.badSyntax, at: scanner.index) }
        }
        scanner.skipSpace(line)
        guard scanner.index == line.count else { throw TextRecordError(.badSyntax, at: scanner.index) }
        guard fields.contains("text") else { throw TextRecordError(.noText, at: 0) }
        self = record
    }

    private static let fieldNames: Set<String> = ["text", "channel", "from", "to", "time", "label", "language", "category"]

    private mutating func read(_ name: String, from line: Span<UInt8>, _ scanner: inout JSONScanner) throws(TextRecordError) {
        let start = scanner.index
        guard start < line.count else { throw TextRecordError(.badSyntax, at: start) }
        let value: [UInt8]
        let isNumber: Bool
        switch line[start] {
        case UInt8(ascii: "\""):
            value = try scanner.string(line)
            isNumber = false
        case UInt8(ascii: "-"), 48...57:
            guard ["from", "to", "time"].contains(name) else { throw TextRecordError(.wrongType, at: start) }
            value = try scanner.number(line)
            isNumber = true
        default: throw TextRecordError(.wrongType, at: start)
        }
        if name == "text" {
            text = value
            return
        }
        let string = String(decoding: value, as: UTF8.self)
        switch name {
        case "channel": channel = Channel(rawValue: string.lowercased())
        case "from": sender = string
        case "to": recipient = string
        case "time":
            guard let moment = isNumber ? Self.moment(number: string) : Timestamp(rfc3339: string) else {
                throw TextRecordError(.badTime, at: start)
            }
            time = moment
        case "label": label = string
        case "language": language = string
        default: category = string
        }
    }

    private static func moment(number: String) -> Timestamp? {
        // A double holds every millisecond of ten thousand years exactly.
        guard let value = Double(number), value.isFinite, abs(value) < 1e15 else { return nil }
        return Timestamp(milliseconds: Int64(abs(value) < 1e11 ? value * 1000 : value))
    }
}
