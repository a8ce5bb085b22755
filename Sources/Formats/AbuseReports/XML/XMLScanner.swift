// Takes the XML of reports apart (XML 1.0, fifth edition): elements, text, CDATA, references to characters and the five entities that every
// document has. A document type ends the reading: no report has one, so there is nothing to expand, to include or to fetch, and memory
// cannot grow beyond the document. That is why no general XML library stands here. Input is hostile, in UTF-8.

/// One pass over a document, a token at a time.
struct XMLScanner {
    /// Why the pass ended before the document did.
    private(set) var failure: ReportProblem?
    private var index: Int
    private let limits: ReportLimits
    /// The names of the elements that are open.
    private var open: [Range<Int>] = []
    /// The name of an empty element whose end is still to be told.
    private var pendingEnd: Range<Int>?
    private var elements = 0

    init(_ bytes: Span<UInt8>, limits: ReportLimits) {
        self.limits = limits
        // A byte order mark is no part of the document.
        index = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// How many elements are open.
    var depth: Int { open.count }

    /// The next token; nothing at the end, whether the document is whole or not.
    mutating func next(_ bytes: Span<UInt8>) -> XMLToken? {
        if let name = pendingEnd {
            pendingEnd = nil
            open.removeLast()
            return .end(name: name)
        }
        while failure == nil, index < bytes.count {
            if bytes[index] != UInt8(ascii: "<") { return text(bytes) }
            guard index + 1 < bytes.count else { return fail(.malformed, at: index) }
            switch bytes[index + 1] {
            case UInt8(ascii: "/"): return endTag(bytes)
            case UInt8(ascii: "?"):
                guard let end = skip(bytes, past: "?>", from: index + 2) else { return fail(.malformed, at: index) }
                index = end
            case UInt8(ascii: "!"):
                if let token = declaration(bytes) { return token }
            default: return startTag(bytes)
            }
        }
        if failure == nil, !open.isEmpty { return fail(.malformed, at: bytes.count) }
        return nil
    }

    /// Characters up to the next tag.
    private mutating func text(_ bytes: Span<UInt8>) -> XMLToken? {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(start..<index)
    }

    /// A comment, which is passed over, or a CDATA section. Anything else with an exclamation mark ends the reading.
    private mutating func declaration(_ bytes: Span<UInt8>) -> XMLToken? {
        let start = index
        if starts(bytes, with: "<!--", at: index) {
            guard let end = skip(bytes, past: "-->", from: index + 4) else { return fail(.malformed, at: start) }
            index = end
            return nil
        }
        if starts(bytes, with: "<![CDATA[", at: index) {
            guard let end = skip(bytes, past: "]]>", from: index + 9) else { return fail(.malformed, at: start) }
            index = end
            return .literal(start + 9..<end - 3)
        }
        return fail(starts(bytes, with: "<!DOCTYPE", at: index) ? .documentType : .malformed, at: start)
    }

    private mutating func startTag(_ bytes: Span<UInt8>) -> XMLToken? {
        let start = index
        let name = name(bytes, at: index + 1)
        guard !name.isEmpty else { return fail(.malformed, at: start) }
        var end = name.upperBound
        var quote: UInt8 = 0
        while end < bytes.count, quote != 0 || bytes[end] != UInt8(ascii: ">") {
            let byte = bytes[end]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                return fail(.malformed, at: end)
            }
            end += 1
        }
        guard end < bytes.count else { return fail(.malformed, at: start) }
        elements += 1
        guard open.count < limits.depth, elements <= limits.elements else { return fail(.tooMuchStructure, at: start) }
        open.append(name)
        index = end + 1
        let isEmpty = bytes[end - 1] == UInt8(ascii: "/") && end - 1 >= name.upperBound
        if isEmpty { pendingEnd = name }
        return .start(name: name, attributes: name.upperBound..<(isEmpty ? end - 1 : end))
    }

    private mutating func endTag(_ bytes: Span<UInt8>) -> XMLToken? {
        let start = index
        let name = name(bytes, at: index + 2)
        var end = name.upperBound
        while end < bytes.count, isSpace(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ">"), let opened = open.popLast(), isSame(bytes, opened, name) else {
            return fail(.malformed, at: start)
        }
        index = end + 1
        return .end(name: name)
    }

    private mutating func fail(_ kind: ReportProblem.Kind, at offset: Int) -> XMLToken? {
        failure = ReportProblem(kind: kind, offset: offset)
        return nil
    }

    private func name(_ bytes: Span<UInt8>, at start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, XMLScanner.isName(bytes[end]) { end += 1 }
        return start..<end
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x5F
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    private func isSame(_ bytes: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
        return true
    }

    private func starts(_ bytes: Span<UInt8>, with word: StaticString, at start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
        return word.withUTF8Buffer { word in
            for offset in word.indices where unsafe bytes[start + offset] != word[offset] { return false }
            return true
        }
    }

    /// The offset behind the next occurrence of a few characters; nothing where they do not come.
    private func skip(_ bytes: Span<UInt8>, past word: StaticString, from start: Int) -> Int? {
        var index = start
        while index + word.utf8CodeUnitCount <= bytes.count {
            if starts(bytes, with: word, at: index) { return index + word.utf8CodeUnitCount }
            index += 1
        }
        return nil
    }
}
