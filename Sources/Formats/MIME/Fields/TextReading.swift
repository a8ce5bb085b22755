// The slow path of `UnstructuredText`: fields with encoded words or folds, in one pass from left to right.

import Messages

/// One pass over a field that is not plain ASCII.
struct TextReading {
    var index: Int
    let end: Int
    /// The caller's, while the reading goes on.
    var decoder = CharsetDecoder()
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
        while index < end, FieldBytes.isSpace(bytes[index]) { index += 1 }
        if isAfterWord {
            ahead = word(bytes)
            if ahead != nil { return }
        }
        flush(bytes, into: &out, defects: &defects)
        _ = UnstructuredText.appendSpace(bytes, at: start, before: index, to: &out)
        isAfterWord = false
    }

    private mutating func take(_ word: EncodedWord, _ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        if !isSameCharset(word.charset, bytes) { flush(bytes, into: &out, defects: &defects) }
        charset = word.charset
        let isGluedBefore = index > 0 && !isAfterWord && !out.isEmpty && out.last != 32 && out.last != 9
        let isGluedAfter = word.end < end && !FieldBytes.isSpace(bytes[word.end])
        if word.isClosed, isGluedBefore || isGluedAfter { defects.note(.encodedWordGlued, at: index) }
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
            let text = bytes.extracting(start..<index)
            UnstructuredText.decodeRaw(text, at: start, into: &out, defects: &defects, decoder: &decoder)
        }
    }

    /// Converts the decoded bytes that wait.
    private mutating func flush(_ bytes: Span<UInt8>, into out: inout [UInt8], defects: inout [Defect]) {
        guard !pending.isEmpty else { return }
        let start = out.count
        var raw: [UInt8] = []
        swap(&raw, &pending)
        let decoding = decoder.decode(raw.span, label: bytes.extracting(charset), into: &out)
        if decoding.labelIsUnknown { defects.note(.encodedWordCharset, at: charset.lowerBound) }
        if decoding.labelIsWrong { defects.note(.encodedWordWrongCharset, at: charset.lowerBound) }
        if decoding.droppedNulls { defects.note(.encodedWordControl, at: charset.lowerBound) }
        UnstructuredText.clean(&out, from: start, at: charset.lowerBound, defects: &defects)
        raw.removeAll(keepingCapacity: true)
        swap(&raw, &pending)
    }
}
