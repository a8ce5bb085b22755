/// Reads rows of values between commas (RFC 4180), or semicolons or tabs where the first line has more of them.
struct SeparatedValues {
    /// One row.
    struct Row {
        var values: [[UInt8]]
        /// The line it begins at.
        var line: Int
        /// Whether it ends inside a quote.
        var isBroken: Bool
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let first = bytes.prefix { $0 != 0x0A }
        separator =
            [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].max { one, other in
                first.count { $0 == one } < first.count { $0 == other }
            } ?? UInt8(ascii: ",")
    }

    /// The next row, or nothing at the end.
    mutating func next() -> Row? {
        guard index < bytes.count else { return nil }
        var row = Row(values: [], line: line, isBroken: false)
        var value: [UInt8] = []
        var isQuoted = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A { line += 1 }
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
                value.append(byte)
                index += 1
            case UInt8(ascii: "\"") where isQuoted || value.isEmpty: isQuoted.toggle()
            case separator where !isQuoted:
                row.values.append(value)
                value = []
            case 0x0A where !isQuoted:
                if value.last == 0x0D { value.removeLast() }
                row.values.append(value)
                return row
            default: value.append(byte)
            }
        }
        row.values.append(value)
        row.isBroken = isQuoted
        return row
    }
}
