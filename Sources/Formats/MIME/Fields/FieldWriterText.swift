// Unstructured text and encoded words.

extension FieldWriter {
    /// Writes an unstructured field such as Subject (RFC 5322 section 3.6.5).
    ///
    /// ASCII words stay readable; from the first to the last word that cannot stand as it is, encoded words are used. Reading
    /// the field gives `sanitised(value)` again.
    public mutating func unstructured(_ name: String, _ value: String) {
        begin(name)
        text(FieldWriter.harmless(value))
        finish()
    }

    /// Writes text of one or more words.
    mutating func text(_ value: [UInt8]) {
        guard !value.isEmpty else { return }
        let words = value.split(separator: 32, omittingEmptySubsequences: false)
        guard let first = words.firstIndex(where: FieldWriter.needsEncoding),
            let last = words.lastIndex(where: FieldWriter.needsEncoding)
        else {
            for word in words { put(word: Array(word)) }
            return
        }
        // An empty word is a space beside another; the words at its sides are encoded with it, so that no fold swallows it.
        let start = words[first].isEmpty ? max(0, first - 1) : first
        let end = words[last].isEmpty ? min(words.count, last + 2) : last + 1
        for word in words[..<start] { put(word: Array(word)) }
        encode(Array(words[start..<end].joined(separator: [32])))
        for word in words[end...] { put(word: Array(word)) }
    }

    /// Whether a word between spaces must be encoded: not printable ASCII, taken for an encoded word, too long for a line, or
    /// empty, which is a space beside another that a fold would swallow.
    private static func needsEncoding(_ word: ArraySlice<UInt8>) -> Bool {
        if word.isEmpty || word.count > longestWord { return true }
        var previous: UInt8 = 0
        for byte in word {
            if byte <= 32 || byte >= 127 || byte == 63 && previous == 61 { return true }
            previous = byte
        }
        return false
    }

    /// Writes text as encoded words, each at most 75 bytes and of whole characters (RFC 2047 sections 2 and 5).
    mutating func encode(_ value: [UInt8]) {
        let escaped = value.reduce(0) { FieldWriter.isQSafe($1) || $1 == 32 ? $0 : $0 + 1 }
        // Whichever is shorter: Q takes two more bytes for each escape, B a third more for all.
        let usesBase64 = value.count + 2 * escaped > (value.count + 2) / 3 * 4
        let overhead = "=?utf-8?q??=".utf8.count
        let span = value.span
        var index = 0
        var isGlued = false
        while index < value.count {
            // Room for one character of four bytes at least, or a new line. The space before the word counts.
            var room = FieldLimits.encodedWord + 1 - column - 1 - overhead
            if room < 12 || isGlued {
                fold()
                room = FieldLimits.encodedWord - 1 - overhead
            } else {
                put(glued: [32])
            }
            let end = FieldWriter.take(span, from: index, room: room, usesBase64: usesBase64)
            put(glued: Array((usesBase64 ? "=?utf-8?b?" : "=?utf-8?q?").utf8))
            put(glued: usesBase64 ? FieldWriter.base64(span, index..<end) : FieldWriter.quoted(span, index..<end))
            put(glued: [63, 61])
            index = end
            isGlued = true
        }
        markText()
    }

    /// The end of as many whole characters as fit into the room; one at least.
    private static func take(_ span: Span<UInt8>, from start: Int, room: Int, usesBase64: Bool) -> Int {
        var end = start
        var used = 0
        while end < span.count {
            let length = max(1, UTF8Survey.step(span, at: end, to: span.count))
            if usesBase64 {
                if end > start, (end + length - start + 2) / 3 * 4 > room { break }
            } else {
                for index in end..<end + length { used += isQSafe(span[index]) || span[index] == 32 ? 1 : 3 }
                if end > start, used > room { break }
            }
            end += length
        }
        return end
    }

    /// A character that Q leaves alone wherever the word stands (RFC 2047 section 5, rule 3).
    private static func isQSafe(_ byte: UInt8) -> Bool {
        FieldBytes.isLetter(byte) || FieldBytes.isDigit(byte) || byte == 33 || byte == 42 || byte == 43 || byte == 45 || byte == 47
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Two hexadecimal digits behind a mark.
    static func escape(_ byte: UInt8, mark: UInt8) -> [UInt8] {
        [mark, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func quoted(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        for index in range {
            let byte = span[index]
            if byte == 32 {
                out.append(95)
            } else if isQSafe(byte) {
                out.append(byte)
            } else {
                out.append(contentsOf: escape(byte, mark: 61))
            }
        }
        return out
    }

    private static func base64(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let left = range.upperBound - index
            let second = left > 1 ? span[index + 1] : 0
            let third = left > 2 ? span[index + 2] : 0
            let bits = UInt32(span[index]) << 16 | UInt32(second) << 8 | UInt32(third)
            out.append(alphabet[Int(bits >> 18)])
            out.append(alphabet[Int(bits >> 12 & 63)])
            out.append(left > 1 ? alphabet[Int(bits >> 6 & 63)] : 61)
            out.append(left > 2 ? alphabet[Int(bits & 63)] : 61)
            index += 3
        }
        return out
    }
}
