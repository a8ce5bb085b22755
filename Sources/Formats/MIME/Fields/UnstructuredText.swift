// The text of an unstructured field such as Subject (RFC 5322 section 2.2.1) as its reader sees it: folds removed, encoded
// words decoded, raw 8-bit read as UTF-8 (RFC 6532) or, failing that, in the charset it looks like. The input may be anything.

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
    ///   - decoder: keeps open what charsets need, for the next field.
    public static func decode(
        _ bytes: Span<UInt8>, _ range: ByteRange, into out: inout [UInt8], defects: inout [Defect], decoder: inout CharsetDecoder
    ) {
        decode(bytes, FieldBytes.trimmed(bytes, range), into: &out, defects: &defects, decoder: &decoder)
    }

    /// The text of a field's body, for people.
    public static func text(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
        var out: [UInt8] = []
        var defects: [Defect] = []
        var decoder = CharsetDecoder()
        decode(bytes, range, into: &out, defects: &defects, decoder: &decoder)
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
    static func decode(
        _ bytes: Span<UInt8>, _ range: Range<Int>, into out: inout [UInt8], defects: inout [Defect], decoder: inout CharsetDecoder
    ) {
        if isPlain(bytes, range) {
            FieldBytes.append(bytes, range, to: &out)
        } else if isRaw(bytes, range) {
            // As a whole, because a charset shows in many characters better than in few.
            let text = unfolded(bytes, range)
            decodeRaw(text.span, at: range.lowerBound, into: &out, defects: &defects, decoder: &decoder)
        } else {
            var reading = TextReading(index: range.lowerBound, end: range.upperBound)
            swap(&reading.decoder, &decoder)
            reading.run(bytes, into: &out, defects: &defects)
            swap(&reading.decoder, &decoder)
        }
    }

    /// Whether a range holds bytes above ASCII or escapes, and no `=?`.
    private static func isRaw(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var previous: UInt8 = 0
        var isRaw = false
        for index in range {
            let byte = bytes[index]
            if byte == 63, previous == 61 { return false }
            if byte >= 0x80 || byte == 27 { isRaw = true }
            previous = byte
        }
        return isRaw
    }

    /// A copy of a range, each fold one space.
    private static func unfolded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            if FieldBytes.isSpace(bytes[index]) {
                index = appendSpace(bytes, at: index, before: range.upperBound, to: &text)
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return text
    }

    /// Appends a run of white space, as one space when it holds a fold. Gives the index after it.
    static func appendSpace(_ bytes: Span<UInt8>, at start: Int, before end: Int, to out: inout [UInt8]) -> Int {
        var index = start
        var isFold = false
        while index < end, FieldBytes.isSpace(bytes[index]) {
            if bytes[index] == 13 || bytes[index] == 10 { isFold = true }
            index += 1
        }
        if isFold { out.append(32) } else { FieldBytes.append(bytes, start..<index, to: &out) }
        return index
    }

    /// Appends text whose charset nobody named.
    static func decodeRaw(
        _ text: Span<UInt8>, at offset: Int, into out: inout [UInt8], defects: inout [Defect], decoder: inout CharsetDecoder
    ) {
        let start = out.count
        let decoding = decoder.decode(text, label: Span<UInt8>(), into: &out)
        if decoding.charset != .utf8, decoding.charset != .ascii, decoding.charset != .iso2022JP {
            defects.note(.rawEightBit, at: offset)
        }
        clean(&out, from: start, at: offset, defects: &defects)
    }

    /// Turns control characters of decoded text into spaces: they are there to hide or inject something.
    static func clean(_ out: inout [UInt8], from start: Int, at offset: Int, defects: inout [Defect]) {
        for index in start..<out.count where FieldBytes.isControl(out[index]) {
            out[index] = 32
            defects.note(.encodedWordControl, at: offset)
        }
    }
}
