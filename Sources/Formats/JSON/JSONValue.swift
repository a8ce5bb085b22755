// JSON: values of RFC 8259, read from bytes of strangers and written for programs.
//
// What is read is never trusted: depth and number of values are bounded, and a text that is not JSON is an error with its byte.

/// One value of JSON (RFC 8259 section 3).
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as it was written.
    case number(String)
    /// A string's bytes, escapes undone. They are meant to be UTF-8 and need not be.
    case string([UInt8])
    /// A list.
    case list([JSONValue])
    /// An object: its members in the order they came, no name twice.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: JSONValue

        /// A member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The member of an object with this name; nothing where there is none, where it is null, and in what is no object.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self, let found = members.first(where: { $0.name == name })?.value, found != .null else {
            return nil
        }
        return found
    }

    /// The bytes of a string.
    public var bytes: [UInt8]? {
        guard case .string(let bytes) = self else { return nil }
        return bytes
    }

    /// A string, what is not UTF-8 replaced.
    public var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    /// A number as it was written.
    public var number: String? {
        guard case .number(let written) = self else { return nil }
        return written
    }

    /// True or false.
    public var flag: Bool? {
        guard case .bool(let flag) = self else { return nil }
        return flag
    }

    /// The elements of a list.
    public var elements: [JSONValue]? {
        guard case .list(let elements) = self else { return nil }
        return elements
    }

    /// What it is, in a word, for sentences.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

/// Why a text is not JSON.
public struct JSONProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case badSyntax = "this is not JSON"
        case badString = "a string that is broken: a control character, an unknown escape, or no end"
        case badNumber = "a number that is broken"
        case tooDeep = "lists and objects lie too deep in each other"
        case tooMany = "there are too many values"
        case repeatedName = "a name stands twice in one object"
    }

    /// What is wrong.
    public var code: Code
    /// The offset of the byte where it is wrong.
    public var offset: Int

    /// A problem at a byte.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// Where and what.
    public var description: String { "byte \(offset): \(code.rawValue)" }
}
