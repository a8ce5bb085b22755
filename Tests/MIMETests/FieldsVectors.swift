// Reads the header tables and the isemail list where they lie, beside the project.

import FoundationEssentials
import Messages
import TestSupport

/// A JSON value whose shape only the case knows.
indirect enum JSONValue: Decodable {
    case null, bool(Bool), number(Int), string(String), array([JSONValue]), object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members[key] else { return nil }
        if case .null = value { return nil }
        return value
    }

    var string: String? { if case .string(let value) = self { value } else { nil } }
    var number: Int? { if case .number(let value) = self { value } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    var isNull: Bool { if case .null = self { true } else { false } }
}

/// One case of a header table: the field's body up to the line end that closes it, and what was recorded for it.
struct HeaderCase: Decodable {
    let header: String
    let expected: JSONValue

    /// The body as the structure parser would cut it: to the first line end that no white space follows.
    var body: [UInt8] {
        let bytes = Array(header.utf8)
        for index in bytes.indices where bytes[index] == 10 && (index + 1 == bytes.count || ![32, 9].contains(bytes[index + 1])) {
            // An empty line before any text is a fold that its writer got wrong, not the end.
            if bytes[..<index].allSatisfy({ [32, 9, 13, 10].contains($0) }), index + 1 < bytes.count { continue }
            return Array(bytes[..<index])
        }
        return bytes
    }

    static func table(_ name: String) throws -> [HeaderCase]? {
        guard let path = SharedData.vectors("mime/header-tables/\(name).json") else { return nil }
        return try JSONDecoder().decode([HeaderCase].self, from: Data(SharedData.bytes(at: path)))
    }
}

/// One address of the isemail list and the category recorded for it.
struct IsEmailCase {
    let id: String
    let address: String
    let category: String

    static func list() throws -> [IsEmailCase]? {
        guard let path = SharedData.vectors("mime/address/isemail-tests.xml") else { return nil }
        let text = String(decoding: try SharedData.bytes(at: path), as: UTF8.self)
        return text.components(separatedBy: "<test id=\"").dropFirst().map { block in
            IsEmailCase(
                id: String(block.prefix { $0 != "\"" }), address: unescaped(element("address", in: block)),
                category: element("category", in: block))
        }
    }

    private static func element(_ name: String, in block: String) -> String {
        let halves = block.components(separatedBy: "<\(name)>")
        return halves.count > 1 ? halves[1].components(separatedBy: "</\(name)>")[0] : ""
    }

    /// Resolves entities, and the pictures of control characters (U+2400 and on) that the list uses for them.
    private static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        while let next = rest.popFirst() {
            var scalar = next
            if next == "&", let end = rest.firstIndex(of: ";") {
                let name = String(rest[..<end])
                if name.hasPrefix("#x"), let value = UInt32(name.dropFirst(2), radix: 16) {
                    scalar = Unicode.Scalar(value) ?? next
                } else {
                    scalar = named[name] ?? next
                }
                rest = rest[rest.index(after: end)...]
            }
            if (0x2400...0x2420).contains(scalar.value) { scalar = Unicode.Scalar(UInt8(scalar.value - 0x2400)) }
            result.append(scalar)
        }
        return String(result)
    }
}

extension ByteRange {
    /// All of a buffer.
    init(all bytes: [UInt8]) { self.init(0, bytes.count) }
}
