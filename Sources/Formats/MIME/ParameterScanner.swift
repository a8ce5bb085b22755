import Messages

/// Walks over the parameters of a field such as Content-Type without copying (RFC 2045 section 5.1, RFC 2231).
///
/// Trusts nothing: a missing semicolon, quote or value ends a parameter, never the walk. The cursor only moves forward.
struct ParameterScanner {
    /// One parameter, as ranges into the message.
    struct Parameter {
        /// The attribute without the marks of RFC 2231.
        var name = ByteRange.empty
        /// The value, without quotes, escapes still inside.
        var value = ByteRange.empty
        /// Whether the name ended in an asterisk: the value has a charset, a language and percent signs.
        var isExtended = false
        /// The number of a continuation (`name*1`); -1 for a whole value.
        var section = -1
    }

    /// Where reading goes on.
    var cursor: Int
    /// The end of the field.
    let end: Int
    /// Where a quoted value began that was not closed; -1 while there is none.
    var unclosedQuote = -1

    init(from start: Int, to end: Int) {
        cursor = start
        self.end = end
    }

    /// Passes over white space, folds and comments (RFC 5322 section 3.2.2).
    mutating func skipFolding(_ bytes: Span<UInt8>) {
        var nesting = 0
        while cursor < end {
            let byte = bytes[cursor]
            if byte == UInt8(ascii: "(") {
                nesting += 1
            } else if nesting > 0, byte == UInt8(ascii: ")") {
                nesting -= 1
            } else if nesting > 0, byte == UInt8(ascii: "\\") {
                cursor += 1
            } else if nesting == 0, byte > 32 {
                return
            }
            cursor += 1
        }
        cursor = end
    }

    /// Reads a run of token characters (RFC 2045 section 5.1), asterisks included.
    mutating func token(_ bytes: Span<UInt8>) -> ByteRange {
        let start = cursor
        while cursor < end, ParameterScanner.isToken(bytes[cursor]) { cursor += 1 }
        return ByteRange(start, cursor)
    }

    /// Whether a byte may stand in a token: not a control, a space, or one of the `tspecials`.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, 127: false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "="):
            false
        default: true
        }
    }

    /// The next parameter, or nothing at the end of the field.
    mutating func next(_ bytes: Span<UInt8>) -> Parameter? {
        while true {
            skipFolding(bytes)
            guard cursor < end else { return nil }
            let name = token(bytes)
            if name.isEmpty {
                // A separator, or a character out of place: pass over it.
                cursor += 1
                continue
            }
            skipFolding(bytes)
            guard cursor < end, bytes[cursor] == UInt8(ascii: "=") else { continue }
            cursor += 1
            skipFolding(bytes)
            var parameter = Parameter()
            readMarks(of: name, bytes, into: &parameter)
            parameter.value = value(bytes)
            return parameter
        }
    }

    /// Splits `name*1*` into the attribute, the section's number and the mark of an extended value.
    private func readMarks(of name: ByteRange, _ bytes: Span<UInt8>, into parameter: inout Parameter) {
        var nameEnd = Int(name.end)
        let start = Int(name.start)
        if bytes[nameEnd - 1] == UInt8(ascii: "*") {
            parameter.isExtended = true
            nameEnd -= 1
        }
        var digits = nameEnd
        while digits > start, nameEnd - digits < 4, bytes[digits - 1] &- 48 < 10 { digits -= 1 }
        if digits < nameEnd, digits > start, bytes[digits - 1] == UInt8(ascii: "*") {
            var number = 0
            for index in digits..<nameEnd { number = number * 10 + Int(bytes[index] - 48) }
            parameter.section = number
            nameEnd = digits - 1
        }
        parameter.name = ByteRange(start, nameEnd)
    }

    private mutating func value(_ bytes: Span<UInt8>) -> ByteRange {
        guard cursor < end else { return ByteRange(end, end) }
        guard bytes[cursor] == UInt8(ascii: "\"") else {
            let start = cursor
            while cursor < end, bytes[cursor] > 32, bytes[cursor] != UInt8(ascii: ";") { cursor += 1 }
            return ByteRange(start, cursor)
        }
        let start = cursor + 1
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                cursor = index + 1
                return ByteRange(start, index)
            }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        // No closing quote: the value is taken up to the next separator or line end.
        if unclosedQuote < 0 { unclosedQuote = cursor }
        index = start
        while index < end, bytes[index] != UInt8(ascii: ";"), bytes[index] != 13, bytes[index] != 10 { index += 1 }
        cursor = index
        while index > start, isBlank(bytes[index - 1]) { index -= 1 }
        return ByteRange(start, index)
    }
}
