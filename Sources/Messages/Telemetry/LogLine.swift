public import Messages

/// How much a log line matters.
public enum LogLevel: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Of use while looking for a fault.
    case debug
    /// Something happened as it should.
    case info
    /// Something is not as it should be, and work goes on.
    case warning
    /// Something could not be done.
    case error

    /// The level of a name (`warning`), or nothing.
    public init?(name: some StringProtocol) {
        guard let level = LogLevel.allCases.first(where: { $0.name == name }) else { return nil }
        self = level
    }

    /// The level's name, in lower case.
    public var name: String { "\(self)" }

    /// Less important comes first.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }
}

/// One line of the log: an event by its stable code, and its fields. No content, no address, no name of a person goes into one.
public struct LogLine: Sendable, Hashable {
    /// The value of a field.
    public enum Value: Sendable, Hashable {
        /// Text.
        case text(String)
        /// A whole number.
        case number(Int)
        /// A number; what JSON cannot write (infinity, not a number) is written as null.
        case decimal(Double)
        /// True or false.
        case flag(Bool)
    }

    /// When it happened.
    public var time: Timestamp
    /// How much it matters.
    public var level: LogLevel
    /// What happened, as a stable code (`store.full`).
    public var event: String
    /// More about it, in order.
    public var fields: [(name: String, value: Value)]

    /// A line of the log.
    public init(time: Timestamp, level: LogLevel, event: String, fields: [(name: String, value: Value)] = []) {
        self.time = time
        self.level = level
        self.event = event
        self.fields = fields
    }

    /// The same lines are equal field by field.
    public static func == (left: LogLine, right: LogLine) -> Bool { left.json == right.json }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(json) }

    /// The line as one JSON object (RFC 8259), without line end.
    public var json: String {
        var text = "{\"time\":\"\(time)\",\"level\":\"\(level.name)\",\"event\":"
        LogLine.append(event, to: &text)
        for (name, value) in fields {
            text += ","
            LogLine.append(name, to: &text)
            text += ":"
            switch value {
            case .text(let value): LogLine.append(value, to: &text)
            case .number(let value): text += String(value)
            case .decimal(let value): text += value.isFinite ? "\(value)" : "null"
            case .flag(let value): text += String(value)
            }
        }
        return text + "}"
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar.value {
            case 0x22: text += "\\\""
            case 0x5C: text += "\\\\"
            case 0x0A: text += "\\n"
            // Beside the controls JSON forbids, those that move a terminal or turn its text round.
            case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
