internal import JSON
import Messages

extension TextRecord {
    /// Reads a line that is one JSON object (RFC 8259) with the field `text` and, where known, `channel`, `from`, `to`, `time`,
    /// `label`, `language` and `category`; other fields are passed over, null is as good as no field.
    ///
    /// `from` and `to` may be numbers. `time` is by RFC 3339, or a number: seconds since 1970, or milliseconds from 100,000,000,000.
    public init(json line: Span<UInt8>) throws(TextRecordError) {
        guard line.count <= TextMessageLimits.recordBytes else { throw TextRecordError(.tooLong, at: TextMessageLimits.recordBytes) }
        var scanner = JSONScanner(line)
        scanner.skipSpace(line)
        guard scanner.take(UInt8(ascii: "{"), line) else { throw TextRecordError(.notAnObject, at: scanner.index) }
        var record = TextRecord(text: [])
        var fields = Set<String>()
        scanner.skipSpace(line)
        if !scanner.take(UInt8(ascii: "}"), line) {
            repeat {
                scanner.skipSpace(line)
                let start = scanner.index
                let name = String(decoding: try scanner.text(line), as: UTF8.self)
                scanner.skipSpace(line)
                guard scanner.take(UInt8(ascii: ":"), line) else { throw TextRecordError(.badSyntax, at: scanner.index) }
                scanner.skipSpace(line)
                guard Self.fieldNames.contains(name) else {
                    try scanner.passOver(line)
                    scanner.skipSpace(line)
                    continue
                }
                guard fields.insert(name).inserted else { throw TextRecordError(.repeatedField, at: start) }
                if scanner.take(word: "null", line) {
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
        let string: String
        let isNumber = line[start] != UInt8(ascii: "\"")
        if isNumber {
            guard ["from", "to", "time"].contains(name), line[start] == UInt8(ascii: "-") || (48...57).contains(line[start]) else {
                throw TextRecordError(.wrongType, at: start)
            }
            string = try scanner.numeral(line)
        } else {
            let bytes = try scanner.text(line)
            if name == "text" {
                text = bytes
                return
            }
            string = String(decoding: bytes, as: UTF8.self)
        }
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

/// The steps of reading JSON that can fail, with what is wrong said of a record.
extension JSONScanner {
    fileprivate mutating func text(_ line: Span<UInt8>) throws(TextRecordError) -> [UInt8] {
        do throws(JSONProblem) { return try string(line) } catch { throw TextRecordError(error) }
    }

    fileprivate mutating func numeral(_ line: Span<UInt8>) throws(TextRecordError) -> String {
        do throws(JSONProblem) { return try number(line) } catch { throw TextRecordError(error) }
    }

    fileprivate mutating func passOver(_ line: Span<UInt8>) throws(TextRecordError) {
        do throws(JSONProblem) { try skipValue(line) } catch { throw TextRecordError(error) }
    }
}

extension TextRecordError {
    fileprivate init(_ problem: JSONProblem) {
        let code: Code =
            switch problem.code {
            case .badSyntax, .tooMany: .badSyntax
            case .badString: .badString
            case .badNumber: .badNumber
            case .tooDeep: .tooDeep
            case .repeatedName: .repeatedField
            }
        self.init(code, at: problem.offset)
    }
}
