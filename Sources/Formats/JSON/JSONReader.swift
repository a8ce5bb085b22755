extension JSONValue {
    /// Reads a text that is one value (RFC 8259), a byte order mark before it passed over.
    ///
    /// Strict, but for lone surrogates in escapes, which become U+FFFD: devices send them, and a message is not lost for one.
    public init(_ bytes: Span<UInt8>) throws(JSONProblem) {
        var reader = JSONReader()
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { reader.index = 3 }
        self = try reader.value(bytes, depth: 0)
        reader.skipSpace(bytes)
        guard reader.index == bytes.count else { throw JSONProblem(.badSyntax, at: reader.index) }
    }
}

/// A place in a text of JSON, and the steps that move it. Lists and objects are read by recursion no deeper than `JSONLimits.depth`.
private struct JSONReader {
    var index = 0
    private var values = 0

    mutating func skipSpace(_ bytes: Span<UInt8>) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(JSONProblem) -> JSONValue {
        skipSpace(bytes)
        guard index < bytes.count else { throw JSONProblem(.badSyntax, at: index) }
        values += 1
        guard values <= JSONLimits.values else { throw JSONProblem(.tooMany, at: index) }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(bytes, depth: depth + 1)
        case UInt8(ascii: "["): return try list(bytes, depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string(bytes))
        case UInt8(ascii: "-"), 48...57: return .number(try number(bytes))
        case UInt8(ascii: "t"): return try word([0x74, 0x72, 0x75, 0x65], .bool(true), bytes)
        case UInt8(ascii: "f"): return try word([0x66, 0x61, 0x6C, 0x73, 0x65], .bool(false), bytes)
        case UInt8(ascii: "n"): return try word([0x6E, 0x75, 0x6C, 0x6C], .null, bytes)
        default: throw JSONProblem(.badSyntax, at: index)
        }
    }

    private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func word(_ word: [UInt8], _ value: JSONValue, _ bytes: Span<UInt8>) throws(JSONProblem) -> JSONValue {
        let start = index
        for expected in word { guard take(expected, bytes) else { throw JSONProblem(.badSyntax, at: start) } }
        return value
    }

    // MARK: Lists and objects (sections 4 and 5)

    private mutating func list(_ bytes: Span<UInt8>, depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth <= JSONLimits.depth else { throw JSONProblem(.tooDeep, at: index) }
        index += 1
        skipSpace(bytes)
        if take(UInt8(ascii: "]"), bytes) { return .list([]) }
        var elements: [JSONValue] = []
        repeat {
            elements.append(try value(bytes, depth: depth))
            skipSpace(bytes)
        } while take(UInt8(ascii: ","), bytes)
        guard take(UInt8(ascii: "]"), bytes) else { throw JSONProblem(.badSyntax, at: index) }
        return .list(elements)
    }

    /// So few members are compared with one another; of more the names are kept in a set.
    private static let few = 8

    private mutating func object(_ bytes: Span<UInt8>, depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth <= JSONLimits.depth else { throw JSONProblem(.tooDeep, at: index) }
        index += 1
        skipSpace(bytes)
        if take(UInt8(ascii: "}"), bytes) { return .object([]) }
        var members: [JSONValue.Member] = []
        var names: Set<String> = []
        repeat {
            skipSpace(bytes)
            let start = index
            let name = String(decoding: try string(bytes), as: UTF8.self)
            if members.count == JSONReader.few { names = Set(members.map(\.name)) }
            // Two readers of one text must not see two different members (RFC 8259 section 4).
            let isNew = members.count < JSONReader.few ? !members.contains { $0.name == name } : names.insert(name).inserted
            guard isNew else { throw JSONProblem(.repeatedName, at: start) }
            skipSpace(bytes)
            guard take(UInt8(ascii: ":"), bytes) else { throw JSONProblem(.badSyntax, at: index) }
            members.append(JSONValue.Member(name, try value(bytes, depth: depth)))
            skipSpace(bytes)
        } while take(UInt8(ascii: ","), bytes)
        guard take(UInt8(ascii: "}"), bytes) else { throw JSONProblem(.badSyntax, at: index) }
        return .object(members)
    }

    // MARK: Strings (section 7)

    private mutating func string(_ bytes: Span<UInt8>) throws(JSONProblem) -> [UInt8] {
        guard take(UInt8(ascii: "\""), bytes) else { throw JSONProblem(.badSyntax, at: index) }
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return text
            case UInt8(ascii: "\\"): try escape(bytes, into: &text)
            case 0..<0x20: throw JSONProblem(.badString, at: index)
            default:
                text.append(byte)
                index += 1
            }
        }
        throw JSONProblem(.badString, at: index)
    }

    private mutating func escape(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws(JSONProblem) {
        let start = index
        guard index + 1 < bytes.count else { throw JSONProblem(.badString, at: start) }
        index += 2
        switch bytes[start + 1] {
        case UInt8(ascii: "\""): text.append(0x22)
        case UInt8(ascii: "\\"): text.append(0x5C)
        case UInt8(ascii: "/"): text.append(0x2F)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let unit = unit(bytes, at: index) else { throw JSONProblem(.badString, at: start) }
            index += 4
            text.append(contentsOf: scalar(beginningWith: unit, bytes))
        default: throw JSONProblem(.badString, at: start)
        }
    }

    /// The character that a unit of UTF-16 begins, in UTF-8; takes the other half of a pair.
    private mutating func scalar(beginningWith unit: UInt32, _ bytes: Span<UInt8>) -> String.UTF8View {
        var value = unit
        if unit & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == UInt8(ascii: "u"),
            let low = self.unit(bytes, at: index + 2), low & 0xFC00 == 0xDC00
        {
            index += 6
            value = 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)
        }
        return String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8
    }

    private func unit(_ bytes: Span<UInt8>, at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for offset in 0..<4 {
            let byte = bytes[start + offset]
            switch byte {
            case 48...57: unit = unit << 4 | UInt32(byte - 48)
            case 65...70: unit = unit << 4 | UInt32(byte - 55)
            case 97...102: unit = unit << 4 | UInt32(byte - 87)
            default: return nil
            }
        }
        return unit
    }

    // MARK: Numbers (section 6)

    private mutating func number(_ bytes: Span<UInt8>) throws(JSONProblem) -> String {
        let start = index
        _ = take(UInt8(ascii: "-"), bytes)
        if take(UInt8(ascii: "0"), bytes) {
            // A zero in front of other digits is no number; what follows is then out of place.
        } else if !takeDigits(bytes) {
            throw JSONProblem(.badNumber, at: start)
        }
        if take(UInt8(ascii: "."), bytes), !takeDigits(bytes) { throw JSONProblem(.badNumber, at: start) }
        if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
            if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
            guard takeDigits(bytes) else { throw JSONProblem(.badNumber, at: start) }
        }
        return String(decoding: (start..<index).map { bytes[$0] }, as: UTF8.self)
    }

    private mutating func takeDigits(_ bytes: Span<UInt8>) -> Bool {
        let start = index
        while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
        return index > start
    }
}
