public import Resolving
internal import Yams

/// Reads records from JSON or YAML, in the shapes that test suites have.
///
/// - A map of names to lists: `{"example.org": [{"TXT": "v=spf1 -all"}, {"MX": [10, "mx.example.org"]}, "TIMEOUT"]}`, alone or under
///   `zonedata` (the SPF suites). `SPF` stands for a TXT record too, unless the name has TXT entries of its own; `TXT: NONE` means none.
/// - A list of records: `[{"name": "example.org", "type": "A", "data": "192.0.2.1"}]`, alone or under `zone` or `records`; `replies` is a list
///   of data, `rcode` what goes wrong (`nxdomain`, `norec`, `timeout`, `fail`).
/// - A map of names to texts under `txt-records` (the ARC suite).
public enum StructuredZone {
    /// The records of a document.
    public static func zone(from text: String) throws(ZoneFileError) -> Zone {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw StructuredZone.problem(error)
        }
        guard let node else { return Zone() }
        return try zone(from: node)
    }

    /// What a reader of YAML found wrong. Its own words hold the line concerned, which may be the whole document.
    private static func problem(_ error: any Error) -> ZoneFileError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            ZoneFileError("this is neither JSON nor YAML: \(problem), at column \(mark.column)", line: mark.line)
        case .duplicatedKeysInMapping(_, let context):
            ZoneFileError("a key stands twice in one map; write its records together", line: context.mark.line)
        case .reader(let problem, _, _, _): ZoneFileError("this is neither JSON nor YAML: \(problem)")
        default: ZoneFileError("this is neither JSON nor YAML")
        }
    }

    /// The records of a parsed document.
    static func zone(from node: Node) throws(ZoneFileError) -> Zone {
        for key in ["zonedata", "zone", "records"] {
            if let inner = node.mapping?[Node(key)] { return try zone(from: inner) }
        }
        var zone = Zone()
        if let texts = node.mapping?[Node("txt-records")]?.mapping {
            for (name, text) in texts {
                zone.add(.text(bytes(text.scalar?.string ?? "")), .txt, at: try self.name(name))
            }
        } else if let names = node.mapping {
            for (name, entries) in names { try add(entries, at: try self.name(name), to: &zone) }
        } else if let records = node.sequence {
            for record in records { try add(record, to: &zone) }
        } else {
            throw ZoneFileError("a map of names or a list of records was expected")
        }
        return zone
    }

    private static func name(_ node: Node) throws(ZoneFileError) -> DomainName {
        let text = node.scalar?.string ?? ""
        if text == "." { return .root }
        guard let name = DomainName(bytes(text)) else {
            throw ZoneFileError("\"\(text)\" is no name", line: node.mark?.line)
        }
        return name
    }

    /// The entries of one name in the shape of the SPF suites.
    private static func add(_ entries: Node, at name: DomainName, to zone: inout Zone) throws(ZoneFileError) {
        guard let entries = entries.sequence else {
            throw ZoneFileError("\(name) needs a list of records", line: entries.mark?.line)
        }
        let hasText = entries.contains { $0.mapping?[Node("TXT")] != nil }
        for entry in entries {
            guard let pairs = entry.mapping else {
                guard let outcome = ZoneFile.outcome(entry.scalar?.string ?? "") else {
                    throw ZoneFileError("\"\(entry.scalar?.string ?? "")\" is no outcome", line: entry.mark?.line)
                }
                zone.set(outcome, at: name)
                continue
            }
            for (key, value) in pairs {
                let word = key.scalar?.string.uppercased() ?? ""
                if word == "SPF", hasText { continue }
                try add(value, word == "SPF" ? "TXT" : word, at: name, to: &zone)
            }
        }
    }

    private static func add(_ value: Node, _ word: String, at name: DomainName, to zone: inout Zone) throws(ZoneFileError) {
        guard let type = RecordType(word) else { throw ZoneFileError("\"\(word)\" is no type of record", line: value.mark?.line) }
        if let text = value.scalar?.string {
            // `NONE` keeps an SPF entry from standing for a TXT record.
            if text == "NONE" { return }
            if text == "TIMEOUT" { return zone.set(.timedOut, for: type, at: name) }
        }
        guard let data = RecordText.data(type, from: fields(of: value, for: type)) else {
            throw ZoneFileError("this is not the data of a record of type \(type)", line: value.mark?.line)
        }
        zone.add(data, type, at: name)
    }

    /// One record of a list.
    private static func add(_ record: Node, to zone: inout Zone) throws(ZoneFileError) {
        guard let pairs = record.mapping, let owner = pairs[Node("name")], let word = pairs[Node("type")]?.scalar?.string else {
            throw ZoneFileError("a record needs a name and a type", line: record.mark?.line)
        }
        let name = try self.name(owner)
        guard let type = RecordType(word) else { throw ZoneFileError("\"\(word)\" is no type of record", line: record.mark?.line) }
        if let code = pairs[Node("rcode")]?.scalar?.string, let outcome = ZoneFile.outcome(code) { zone.set(outcome, for: type, at: name) }
        var replies: [Node] = []
        if let list = pairs[Node("replies")]?.sequence { replies = Array(list) }
        if let data = pairs[Node("data")], data.null == nil { replies.append(data) }
        for reply in replies {
            guard let data = RecordText.data(type, from: fields(of: reply, for: type)) else {
                throw ZoneFileError("\(name): this is not the data of a record of type \(type)", line: reply.mark?.line)
            }
            zone.add(data, type, at: name)
        }
    }

    /// The fields of a record's data: the items of a list, or a text that is cut at blanks unless it is the text of a TXT record.
    private static func fields(of node: Node, for type: RecordType) -> [[UInt8]] {
        // A TXT record of no strings is one of an empty string.
        if let items = node.sequence { return items.isEmpty ? [[]] : items.map { bytes($0.scalar?.string ?? "") } }
        let text = bytes(node.scalar?.string ?? "")
        // An empty text is an empty field: a record that names the root.
        return type == .txt || text.isEmpty ? [text] : text.split(separator: UInt8(ascii: " ")).map { Array($0) }
    }

    /// The bytes of a text. One whose letters all lie under U+0100 and some above U+007F was written with escapes for bytes.
    private static func bytes(_ text: String) -> [UInt8] {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { $0.value > 0x7F }), scalars.allSatisfy({ $0.value < 0x100 }) else { return Array(text.utf8) }
        return scalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
}
