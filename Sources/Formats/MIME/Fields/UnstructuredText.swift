// The text of an unstructured field such as Subject (RFC 5322 section 2.2.1) as its reader sees it: folds removed, encoded
// words decoded, raw 8-bit read as UTF-8 (RFC 6532) or, failing that, as Windows-1252. The input may be anything.

public import Messages

extension Defect.Kind {
    /// A header field holds raw bytes that are neither ASCII nor UTF-8.
    public static let rawEightBit = Defect.Kind(rawValue: "field.raw-8-bit")
}

/// Decoding of text in header fields.
public enum UnstructuredText {
    /// Appends the text of a field's body as UTF-8, freed of white space at both ends.
    ///
    /// White space that holds a fold becomes one space, because the fold was the writer's line end, not the author's; other
    /// white space stays. White space between two encoded words goes (RFC 2047 section 6.2). A character that is split across
    /// words of the same charset is put together. Control characters out of encoded words become spaces.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    public static func decode(_ bytes: Span<UInt8>, _ range: ByteRange, into out: inout [UInt8], defects: inout [Defect]) {
        decode(bytes, FieldBytes.trimmed(bytes, range), into: &out, defects: &defects)
    }

    /// The text of a field's body, for people.
    public static func text(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
        var out: [UInt8] = []
        var defects: [Defect] = []
        decode(bytes, range, into: &out, defects: &defects)
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a range is ASCII without folds and without `=?`, so that it stands for itself.
    static func isPlain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var previous: UInt8 = 0
        for index in range {
            let byte = bytes[index]
            if byte >= 0x80 || byte < 32 && byte != 9 || byte == 63 && previous == 61 { return false }
            previous = byte
        }
        return true
    }

    /// The same over a range that is taken as it is, white space at its ends included.
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into out: inout [UInt8], defects: inout [Defect]) {
        if isPlain(bytes, range) {
            FieldBytes.append(bytes, range, to: &out)
        } else {
            var reading = TextReading(index: range.lowerBound, end: range.upperBound)
            reading.run(bytes, into: &out, defects: &defects)
        }
    }
}

/// The slow path: one pass from left to right over a field that is not plain ASCII.
private struct TextReading {
    var index: Int
    let end: Int
    /// Decoded bytes of the words read last, while they share a charset.
    private var pending: [UInt8] = []
    private var charset = 0..<0
    /// Whether what was read last is an encoded word.
    private var isAfterWord = false
    /// The word found by looking ahead over white space.
    private var ahead: EncodedWord?

    init(index: Int, end: Int) {
        self.index = index
        self.end = end
    }

    mutating func run(_ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        while index < end {
            if FieldBytes.isSpace(bytes[index]) {
                space(bytes, into: &out, defects: &defects)
            } else if let word = ahead ?? word(bytes) {
                ahead = nil
                take(word, bytes, into: &out, defects: &defects)
            } else {
                literal(bytes, into: &out, defects: &defects)
            }
        }
        flush(bytes, into: &out, defects: &defects)
    }

    private func word(_ bytes: Span<UInt8>) -> EncodedWord? {
        guard index + 1 < end, bytes[index] == 61, bytes[index + 1] == 63 else { return nil }
        return EncodedWord(bytes, at: index, before: end)
    }

    private mutating func space(_ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        let start = index
        var isFold = false
        while index < end, FieldBytes.isSpace(bytes[index]) {
            if bytes[index] == 13 || bytes[index] == 10 { isFold = true }
            index += 1
        }
        if isAfterWord {
            ahead = word(bytes)
            if ahead != nil { return }
        }
        flush(bytes, into: &out, defects: &defects)
        if isFold {
            out.append(32)
        } else {
            FieldBytes.append(bytes, start..<index, to: &out)
        }
        isAfterWord = false
    }

    private mutating func take(_ word: EncodedWord, _ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        if !isSameCharset(word.charset, bytes) { flush(bytes, into: &out, defects: &defects) }
        charset = word.charset
        let isGluedBefore = index > 0 && !isAfterWord && !out.isEmpty && out.last != 32 && out.last != 9
        let isGluedAfter = word.end < end && !FieldBytes.isSpace(bytes[word.end])
        if isGluedBefore || isGluedAfter { defects.note(.encodedWordGlued, at: index) }
        word.decode(bytes, into: &pending, defects: &defects)
        index = word.end
        isAfterWord = true
    }

    private func isSameCharset(_ other: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard charset.count == other.count else { return false }
        for offset in 0..<other.count
        where FieldBytes.lower(bytes[charset.lowerBound + offset]) != FieldBytes.lower(bytes[other.lowerBound + offset]) {
            return false
        }
        return true
    }

    /// Text as it stands, up to white space or the next `=?`.
    private mutating func literal(_ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        flush(bytes, into: &out, defects: &defects)
        isAfterWord = false
        let start = index
        if bytes[index] == 61, index + 1 < end, bytes[index + 1] == 63 {
            defects.note(.encodedWordBroken, at: index)
            index += 1
        }
        var isASCII = true
        while index < end, !FieldBytes.isSpace(bytes[index]) {
            if index > start, bytes[index] == 61, index + 1 < end, bytes[index + 1] == 63 { break }
            if bytes[index] >= 0x80 || bytes[index] == 27 { isASCII = false }
            index += 1
        }
        if isASCII {
            FieldBytes.append(bytes, start..<index, to: &out)
        } else {
            raw(bytes.extracting(start..<index), at: start, into: &out, defects: &defects)
        }
    }

    /// Text that is not ASCII, as it stands.
    private func raw(_ bytes: Span<UInt8>, at offset: Int, into out: inout [UInt8], defects: inout [Defect]) {
        for index in 0..<bytes.count where bytes[index] == 27 {
            // Raw ISO-2022-JP: seven bits, told by its escape sequences (RFC 1468).
            let label: [UInt8] = Array("iso-2022-jp".utf8)
            let start = out.count
            _ = HeaderCharset.decode(bytes, label: label.span, into: &out)
            clean(&out, from: start, at: offset, defects: &defects)
            return
        }
        if !HeaderCharset.decodeUnlabelled(bytes, into: &out) { defects.note(.rawEightBit, at: offset) }
    }

    /// Converts the decoded bytes that wait.
    private mutating func flush(_ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        guard !pending.isEmpty else { return }
        let start = out.count
        if !HeaderCharset.decode(pending.span, label: bytes.extracting(charset), into: &out) {
            defects.note(.encodedWordCharset, at: charset.lowerBound)
        }
        clean(&out, from: start, at: charset.lowerBound, defects: &defects)
        pending.removeAll(keepingCapacity: true)
    }

    private func clean(_ out: inout [UInt8], from start: Int, at offset: Int, defects: inout [Defect]) {
        for index in start..<out.count where FieldBytes.isControl(out[index]) {
            out[index] = 32
            defects.note(.encodedWordControl, at: offset)
        }
    }
}
