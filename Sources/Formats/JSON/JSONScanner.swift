/// A place in a text of JSON (RFC 8259), and the steps that move it. The text is handed to each step: it is not kept.
///
/// Strict, but for lone surrogates in escapes, which become U+FFFD: devices send them, and a message is not lost for one.
public struct JSONScanner {
    /// The offset of the next byte.
    public var index = 0

    /// A place at the beginning of a text, behind its byte order mark where it has one.
    public init(_ bytes: Span<UInt8>) {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
    }

    /// Moves past white space (section 2).
    public mutating func skipSpace(_ bytes: Span<UInt8>) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    /// Moves past a byte, if it is the next.
    public mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Moves past a word, `null`, `true` or `false`, if it is next (section 3).
    public mutating func take(word: String, _ bytes: Span<UInt8>) -> Bool {
        let start = index
        for letter in word.utf8 where !take(letter, bytes) {
            index = start
            return false
        }
        return true
    }

    // MARK: Strings (section 7)

    /// Moves past a string and gives its bytes, escapes undone.
    public mutating func string(_ bytes: Span<UInt8>) throws(JSONProblem) -> [UInt8] {
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

    /// Moves past a number and gives it as it is written.
    public mutating func number(_ bytes: Span<UInt8>) throws(JSONProblem) -> String {
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

    // MARK: Values that nobody asked for

    /// Moves past any value. Depth is a counter and a list of what is open, not recursion.
    public mutating func skipValue(_ bytes: Span<UInt8>) throws(JSONProblem) {
        // True for an object, false for a list.
        var open: [Bool] = []
        while true {
            skipSpace(bytes)
            guard index < bytes.count else { throw JSONProblem(.badSyntax, at: index) }
            var isClosed = true
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = bytes[index] == UInt8(ascii: "{")
                guard open.count < JSONLimits.depth else { throw JSONProblem(.tooDeep, at: index) }
                index += 1
                skipSpace(bytes)
                if !take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes) {
                    open.append(isObject)
                    if isObject { try skipName(bytes) }
                    isClosed = false
                }
            case UInt8(ascii: "\""): _ = try string(bytes)
            case UInt8(ascii: "-"), 48...57: _ = try number(bytes)
            default:
                guard take(word: "null", bytes) || take(word: "true", bytes) || take(word: "false", bytes)
                else { throw JSONProblem(.badSyntax, at: index) }
            }
            while isClosed {
                guard let isObject = open.last else { return }
                skipSpace(bytes)
                if take(UInt8(ascii: ","), bytes) {
                    if isObject { try skipName(bytes) }
                    break
                }
                guard take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes) else { throw JSONProblem(.badSyntax, at: index) }
                open.removeLast()
            }
        }
    }

    private mutating func skipName(_ bytes: Span<UInt8>) throws(JSONProblem) {
        skipSpace(bytes)
        _ = try string(bytes)
        skipSpace(bytes)
        guard take(UInt8(ascii: ":"), bytes) else { throw JSONProblem(.badSyntax, at: index) }
    }
}
