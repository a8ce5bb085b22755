/// Reads the elements of a submission that hold text (ODK XForms: an element a field). No document types, no entities but XML's own.
struct SubmissionXML {
    /// Why a file cannot be read on.
    struct Problem: Error {
        var line: Int
        var message: String
    }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Calls back for each element without children, with its name without prefix, its text and its line.
    mutating func read(_ field: (String, String, Int) -> Void) throws(Problem) {
        var open: [(name: String, text: [UInt8], isLeaf: Bool, line: Int)] = []
        var fields = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { advance() }
                if !open.isEmpty, open[open.count - 1].text.count < FormLimits.fileBytes {
                    open[open.count - 1].text += bytes[start..<index]
                }
                continue
            }
            if skip("<?", to: "?>") || skip("<!--", to: "-->") { continue }
            if starts(with: "<!") { throw Problem(line: line, message: "a document type or a section of raw text; a submission has none") }
            let tag = try readTag()
            switch tag.kind {
            case .end:
                guard let last = open.popLast(), last.name == tag.name else {
                    throw Problem(line: line, message: "</\(tag.name)> ends what did not begin; what stands before was read")
                }
                if last.isLeaf { field(last.name, SubmissionXML.text(last.text), last.line) }
            case .start:
                if !open.isEmpty { open[open.count - 1].isLeaf = false }
                fields += 1
                guard open.count < FormLimits.depth, fields <= FormLimits.fields * 12 else {
                    throw Problem(line: line, message: "there are too many elements, or too deep in each other")
                }
                open.append((tag.name, [], true, line))
            case .empty: if !open.isEmpty { open[open.count - 1].isLeaf = false }
            }
        }
        if let last = open.last {
            throw Problem(line: line, message: "the file was cut off inside <\(last.name)>; what stands before was read")
        }
    }

    private enum TagKind {
        case start, end, empty
    }

    private mutating func readTag() throws(Problem) -> (name: String, kind: TagKind) {
        advance()
        let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if isEnd { advance() }
        let start = index
        while index < bytes.count, !SubmissionXML.endsName(bytes[index]) { advance() }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        var quote: UInt8?
        while index < bytes.count, quote != nil || bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            if byte == quote { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
            advance()
        }
        guard index < bytes.count, !name.isEmpty else {
            throw Problem(line: line, message: "the file was cut off inside a tag; what stands before was read")
        }
        let isEmpty = bytes[index - 1] == UInt8(ascii: "/") && !isEnd
        advance()
        return (String(name.split(separator: ":").last ?? ""), isEnd ? .end : isEmpty ? .empty : .start)
    }

    private static func endsName(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") }

    private mutating func advance() {
        if bytes[index] == 0x0A { line += 1 }
        index += 1
    }

    private func starts(with text: StaticString) -> Bool { bytes[index...].starts(with: text.description.utf8) }

    private mutating func skip(_ start: StaticString, to end: StaticString) -> Bool {
        guard starts(with: start) else { return false }
        for _ in 0..<start.utf8CodeUnitCount { advance() }
        while index < bytes.count, !starts(with: end) { advance() }
        for _ in 0..<min(end.utf8CodeUnitCount, bytes.count - index) { advance() }
        return true
    }

    /// Text with XML's own entities and numbers of characters undone.
    private static func text(_ bytes: [UInt8]) -> String {
        let raw = String(decoding: bytes, as: UTF8.self)
        guard raw.utf8.contains(UInt8(ascii: "&")) else { return raw }
        var text = ""
        for (place, piece) in raw.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
            guard place > 0, let end = piece.firstIndex(of: ";"), let character = character(piece[..<end]) else {
                text += (place > 0 ? "&" : "") + piece
                continue
            }
            text += character + piece[piece.index(after: end)...]
        }
        return text
    }

    private static func character(_ name: Substring) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let number = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
    }
}
