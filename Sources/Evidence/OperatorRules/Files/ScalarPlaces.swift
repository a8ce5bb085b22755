internal import Yams

/// Tells where in a file the bytes of a scalar stand, so that what is wrong in an expression is named by line and column.
///
/// YAML folds lines, doubles quotation marks and drops indentation. So the value and the source are walked side by side: blanks of the one
/// are blanks of the other, however many, and what stands in the source and not in the value is passed over. Where the two part for good,
/// the place is the scalar's own.
struct ScalarPlaces {
    private let path: String
    private let lines: [Substring.UTF8View]

    /// The places of a file's text.
    init(path: String, text: String) {
        self.path = path
        lines = text[...].utf8.split(separator: 10, omittingEmptySubsequences: false)
    }

    /// Where a node begins.
    func place(of node: Node) -> RulePlace {
        RulePlace(path: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// The most bytes of the source that are passed over between two bytes of a value: quotation marks and escapes.
    private static let gap = 4

    /// Where the byte at an offset of a scalar's value stands.
    func place(of offset: Int, in scalar: Node.Scalar) -> RulePlace {
        guard let mark = scalar.mark else { return RulePlace(path: path, line: 1) }
        let start = RulePlace(path: path, line: mark.line, column: mark.column)
        var cursor = Cursor(line: mark.line - 1, byte: byte(ofColumn: mark.column, line: mark.line - 1))
        switch scalar.style {
        case .literal, .folded:
            cursor = Cursor(line: mark.line, byte: 0)
            skipBlanks(&cursor)
        case .singleQuoted, .doubleQuoted: cursor.byte += 1
        default: break
        }
        var index = 0
        for byte in scalar.string.utf8 {
            if index == offset { break }
            index += 1
            if isBlank(byte) {
                // The blank may have been a line end with all the indentation after it.
                guard let source = source(at: cursor), isBlank(source) else { continue }
                step(&cursor)
                if source == 10 { skipBlanks(&cursor) }
            } else {
                var passed = 0
                while let source = source(at: cursor), source != byte, passed < ScalarPlaces.gap || isBlank(source) {
                    passed += isBlank(source) ? 0 : 1
                    step(&cursor)
                }
                guard source(at: cursor) == byte else { return start }
                step(&cursor)
            }
        }
        // The byte that is asked for may stand after blanks of which the value has fewer.
        if index < scalar.string.utf8.count, !isBlank(Array(scalar.string.utf8)[index]) { skipBlanks(&cursor) }
        guard lines.indices.contains(cursor.line) else { return start }
        return RulePlace(path: path, line: cursor.line + 1, column: column(ofByte: cursor.byte, line: cursor.line))
    }

    private struct Cursor {
        var line: Int
        var byte: Int
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 || byte == 13 }

    /// The byte at a place; a line feed at the end of each line but the last.
    private func source(at cursor: Cursor) -> UInt8? {
        guard lines.indices.contains(cursor.line) else { return nil }
        let line = lines[cursor.line]
        guard cursor.byte < line.count else { return cursor.line + 1 < lines.count ? 10 : nil }
        return line[line.index(line.startIndex, offsetBy: cursor.byte)]
    }

    private func step(_ cursor: inout Cursor) {
        guard lines.indices.contains(cursor.line) else { return }
        if cursor.byte < lines[cursor.line].count {
            cursor.byte += 1
        } else {
            cursor = Cursor(line: cursor.line + 1, byte: 0)
        }
    }

    private func skipBlanks(_ cursor: inout Cursor) {
        while let byte = source(at: cursor), isBlank(byte) { step(&cursor) }
    }

    private func byte(ofColumn column: Int, line: Int) -> Int {
        guard lines.indices.contains(line) else { return 0 }
        var characters = 0
        for (offset, byte) in lines[line].enumerated() where byte & 0xC0 != 0x80 {
            characters += 1
            if characters == column { return offset }
        }
        return lines[line].count
    }

    private func column(ofByte offset: Int, line: Int) -> Int {
        lines[line].prefix(offset).count { $0 & 0xC0 != 0x80 } + 1
    }
}
