// MatrixEvents: events of Matrix as their servers sign them. What comes is a stranger's, read as JSON within its limits; what cannot be written in the one
// form that everybody signs is an error, and is never guessed.

public import JSON

/// The one form of a JSON value that Matrix signs: no blanks, members in the order of their names, numbers whole (Matrix 1.18, appendices, "Canonical JSON").
public enum CanonicalJSON {
    /// Why a value has no such form.
    public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// A number that is not whole, or beyond 2^53 - 1 on either side.
        case number(String)
        /// A string or a name that is not UTF-8.
        case encoding

        /// What is wrong, and what is wanted.
        public var description: String {
            switch self {
            case .number(let written): "the number \(written.prefix(40)) is not a whole one from -(2^53 - 1) to 2^53 - 1"
            case .encoding: "a string is not UTF-8"
            }
        }
    }

    private static let greatest = 1 << 53 - 1

    /// The form of a value, in UTF-8.
    public static func bytes(of value: JSONValue) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        try write(value, into: &bytes)
        return bytes
    }

    private static func write(_ value: JSONValue, into bytes: inout [UInt8]) throws(Problem) {
        switch value {
        case .null: bytes += Array("null".utf8)
        case .bool(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .number(let written): bytes += Array(String(try whole(written)).utf8)
        case .string(let text): try write(text, into: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                try write(element, into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): try write(members, into: &bytes)
        }
    }

    private static func write(_ members: [JSONValue.Member], into bytes: inout [UInt8]) throws(Problem) {
        bytes.append(UInt8(ascii: "{"))
        // By code points, which is the order of the bytes in UTF-8.
        let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (place, member) in sorted.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            try write(Array(member.name.utf8), into: &bytes)
            bytes.append(UInt8(ascii: ":"))
            try write(member.value, into: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// A number that is written without a point or an exponent.
    private static func whole(_ written: String) throws(Problem) -> Int {
        guard let number = Int(written), (-greatest...greatest).contains(number) else { throw .number(written) }
        return number
    }

    private static func write(_ text: [UInt8], into bytes: inout [UInt8]) throws(Problem) {
        guard String(validating: text, as: UTF8.self) != nil else { throw .encoding }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case 0x08: bytes += Array("\\b".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0..<0x20: bytes += Array((byte < 16 ? "\\u000" : "\\u00").utf8) + Array(String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
