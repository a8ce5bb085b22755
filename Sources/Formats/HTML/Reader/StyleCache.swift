/// The declarations of `style` attributes met before in a document: mail repeats a handful of them hundreds of times.
struct StyleCache: Sendable {
    private struct Entry: Sendable {
        var start = 0
        var count = -1
        var style = StyleDeclarations()
    }

    private var entries = [Entry](repeating: Entry(), count: 128)
    private var plain: [UInt8] = []

    /// Forgets everything: the next document has other bytes.
    mutating func reset() {
        for index in entries.indices { entries[index].count = -1 }
    }

    /// The declarations at a range of the document.
    mutating func declarations(_ input: Span<UInt8>, _ range: Range<Int>) -> StyleDeclarations {
        let slot = Self.slot(input, range)
        let entry = entries[slot]
        if entry.count == range.count, Self.isSame(input, entry.start, range) { return entry.style }
        let style = read(input, range)
        entries[slot] = Entry(start: range.lowerBound, count: range.count, style: style)
        return style
    }

    /// The declarations at a range of bytes, comments and escapes undone.
    mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> StyleDeclarations {
        var style = StyleDeclarations()
        guard CSSDeclarationScanner.needsPlain(text, from: range.lowerBound, to: range.upperBound) else {
            CSSDeclarationScanner.read(text, from: range.lowerBound, to: range.upperBound, into: &style)
            return style
        }
        plain.removeAll(keepingCapacity: true)
        CSSDeclarationScanner.plain(text, from: range.lowerBound, to: range.upperBound, into: &plain)
        CSSDeclarationScanner.read(plain.span, from: 0, to: plain.count, into: &style)
        return style
    }

    private static func slot(_ input: Span<UInt8>, _ range: Range<Int>) -> Int {
        var hash = UInt64(truncatingIfNeeded: range.count)
        var at = range.lowerBound
        while at &+ 8 <= range.upperBound {
            hash = (hash ^ input.word(at: at)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash &>> 29
            at &+= 8
        }
        while at < range.upperBound {
            hash = (hash ^ UInt64(input[at])) &* 0x9E37_79B9_7F4A_7C15
            at &+= 1
        }
        return Int(truncatingIfNeeded: hash &>> 57)
    }

    private static func isSame(_ input: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
        var offset = 0
        while offset &+ 8 <= range.count {
            if input.word(at: start &+ offset) != input.word(at: range.lowerBound &+ offset) { return false }
            offset &+= 8
        }
        while offset < range.count {
            if input[start &+ offset] != input[range.lowerBound &+ offset] { return false }
            offset &+= 1
        }
        return true
    }
}
