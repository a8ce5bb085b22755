/// A place in a line of JSON (RFC 8259), and the steps that move it. The line is handed to each step: it is not kept.
///
/// Strict, but for lone surrogates in escapes, which become U+FFFD: handsets send them, and a text is not lost for one.
struct JSONScanner {
    /// The offset of the next byte.
    var index = 0

    /// Moves past white space (section 2).
    mutating func skipSpace(_ line: Span<UInt8>) {
        while index < line.count, [0x20, 0x09, 0x0A, 0x0D].contains(line[index]) { index += 1 }
    }

    /// Moves past a byte, if it is the next.
    mutating func take(_ byte: UInt8, _ line: Span<UInt8>) -> Bool {
        guard index < line.count, line[index] == byte else { return false }
        index += 1
        return true
    }

    /// Moves past `null`, if it is next.
    mutating func takeNull(_ line: Span<UInt8>) -> Bool {
        takeWord([0x6E, 0x75, 0x6C, 0x6C], line)
    }

    private mutating func takeWord(_ word: [UInt8], _ line: Span<UInt8>) -> Bool {
        guard index + word.count <= line.count else { return false }
        for offset in word.indices where line[index + offset] != word[offset] { return false }
        index += word.count
        return true
    }

    // MARK: Strings (section 7)

    /// Moves past a string and gives its bytes, escapes undone.
    mutating func string(_ line: Span<UInt8>) throws(TextRecordError) -> [UInt8] {
        guard take(UInt8(ascii: "\""), line) else { throw TextRecordError(.badSyntax, at: index) }
        var bytes: [UInt8] = []
        while index < line.count {
            let byte = line[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return bytes
            case UInt8(ascii: "\\"): try escape(line, into: &bytes)
            case 0..<0x20: throw TextRecordError(.badString, at: index)
            default:
                bytes.append(byte)
                index += 1
            }
        }
        throw TextRecordError(.badString, at: index)
    }

    private mutating func escape(_ line: Span<UInt8>, into bytes: inout [UInt8]) throws(TextRecordError) {
        let start = index
        guard index + 1 < line.count else { throw TextRecordError(.badString, at: start) }
        index += 2
        switch line[start + 1] {
        case UInt8(ascii: "\""): bytes.append(0x22)
        case UInt8(ascii: "\\"): bytes.append(0x5C)
        case UInt8(ascii: "/"): bytes.append(0x2F)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"):
            guard let unit = unit(line, at: index) else { throw TextRecordError(.badString, at: start) }
            index += 4
            if unit & 0xFC00 == 0xD800, index + 1 < line.count, line[index] == 0x5C, line[index + 1] == UInt8(ascii: "u"),
                let low = self.unit(line, at: index + 2), low & 0xFC00 == 0xDC00
            {
                index += 6
                UTF8Text.append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &bytes)
            } else {
                UTF8Text.append(unit, to: &bytes)
            }
        default: throw TextRecordError(.badString, at: start)
        }
    }

    private func unit(_ line: Span<UInt8>, at start: Int) -> UInt32? {
        guard start + 4 <= line.count else { return nil }
        var unit: UInt32 = 0
        for offset in 0..<4 {
            let byte = line[start + offset]
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

    /// Moves past a number and gives its bytes.
    mutating func number(_ line: Span<UInt8>) throws(TextRecordError) -> [UInt8] {
        let start = index
        _ = take(UInt8(ascii: "-"), line)
        if take(UInt8(ascii: "0"), line) {
            // A zero in front of other digits is no number; what follows is then out of place.
        } else if !takeDigits(line) {
            throw TextRecordError(.badNumber, at: start)
        }
        if take(UInt8(ascii: "."), line), !takeDigits(line) { throw TextRecordError(.badNumber, at: start) }
        if take(UInt8(ascii: "e"), line) || take(UInt8(ascii: "E"), line) {
            if !take(UInt8(ascii: "+"), line) { _ = take(UInt8(ascii: "-"), line) }
            guard takeDigits(line) else { throw TextRecordError(.badNumber, at: start) }
        }
        return (start..<index).map { line[$0] }
    }

    private mutating func takeDigits(_ line: Span<UInt8>) -> Bool {
        let start = index
        while index < line.count, (48...57).contains(line[index]) { index += 1 }
        return index > start
    }

    // MARK: Values that nobody asked for

    /// Moves past any value. Depth is a counter and a list of what is open, not recursion.
    mutating func skipValue(_ line: Span<UInt8>) throws(TextRecordError) {
        // True for an object, false for a list.
        var open: [Bool] = []
        while true {
            skipSpace(line)
            guard index < line.count else { throw TextRecordError(.badSyntax, at: index) }
            var isClosed = true
            switch line[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = line[index] == UInt8(ascii: "{")
                guard open.count < TextMessageLimits.recordDepth else { throw TextRecordError(.tooDeep, at: index) }
                index += 1
                skipSpace(line)
                if !take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), line) {
                    open.append(isObject)
                    if isObject { try skipName(line) }
                    isClosed = false
                }
            case UInt8(ascii: "\""): _ = try string(line)
            case UInt8(ascii: "-"), 48...57: _ = try number(line)
            default:
                guard takeNull(line) || takeWord([0x74, 0x72, 0x75, 0x65], line) || takeWord([0x66, 0x61, 0x6C, 0x73, 0x65], line)
                else { throw TextRecordError(.badSyntax, at: index) }
            }
            while isClosed {
                guard let isObject = open.last else { return }
                skipSpace(line)
                if take(UInt8(ascii: ","), line) {
                    if isObject { try skipName(line) }
                    break
                }
                guard take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), line) else { throw TextRecordError(.badSyntax, at: index) }
                open.removeLast()
            }
        }
    }

    private mutating func skipName(_ line: Span<UInt8>) throws(TextRecordError) {
        skipSpace(line)
        _ = try string(line)
        skipSpace(line)
        guard take(UInt8(ascii: ":"), line) else { throw TextRecordError(.badSyntax, at: index) }
    }
}
