extension TextRecord {
    /// Reads a line of tab-separated columns: label, language, text and, where there is one, category.
    ///
    /// The line comes without its line feed; a carriage return at its end is dropped. In the text `\\`, `\n`, `\r` and `\t` stand
    /// for a backslash, a line feed, a carriage return and a tab.
    public init(tsv line: Span<UInt8>) throws(TextRecordError) {
        guard line.count <= TextMessageLimits.recordBytes else { throw TextRecordError(.tooLong, at: TextMessageLimits.recordBytes) }
        var end = line.count
        if end > 0, line[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        var tabs: [Int] = []
        for index in 0..<end where line[index] == UInt8(ascii: "\t") {
            guard tabs.count < 3 else { throw TextRecordError(.tooManyColumns, at: index) }
            tabs.append(index)
        }
        guard tabs.count >= 2 else { throw TextRecordError(.tooFewColumns, at: end) }
        let textEnd = tabs.count == 3 ? tabs[2] : end
        self.init(text: try Self.unescaped(line, from: tabs[1] + 1, to: textEnd))
        label = Self.column(line, from: line.count >= 3 && line[0] == 0xEF && line[1] == 0xBB && line[2] == 0xBF ? 3 : 0, to: tabs[0])
        language = Self.column(line, from: tabs[0] + 1, to: tabs[1])
        category = tabs.count == 3 ? Self.column(line, from: tabs[2] + 1, to: end) : nil
    }

    private static func column(_ line: Span<UInt8>, from start: Int, to end: Int) -> String? {
        start < end ? string(line.extracting(start..<end)) : nil
    }

    /// Bytes as a string for people; what is not UTF-8 becomes U+FFFD.
    static func string(_ bytes: Span<UInt8>) -> String {
        var copy: [UInt8] = []
        copy.reserveCapacity(bytes.count)
        for index in bytes.indices { copy.append(bytes[index]) }
        return String(decoding: copy, as: UTF8.self)
    }

    private static func unescaped(_ line: Span<UInt8>, from start: Int, to end: Int) throws(TextRecordError) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(max(0, end - start))
        var index = start
        while index < end {
            let byte = line[index]
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                index += 1
                continue
            }
            guard index + 1 < end else { throw TextRecordError(.badEscape, at: index) }
            switch line[index + 1] {
            case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
            case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
            case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
            default: throw TextRecordError(.badEscape, at: index)
            }
            index += 2
        }
        return text
    }
}
