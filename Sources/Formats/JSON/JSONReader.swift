extension JSONValue {
    /// Reads a text that is one value (RFC 8259), a byte order mark before it passed over.
    public init(_ bytes: Span<UInt8>) throws(JSONProblem) {
        var reader = JSONReader(bytes)
        self = try reader.value(bytes, depth: 0)
        reader.scanner.skipSpace(bytes)
        guard reader.scanner.index == bytes.count else { throw JSONProblem(.badSyntax, at: reader.scanner.index) }
    }
}

/// Reads values. Lists and objects are read by recursion no deeper than `JSONLimits.depth`.
private struct JSONReader {
    var scanner: JSONScanner
    private var values = 0

    init(_ bytes: Span<UInt8>) {
        scanner = JSONScanner(bytes)
    }

    mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(JSONProblem) -> JSONValue {
        scanner.skipSpace(bytes)
        guard scanner.index < bytes.count else { throw JSONProblem(.badSyntax, at: scanner.index) }
        values += 1
        guard values <= JSONLimits.values else { throw JSONProblem(.tooMany, at: scanner.index) }
        switch bytes[scanner.index] {
        case UInt8(ascii: "{"): return try object(bytes, depth: depth + 1)
        case UInt8(ascii: "["): return try list(bytes, depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try scanner.string(bytes))
        case UInt8(ascii: "-"), 48...57: return .number(try scanner.number(bytes))
        default:
            if scanner.take(word: "true", bytes) { return .bool(true) }
            if scanner.take(word: "false", bytes) { return .bool(false) }
            if scanner.take(word: "null", bytes) { return .null }
            throw JSONProblem(.badSyntax, at: scanner.index)
        }
    }

    // MARK: Lists and objects (sections 4 and 5)

    private mutating func list(_ bytes: Span<UInt8>, depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth <= JSONLimits.depth else { throw JSONProblem(.tooDeep, at: scanner.index) }
        scanner.index += 1
        scanner.skipSpace(bytes)
        if scanner.take(UInt8(ascii: "]"), bytes) { return .list([]) }
        var elements: [JSONValue] = []
        repeat {
            elements.append(try value(bytes, depth: depth))
            scanner.skipSpace(bytes)
        } while scanner.take(UInt8(ascii: ","), bytes)
        guard scanner.take(UInt8(ascii: "]"), bytes) else { throw JSONProblem(.badSyntax, at: scanner.index) }
        return .list(elements)
    }

    /// So few members are compared with one another; of more the names are kept in a set.
    private static let few = 8

    private mutating func object(_ bytes: Span<UInt8>, depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth <= JSONLimits.depth else { throw JSONProblem(.tooDeep, at: scanner.index) }
        scanner.index += 1
        scanner.skipSpace(bytes)
        if scanner.take(UInt8(ascii: "}"), bytes) { return .object([]) }
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        repeat {
            scanner.skipSpace(bytes)
            let start = scanner.index
            let name = String(decoding: try scanner.string(bytes), as: UTF8.self)
            if members.count == JSONReader.few { names = Set(members.map(\.name)) }
            // Two readers of one text must not see two different members (RFC 8259 section 4).
            let isNew = members.count < JSONReader.few ? !members.contains { $0.name == name } : names.insert(name).inserted
            guard isNew else { throw JSONProblem(.repeatedName, at: start) }
            scanner.skipSpace(bytes)
            guard scanner.take(UInt8(ascii: ":"), bytes) else { throw JSONProblem(.badSyntax, at: scanner.index) }
            members.append(JSONValue.Member(name, try value(bytes, depth: depth)))
            scanner.skipSpace(bytes)
        } while scanner.take(UInt8(ascii: ","), bytes)
        guard scanner.take(UInt8(ascii: "}"), bytes) else { throw JSONProblem(.badSyntax, at: scanner.index) }
        return .object(members)
    }
}
