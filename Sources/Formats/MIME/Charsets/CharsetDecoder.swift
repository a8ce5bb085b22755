// Turns bytes of any charset into UTF-8. The label comes from the message, so it may be missing, wrong or chosen to mislead: a byte order
// mark counts more than it, and so do bytes that are plainly UTF-8.

public import Messages

/// What a decoding of text did.
public struct TextDecoding: Sendable, Hashable {
    /// The charset the text was read in.
    public var charset: Charset
    /// Whether that is another one than the label says, and not just a superset of it.
    public var labelIsWrong = false
    /// Whether the label names no charset that is known.
    public var labelIsUnknown = false
    /// How many pieces were no text in the charset; each stands as U+FFFD.
    public var illFormed = 0
    /// Whether a limit cut the text.
    public var isTruncated = false
    /// Whether NUL bytes were dropped.
    public var droppedNulls = false
    /// What was wrong, as defects of the part.
    public var defects: [Defect] = []

    init(charset: Charset) {
        self.charset = charset
    }
}

/// Decodes text of any charset into UTF-8, keeping what it needs for the next text: open conversions, tables, scratch.
///
/// Made once and reused; not shared between tasks.
public struct CharsetDecoder {
    private var methods: [(label: [UInt8], charset: Charset, method: CharsetMethod?)] = []
    private var tables: [(name: String, table: CharacterTable)] = []
    private var descriptors: [(name: String, descriptor: IconvDescriptor)] = []
    private var scratch: [UInt8] = []
    /// How many labels, tables and open conversions are kept; a hostile stream of labels empties the lists and starts again.
    private static let capacity = 48

    /// A decoder that has nothing open yet.
    public init() {}

    /// Appends `bytes` as valid UTF-8, at most `limit` bytes of it.
    ///
    /// `label` is the charset's name as written, empty for none. NUL bytes are left out. The label's lie is set right where it can be
    /// told: a byte order mark wins; text without a label or labelled ASCII or Latin-1 that is UTF-8 is read as such; text that
    /// is not UTF-8 though it says so is read in the charset that its bytes look like.
    public mutating func decode(
        _ bytes: Span<UInt8>, label: Span<UInt8>, into output: inout [UInt8], limit: Int = .max
    ) -> TextDecoding {
        let (named, known) = method(for: label)
        let (marked, markCount) = CharsetDecoder.byteOrderMark(bytes)
        let method = marked ?? known ?? .unlabelled
        var decoding = TextDecoding(charset: named)
        decoding.labelIsUnknown = known == nil
        let content = bytes.extracting(markCount..<bytes.count)
        switch method {
        case .utf16(let isBigEndian):
            let isBig = isBigEndian ?? false
            decoding.charset = isBig ? .utf16BE : .utf16LE
            decoding.take(UnicodeConversion.utf16(content, isBigEndian: isBig, into: &output, limit: limit))
        case .utf32(let isBigEndian):
            let isBig = isBigEndian ?? false
            decoding.charset = isBig ? .utf32BE : .utf32LE
            decoding.take(UnicodeConversion.utf32(content, isBigEndian: isBig, into: &output, limit: limit))
        default:
            guard content.offset(of: 0, from: 0, to: content.count) < content.count else {
                decodeBytes(content, method, named, into: &output, limit: limit, &decoding)
                break
            }
            decoding.droppedNulls = true
            var kept = scratch
            scratch = []
            kept.removeAll(keepingCapacity: true)
            for index in content.indices where content[index] != 0 { kept.append(content[index]) }
            decodeBytes(kept.span, method, named, into: &output, limit: limit, &decoding)
            scratch = kept
        }
        if marked != nil, known != nil, known != .unlabelled, known != marked {
            decoding.labelIsWrong = decoding.labelIsWrong || !CharsetDecoder.isSameFamily(known, marked)
        }
        return decoding
    }

    /// Decodes bytes without NUL, in an encoding of bytes.
    private mutating func decodeBytes(
        _ bytes: Span<UInt8>, _ method: CharsetMethod, _ named: Charset, into output: inout [UInt8], limit: Int,
        _ decoding: inout TextDecoding
    ) {
        if case .iconv(let name, isSevenBit: true) = method {
            decoding.take(convert(bytes, with: name, into: &output, limit: limit))
            return
        }
        if case .hz = method {
            decoding.take(convert(CharsetDecoder.withoutHZ(bytes).span, with: "GB18030", into: &output, limit: limit))
            return
        }
        let high = bytes.offsetOfNonASCII(from: 0, to: bytes.count)
        if high == bytes.count {
            decodeASCII(bytes, method, into: &output, limit: limit, &decoding)
            return
        }
        let survey = UTF8Survey(bytes, from: high, to: bytes.count)
        let isUTF8 = survey.illFormed == 0 && CharsetDecoder.isConvincing(survey, for: method, named)
        switch method {
        case _ where isUTF8 || (method == .utf8 && survey.multibyte > survey.illFormed):
            decoding.charset = .utf8
            decoding.labelIsWrong = method != .utf8 && method != .unlabelled
            if survey.illFormed == 0, bytes.count <= limit {
                TransferDecoding.append(bytes, from: 0, to: bytes.count, to: &output)
                return
            }
            decoding.take(UnicodeConversion.repair(bytes, into: &output, limit: limit))
        case .table(let name):
            decodeTable(bytes, name, into: &output, limit: limit, &decoding)
        case .iconv(let name, _):
            decoding.take(convert(bytes, with: name, into: &output, limit: limit))
        default:
            let guess = CharsetGuess.charset(of: bytes)
            decoding.charset = guess
            decoding.labelIsWrong = method == .utf8 || (named == .ascii && !decoding.labelIsUnknown && method == .unlabelled)
            switch CharsetLabels.find(CharsetLabels.squeeze(Array(guess.rawValue.utf8).span))?.1 {
            case .table(let name): decodeTable(bytes, name, into: &output, limit: limit, &decoding)
            case .iconv(let name, _): decoding.take(convert(bytes, with: name, into: &output, limit: limit))
            default: decoding.take(UnicodeConversion.repair(bytes, into: &output, limit: limit))
            }
        }
    }

    /// ASCII stands for itself in every charset left here, save a few tables; escapes in it may be ISO-2022-JP without a label.
    private mutating func decodeASCII(
        _ bytes: Span<UInt8>, _ method: CharsetMethod, into output: inout [UInt8], limit: Int, _ decoding: inout TextDecoding
    ) {
        if case .table(let name) = method, let table = table(name), !table.keepsASCII {
            decoding.take(table.convert(bytes, into: &output, limit: limit))
            return
        }
        if method == .unlabelled || method == .utf8, CharsetDecoder.hasJapaneseEscape(bytes) {
            decoding.charset = .iso2022JP
            decoding.labelIsWrong = method == .utf8
            decoding.take(convert(bytes, with: "ISO-2022-JP", into: &output, limit: limit))
            return
        }
        let stop = min(bytes.count, max(0, limit))
        TransferDecoding.append(bytes, from: 0, to: stop, to: &output)
        decoding.isTruncated = stop < bytes.count
    }

    private mutating func decodeTable(
        _ bytes: Span<UInt8>, _ name: String, into output: inout [UInt8], limit: Int, _ decoding: inout TextDecoding
    ) {
        guard let table = table(name) else {
            decoding.labelIsUnknown = true
            decoding.take(UnicodeConversion.repair(bytes, into: &output, limit: limit))
            return
        }
        decoding.take(table.convert(bytes, into: &output, limit: limit))
    }

    private mutating func convert(_ bytes: Span<UInt8>, with name: String, into output: inout [UInt8], limit: Int) -> ConversionOutcome {
        if let open = descriptors.first(where: { $0.name == name }) {
            return open.descriptor.convert(bytes, into: &output, limit: limit)
        }
        guard let descriptor = IconvDescriptor(from: name) else {
            return UnicodeConversion.repair(bytes, into: &output, limit: limit)
        }
        if descriptors.count >= CharsetDecoder.capacity { descriptors.removeAll() }
        descriptors.append((name, descriptor))
        return descriptor.convert(bytes, into: &output, limit: limit)
    }

    private mutating func table(_ name: String) -> CharacterTable? {
        if let known = tables.first(where: { $0.name == name }) { return known.table }
        guard let table = CharacterTable(from: name) else { return nil }
        if tables.count >= CharsetDecoder.capacity { tables.removeAll() }
        tables.append((name, table))
        return table
    }

    /// The charset a label names and how to read it; no method when the label is not known. An empty label is `unlabelled`.
    private mutating func method(for label: Span<UInt8>) -> (Charset, CharsetMethod?) {
        if label.isEmpty { return (.ascii, .unlabelled) }
        if label.matches(lowercase: "utf-8", from: 0, to: label.count) { return (.utf8, .utf8) }
        if label.matches(lowercase: "us-ascii", from: 0, to: label.count) { return (.ascii, .unlabelled) }
        for entry in methods where entry.label.count == label.count {
            if label.matches(entry.label.span, at: 0) { return (entry.charset, entry.method) }
        }
        guard label.count <= 64 else { return (.ascii, nil) }
        let (charset, method) = resolve(label)
        if methods.count >= CharsetDecoder.capacity { methods.removeAll() }
        var bytes: [UInt8] = []
        TransferDecoding.append(label, from: 0, to: label.count, to: &bytes)
        methods.append((bytes, charset, method))
        return (charset, method)
    }

    /// Looks a label up in our list, then asks iconv, which may know a single-byte charset of that name.
    private mutating func resolve(_ label: Span<UInt8>) -> (Charset, CharsetMethod?) {
        let squeezed = CharsetLabels.squeeze(label)
        if let found = CharsetLabels.find(squeezed) { return found }
        var name: [UInt8] = []
        for index in label.indices {
            // iconv reads suffixes after a slash; a charset's name has none.
            switch label[index] {
            case 48...57, 65...90, 97...122, 45, 46, 58, 95, 40, 41, 43: name.append(lowercased(label[index]))
            default: break
            }
        }
        let text = String(decoding: name, as: UTF8.self)
        guard !name.isEmpty, table(text) != nil else { return (.ascii, nil) }
        return (Charset(rawValue: text), .table(text))
    }
}

extension TextDecoding {
    mutating func take(_ outcome: ConversionOutcome) {
        illFormed += outcome.illFormed
        isTruncated = isTruncated || outcome.isTruncated
    }
}

extension CharsetDecoder {
    /// The encoding a byte order mark tells, and how long the mark is.
    static func byteOrderMark(_ bytes: Span<UInt8>) -> (CharsetMethod?, Int) {
        guard bytes.count >= 2 else { return (nil, 0) }
        switch (bytes[0], bytes[1]) {
        case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: return (.utf8, 3)
        case (0xFF, 0xFE):
            return bytes.count >= 4 && bytes[2] == 0 && bytes[3] == 0 ? (.utf32(isBigEndian: false), 4) : (.utf16(isBigEndian: false), 2)
        case (0xFE, 0xFF): return (.utf16(isBigEndian: true), 2)
        case (0, 0) where bytes.count >= 4 && bytes[2] == 0xFE && bytes[3] == 0xFF: return (.utf32(isBigEndian: true), 4)
        default: return (nil, 0)
        }
    }

    /// Whether well-formed UTF-8 is more likely than what the label says: always where the label claims little.
    fileprivate static func isConvincing(_ survey: UTF8Survey, for method: CharsetMethod, _ named: Charset) -> Bool {
        switch method {
        case .unlabelled, .utf8: true
        case .table: named == .windows1252 ? survey.multibyte >= 1 : survey.multibyte >= 4
        // Two characters of GBK can look like one or two of UTF-8; many in a row cannot.
        default: survey.multibyte >= 12
        }
    }

    fileprivate static func isSameFamily(_ left: CharsetMethod?, _ right: CharsetMethod?) -> Bool {
        switch (left, right) {
        case (.utf16, .utf16), (.utf32, .utf32): true
        default: left == right
        }
    }

    /// Whether bytes hold an escape that begins Japanese characters (RFC 1468).
    static func hasJapaneseEscape(_ bytes: Span<UInt8>) -> Bool {
        var index = bytes.offset(of: 27, from: 0, to: bytes.count)
        while index + 2 < bytes.count {
            if bytes[index + 1] == UInt8(ascii: "$"), bytes[index + 2] == UInt8(ascii: "B") || bytes[index + 2] == UInt8(ascii: "@") {
                return true
            }
            index = bytes.offset(of: 27, from: index + 1, to: bytes.count)
        }
        return false
    }

    /// HZ as GB 2312 of eight bits: between `~{` and `~}` each byte gets its high bit (RFC 1843).
    fileprivate static func withoutHZ(_ bytes: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isChinese = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "~"), index < bytes.count {
                let next = bytes[index]
                index += 1
                switch next {
                case UInt8(ascii: "{"): isChinese = true
                case UInt8(ascii: "}"): isChinese = false
                case UInt8(ascii: "~"): output.append(next)
                case 10: break
                default:
                    output.append(byte)
                    output.append(next)
                }
            } else {
                if byte == 10 { isChinese = false }
                output.append(isChinese && byte > 32 ? byte | 0x80 : byte)
            }
        }
        return output
    }
}
