internal import Messages
internal import Yams

extension RecordMapping {
    /// Reads a mapping file: YAML in UTF-8. Everything wrong is collected, with its line.
    public static func read(_ text: String, path: String) throws(MappingError) -> RecordMapping {
        var reader = MappingReader(path: path)
        let mapping = reader.read(text)
        guard reader.problems.isEmpty, let mapping else { throw MappingError(problems: reader.problems.sorted { $0.line < $1.line }) }
        return mapping
    }
}

/// Reads a mapping file, and collects everything wrong on the way.
private struct MappingReader {
    private(set) var problems: [MappingProblem] = []
    let path: String

    private static let keys = ["delimiter", "header", "time", "route"] + RecordMapping.Field.allCases.map(\.rawValue)

    init(path: String) { self.path = path }

    mutating func read(_ text: String) -> RecordMapping? {
        guard text.utf8.count <= TrafficRecordLimits.mappingBytes else {
            report(1, "the file is larger than \(TrafficRecordLimits.mappingBytes >> 20) MiB; a mapping is a few lines")
            return nil
        }
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            report(1, "this is not YAML: \(error)")
            return nil
        } catch {
            report(1, "this is not YAML")
            return nil
        }
        guard case .mapping(let lines)? = root else {
            report(1, "write 'time: {column: ..., format: ...}' and a line for each other column")
            return nil
        }
        guard let node = lines.first(where: { $0.key.scalar?.string == "time" })?.value, var mapping = time(node) else {
            if problems.isEmpty { report(1, "there is no 'time: {column: ..., format: ...}'") }
            return nil
        }
        for (key, value) in lines { line(key, value, &mapping) }
        if mapping.rules[.channel] == nil { report(1, "there is no 'channel': write 'channel: sms', or its column") }
        if !mapping.hasHeader {
            let named = mapping.rules.values.compactMap(\.column) + [mapping.time] + mapping.route.compactMap(\.rule.column)
            for case .named(let name) in named {
                report(1, "the table has no first row with names, so column '\(name)' has to be a number, from 1")
            }
        }
        return mapping
    }

    private mutating func line(_ key: Node, _ value: Node, _ mapping: inout RecordMapping) {
        switch key.scalar?.string ?? "" {
        case "time": break
        case "delimiter":
            let names: [String: UInt8] = [
                "comma": 0x2C, ",": 0x2C, "semicolon": 0x3B, ";": 0x3B, "tab": 0x09, "\t": 0x09, "pipe": 0x7C, "|": 0x7C,
            ]
            guard let byte = value.scalar.flatMap({ names[$0.string] }) else {
                return report(value, "the delimiter is comma, semicolon, tab or pipe")
            }
            mapping.delimiter = byte
        case "header":
            guard let flag = value.bool else { return report(value, "header is true or false") }
            mapping.hasHeader = flag
        case "route": mapping.route = route(value)
        case let name:
            guard let field = RecordMapping.Field(rawValue: name) else {
                return report(key, "there is no '\(name)'; there are \(MappingReader.keys.joined(separator: ", "))")
            }
            if let rule = rule(value) {
                check(rule, field, at: value)
                mapping.rules[field] = rule
            }
        }
    }

    private mutating func time(_ node: Node) -> RecordMapping? {
        guard case .mapping(let lines) = node else {
            report(node, "time is '{column: ..., format: ...}'")
            return nil
        }
        var column: RecordMapping.Column?
        var format = "rfc3339"
        var offset = 0
        for (key, value) in lines {
            switch key.scalar?.string {
            case "column": column = self.column(value)
            case "format": format = value.scalar?.string ?? ""
            case "offset":
                guard let minutes = value.scalar.flatMap({ ZoneOffset.minutes($0.string) }) else {
                    report(value, "an offset is written like \"+03:00\"")
                    continue
                }
                offset = minutes
            default: report(key, "time has 'column', 'format' and 'offset'")
            }
        }
        guard let column else {
            report(node, "time does not say its column")
            return nil
        }
        guard let pattern = TimePattern(format, offsetMinutes: offset) else {
            report(node, "the format is rfc3339, seconds, milliseconds, or a pattern with yyyy, MM and dd like \"yyyy-MM-dd HH:mm:ss\"")
            return nil
        }
        return RecordMapping(time: column, pattern: pattern)
    }

    /// `sms`, or `{column: ..., values: {...}, default: ...}`.
    private mutating func rule(_ node: Node) -> RecordMapping.Rule? {
        var rule = RecordMapping.Rule()
        guard case .mapping(let lines) = node else {
            guard let constant = node.scalar?.string, !constant.isEmpty else {
                report(node, "write a value, or {column: ..., values: {...}, default: ...}")
                return nil
            }
            rule.fallback = constant
            return rule
        }
        for (key, value) in lines {
            switch key.scalar?.string {
            case "column": rule.column = column(value)
            case "default": rule.fallback = value.scalar?.string
            case "values":
                guard case .mapping(let pairs) = value else {
                    report(value, "values is {what the table says: what it means, ...}")
                    continue
                }
                for (word, meaning) in pairs { rule.values[word.scalar?.string ?? ""] = meaning.scalar?.string ?? "" }
            case "kind", "trust": break
            default: report(key, "there is 'column', 'values' and 'default'")
            }
        }
        if rule.column == nil, rule.fallback == nil { report(node, "it says neither its column nor a default") }
        return rule
    }

    /// Whether what words mean is there.
    private mutating func check(_ rule: RecordMapping.Rule, _ field: RecordMapping.Field, at node: Node) {
        for meaning in Array(rule.values.values).sorted() + [rule.fallback].compactMap(\.self)
        where !RecordMeaning.isKnown(meaning, of: field) {
            report(node, "\(field.rawValue) cannot be '\(meaning)'\(RecordMeaning.choices(of: field).map { "; it is one of \($0)" } ?? "")")
        }
    }

    private mutating func route(_ node: Node) -> [RecordMapping.StationRule] {
        guard case .sequence(let list) = node, list.count <= 8 else {
            report(node, "route is a list of at most 8 stations: '- {kind: operator, column: ..., trust: confirmed}'")
            return []
        }
        var stations: [RecordMapping.StationRule] = []
        for entry in list {
            guard case .mapping(let lines) = entry, let rule = rule(entry) else {
                report(entry, "a station is {kind: operator, column: ..., trust: confirmed}")
                continue
            }
            func word(_ name: String) -> String? { lines.first { $0.key.scalar?.string == name }?.value.scalar?.string }
            guard let kind = RecordMapping.StationKind(rawValue: word("kind") ?? "operator"),
                let trust = Hop.Trust(rawValue: word("trust") ?? "claimed")
            else {
                report(entry, "a station's kind is operator or network, its trust claimed, confirmed or seen")
                continue
            }
            stations.append(RecordMapping.StationRule(kind: kind, rule: rule, trust: trust))
        }
        return stations
    }

    private mutating func column(_ node: Node) -> RecordMapping.Column? {
        guard let text = node.scalar?.string, !text.isEmpty else {
            report(node, "a column is its name, or its number from 1")
            return nil
        }
        guard let number = Int(text), node.scalar?.style == .plain else { return .named(text) }
        guard (1...TrafficRecordLimits.columns).contains(number) else {
            report(node, "columns have numbers from 1 to \(TrafficRecordLimits.columns)")
            return nil
        }
        return .at(number - 1)
    }

    private mutating func report(_ node: Node, _ message: String) { report(node.mark?.line ?? 1, message) }

    private mutating func report(_ line: Int, _ message: String) {
        if problems.count < TrafficRecordLimits.problems { problems.append(MappingProblem(path: path, line: line, message: message)) }
    }
}

/// Offsets of local time from UTC.
public enum ZoneOffset {
    /// Minutes of `+03:00`, `-0930` or `Z`; nothing for anything else.
    public static func minutes(_ text: String) -> Int? {
        if text == "Z" { return 0 }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard let sign = text.first, sign == "+" || sign == "-", digits.utf8.count == 4, digits.utf8.allSatisfy({ $0 &- 48 < 10 }),
            let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    }
}
