// Encoded words (RFC 2047, with the language suffix of RFC 2231 section 5) in bytes nobody vouches for. Real mail breaks
// most of the rules: spaces and folds inside words, words glued to text, characters split across words.

public import Messages

extension Defect.Kind {
    /// An encoded word begins and does not end, or its parts are not those of RFC 2047 section 2.
    public static let encodedWordBroken = Defect.Kind(rawValue: "encoded-word.broken")
    /// An encoded word holds white space, which RFC 2047 section 2 forbids.
    public static let encodedWordSpace = Defect.Kind(rawValue: "encoded-word.space-inside")
    /// An encoded word names a charset that nobody knows.
    public static let encodedWordCharset = Defect.Kind(rawValue: "encoded-word.unknown-charset")
    /// An encoded word's bytes are plainly of another charset than it names.
    public static let encodedWordWrongCharset = Defect.Kind(rawValue: "encoded-word.wrong-charset")
    /// An encoded word touches other text without the white space of RFC 2047 section 5.
    public static let encodedWordGlued = Defect.Kind(rawValue: "encoded-word.glued")
    /// The text of an encoded word is not valid in the encoding it names.
    public static let encodedWordEncoding = Defect.Kind(rawValue: "encoded-word.bad-encoding")
    /// A decoded text holds a control character or line end: an attempt at hiding or injecting something.
    public static let encodedWordControl = Defect.Kind(rawValue: "encoded-word.control-character")
}

/// One encoded word as it lies in the bytes: `=?charset*language?encoding?text?=`.
struct EncodedWord {
    /// The bytes of the charset's name, without the language.
    var charset: Range<Int>
    /// Whether the text is in base64 (B), not in the quoted form (Q).
    var isBase64: Bool
    /// The bytes of the text.
    var text: Range<Int>
    /// The index after the closing `?=`, or after the text when nothing closes it.
    var end: Int
    /// Whether `?=` closes the word.
    var isClosed = true

    /// The encoded word that begins at `start`, where `=?` stands, or nothing.
    ///
    /// A failed try reads no further than the next `=?`, so that a field full of them still costs linear time.
    init?(_ bytes: Span<UInt8>, at start: Int, before end: Int) {
        var index = start + 2
        let charsetStart = index
        var charsetEnd: Int?
        while index < end, bytes[index] != 63 {
            guard FieldBytes.isToken(bytes[index]), index - charsetStart < FieldLimits.charsetName else { return nil }
            if bytes[index] == 42, charsetEnd == nil { charsetEnd = index }
            index += 1
        }
        guard index + 2 < end, index > charsetStart, bytes[index + 2] == 63 else { return nil }
        charset = charsetStart..<(charsetEnd ?? index)
        switch bytes[index + 1] | 32 {
        case 98: isBase64 = true
        case 113: isBase64 = false
        default: return nil
        }
        index += 3
        let textStart = index
        while index + 1 < end {
            if bytes[index] == 63, bytes[index + 1] == 61 {
                text = textStart..<index
                self.end = index + 2
                return
            }
            if bytes[index] == 61, bytes[index + 1] == 63, index + 2 >= end || bytes[index + 2] != 61 { break }
            if bytes[index] == 60 { break }
            index += 1
        }
        // No end: what can be of the word is read as the word.
        let limit = index + 1 < end ? index : end
        index = textStart
        while index < limit, isBase64 ? EncodedWord.isBase64(bytes[index]) : FieldBytes.isToken(bytes[index]) || bytes[index] == 61 {
            index += 1
        }
        guard index > textStart + 2 else { return nil }
        isClosed = false
        text = textStart..<index
        self.end = index
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        FieldBytes.isLetter(byte) || FieldBytes.isDigit(byte) || byte == 43 || byte == 47 || byte == 61
    }

    /// Appends the bytes the text stands for, still in the word's charset.
    func decode(_ bytes: Span<UInt8>, into raw: inout [UInt8], defects: inout [Defect]) {
        if !isClosed { defects.note(.encodedWordBroken, at: text.lowerBound) }
        if isBase64 {
            decodeBase64(bytes, into: &raw, defects: &defects)
        } else {
            decodeQuoted(bytes, into: &raw, defects: &defects)
        }
    }

    private func decodeQuoted(_ bytes: Span<UInt8>, into raw: inout [UInt8], defects: inout [Defect]) {
        var index = text.lowerBound
        while index < text.upperBound {
            let byte = bytes[index]
            if byte == 95 {
                raw.append(32)
            } else if byte == 61 {
                if index + 2 < text.upperBound, let high = FieldBytes.hexadecimal(bytes[index + 1]),
                    let low = FieldBytes.hexadecimal(bytes[index + 2])
                {
                    raw.append(high << 4 | low)
                    index += 3
                    continue
                }
                defects.note(.encodedWordEncoding, at: index)
                raw.append(byte)
            } else if FieldBytes.isSpace(byte) {
                defects.note(.encodedWordSpace, at: index)
                index = EncodedWord.appendSpace(bytes, at: index, before: text.upperBound, to: &raw)
                continue
            } else {
                raw.append(byte)
            }
            index += 1
        }
    }

    /// Takes a run of white space inside a word: a fold stands for nothing, anything else for itself. Gives the index after it.
    private static func appendSpace(_ bytes: Span<UInt8>, at start: Int, before end: Int, to raw: inout [UInt8]) -> Int {
        var index = start
        var isFold = false
        while index < end, FieldBytes.isSpace(bytes[index]) {
            if bytes[index] == 13 || bytes[index] == 10 { isFold = true }
            index += 1
        }
        if !isFold { FieldBytes.append(bytes, start..<index, to: &raw) }
        return index
    }

    private func decodeBase64(_ bytes: Span<UInt8>, into raw: inout [UInt8], defects: inout [Defect]) {
        var bits: UInt32 = 0
        var count = 0
        var isBroken = false
        for index in text {
            let byte = bytes[index]
            let value: UInt8
            switch byte {
            case 65...90: value = byte - 65
            case 97...122: value = byte - 71
            case 48...57: value = byte + 4
            case 43, 45: value = 62
            case 47, 95: value = 63
            case 61:
                // Padding ends a group; some writers join several padded runs into one word.
                bits = 0
                count = 0
                continue
            default:
                if !FieldBytes.isSpace(byte) { isBroken = true }
                continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                raw.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        if isBroken { defects.note(.encodedWordEncoding, at: text.lowerBound) }
    }
}
