/// Cuts a zone file into entries: fields between blanks, strings in quotes, comments left out, entries in parentheses joined (RFC 1035
/// section 5.1).
struct ZoneFileLines {
    /// A field of an entry, its escapes resolved.
    struct Field {
        var bytes: [UInt8]
        /// Whether it has quotes or escapes, and so stands for itself, whatever it looks like.
        var isVerbatim = false
        /// Whether a dot stands behind a backslash, and so belongs to a label and does not end it.
        var hasEscapedDot = false

        /// The field as text.
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// One entry.
    struct Entry {
        var line: Int
        /// Whether it begins with a blank, and so is about the name of the entry before.
        var continuesName: Bool
        var fields: [Field]
    }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // What some editors put before a text in UTF-8.
        index = WrittenZone.byteOrderMark(of: bytes)
    }

    /// The next entry that has fields; nothing at the end.
    mutating func next() throws(ZoneFileError) -> Entry? {
        while index < bytes.count {
            var entry = Entry(line: line, continuesName: isBlank(bytes[index]), fields: [])
            try read(into: &entry.fields, from: line)
            if !entry.fields.isEmpty { return entry }
        }
        return nil
    }

    /// Reads fields up to the end of the line, or of the last line where parentheses stand open.
    private mutating func read(into fields: inout [Field], from first: Int) throws(ZoneFileError) {
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                index += 1
                line += 1
                if depth == 0 { return }
            case UInt8(ascii: ";"): skipComment()
            case UInt8(ascii: "("):
                depth += 1
                index += 1
            case UInt8(ascii: ")"):
                guard depth > 0 else { throw ZoneFileError("a parenthesis is closed that was not opened; remove it", line: line) }
                depth -= 1
                index += 1
            case UInt8(ascii: "\""): fields.append(try quoted())
            case let byte where isBlank(byte): index += 1
            default: fields.append(try plain())
            }
        }
        guard depth == 0 else { throw ZoneFileError("a parenthesis is never closed; close it", line: first) }
    }

    private mutating func skipComment() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func quoted() throws(ZoneFileError) -> Field {
        let first = line
        var field = Field(bytes: [], isVerbatim: true)
        index += 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return field
            case UInt8(ascii: "\\"): field.bytes.append(try escaped())
            case UInt8(ascii: "\n"):
                throw ZoneFileError("a string in quotes does not end on its line; put a quote at its end", line: first)
            default:
                field.bytes.append(bytes[index])
                index += 1
            }
        }
        throw ZoneFileError("a string in quotes never ends; put a quote at its end", line: first)
    }

    private mutating func plain() throws(ZoneFileError) -> Field {
        var field = Field(bytes: [])
        while index < bytes.count {
            let byte = bytes[index]
            if isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(")
                || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
            {
                break
            }
            if byte == UInt8(ascii: "\\") {
                field.isVerbatim = true
                let byte = try escaped()
                field.hasEscapedDot = field.hasEscapedDot || byte == UInt8(ascii: ".")
                field.bytes.append(byte)
            } else {
                field.bytes.append(byte)
                index += 1
            }
        }
        return field
    }

    /// A backslash with a byte, or with three digits that are the number of one.
    private mutating func escaped() throws(ZoneFileError) -> UInt8 {
        index += 1
        guard index < bytes.count, bytes[index] != UInt8(ascii: "\n") else {
            throw ZoneFileError("nothing follows a backslash; remove it or write it twice", line: line)
        }
        guard bytes[index] &- 48 < 10 else {
            index += 1
            return bytes[index - 1]
        }
        guard index + 3 <= bytes.count, let value = UInt8(String(decoding: bytes[index..<(index + 3)], as: UTF8.self)) else {
            throw ZoneFileError("a backslash before a digit needs three digits up to 255", line: line)
        }
        index += 3
        return value
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
