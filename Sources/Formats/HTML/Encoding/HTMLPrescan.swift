/// The prescan for a `meta` element (WHATWG HTML section 13.2.3.2).
///
/// It is cruder than the tokenizer on purpose: it runs on bytes whose encoding is not known yet.
struct HTMLPrescan {
    private var at = 0
    private let end: Int

    /// A prescan of the bytes before `end`.
    init(end: Int) {
        self.end = end
    }

    /// The name of the encoding that the document declares.
    mutating func run(_ input: Span<UInt8>) -> String? {
        while at < end {
            guard input[at] == ASCII.less else {
                at += 1
                continue
            }
            if input.matches("<!--", at: at) {
                guard skipComment(input) else { return nil }
            } else if isMeta(input) {
                at += 6
                if let name = meta(input) { return name }
                // Anything the algorithm could not finish before the end is no declaration.
                if at >= end { return nil }
                at += 1
            } else if at + 1 < end, ASCII.isLetter(input[at + 1]) {
                skipTag(input, from: at + 1)
            } else if at + 2 < end, input[at + 1] == ASCII.slash, ASCII.isLetter(input[at + 2]) {
                skipTag(input, from: at + 2)
            } else if at + 1 < end, [ASCII.bang, ASCII.slash, ASCII.question].contains(input[at + 1]) {
                at = input.first(ASCII.greater, from: at + 1, to: end) + 1
            } else {
                at += 1
            }
        }
        return nil
    }

    private func isMeta(_ input: Span<UInt8>) -> Bool {
        guard at + 5 < end, input.matches("<meta", at: at) else { return false }
        return ASCII.isSpace(input[at + 5]) || input[at + 5] == ASCII.slash
    }

    /// Moves behind a comment; its two dashes may be those that opened it.
    private mutating func skipComment(_ input: Span<UInt8>) -> Bool {
        var close = input.first(ASCII.greater, from: at + 4, to: end)
        while close < end {
            if input[close - 1] == ASCII.hyphen, input[close - 2] == ASCII.hyphen {
                at = close + 1
                return true
            }
            close = input.first(ASCII.greater, from: close + 1, to: end)
        }
        return false
    }

    private mutating func skipTag(_ input: Span<UInt8>, from start: Int) {
        at = start
        while at < end, !ASCII.isSpace(input[at]), input[at] != ASCII.greater { at += 1 }
        while attribute(input) != nil {}
        at += 1
    }

    /// The encoding of a `meta` tag, whose attributes begin at `at`.
    private mutating func meta(_ input: Span<UInt8>) -> String? {
        var seen: Set<[UInt8]> = []
        var hasPragma = false
        var needsPragma: Bool?
        var charset: String?
        while let (name, value) = attribute(input) {
            guard seen.insert(name).inserted else { continue }
            switch String(decoding: name, as: UTF8.self) {
            case "http-equiv":
                hasPragma = hasPragma || value == Array("content-type".utf8)
            case "content":
                if charset == nil, let label = Self.charset(inContent: value), let named = HTMLEncoding.name(ofLabel: label.span) {
                    charset = named
                    needsPragma = true
                }
            case "charset":
                charset = HTMLEncoding.name(ofLabel: value.span)
                needsPragma = false
            default:
                break
            }
        }
        guard at < end, let needsPragma, let charset, !needsPragma || hasPragma else { return nil }
        switch charset {
        case "UTF-16BE", "UTF-16LE": return "UTF-8"
        case "x-user-defined": return "windows-1252"
        default: return charset
        }
    }

    /// The next attribute, in lower case ("get an attribute"). Nothing at the tag's `>`, or at the end: then `at` is `end`.
    private mutating func attribute(_ input: Span<UInt8>) -> (name: [UInt8], value: [UInt8])? {
        while at < end, ASCII.isSpace(input[at]) || input[at] == ASCII.slash { at += 1 }
        guard at < end, input[at] != ASCII.greater else { return nil }
        var name: [UInt8] = []
        while at < end, !(input[at] == ASCII.equals && !name.isEmpty), !ASCII.isSpace(input[at]) {
            if input[at] == ASCII.slash || input[at] == ASCII.greater { return (name, []) }
            name.append(ASCII.lowered(input[at]))
            at += 1
        }
        while at < end, ASCII.isSpace(input[at]) { at += 1 }
        guard at < end else { return nil }
        guard input[at] == ASCII.equals else { return (name, []) }
        at = input.skipSpace(from: at + 1, to: end)
        guard at < end else { return nil }

        var value: [UInt8] = []
        let quote = input[at]
        if quote == ASCII.quote || quote == ASCII.apostrophe {
            at += 1
            while at < end, input[at] != quote {
                value.append(ASCII.lowered(input[at]))
                at += 1
            }
            guard at < end else { return nil }
            at += 1
            return (name, value)
        }
        while at < end, !ASCII.isSpace(input[at]), input[at] != ASCII.greater {
            value.append(ASCII.lowered(input[at]))
            at += 1
        }
        return at < end ? (name, value) : nil
    }

    /// The label behind `charset=` in the value of a `content` attribute ("extracting a character encoding from a meta element").
    private static func charset(inContent value: [UInt8]) -> [UInt8]? {
        let bytes = value.span
        var at = 0
        while true {
            while at < bytes.count, !bytes.matches("charset", at: at) { at += 1 }
            guard at < bytes.count else { return nil }
            at = bytes.skipSpace(from: at + 7, to: bytes.count)
            if at < bytes.count, bytes[at] == ASCII.equals { break }
        }
        at = bytes.skipSpace(from: at + 1, to: bytes.count)
        guard at < bytes.count else { return nil }
        if bytes[at] == ASCII.quote || bytes[at] == ASCII.apostrophe {
            let close = bytes.first(bytes[at], from: at + 1)
            return close < bytes.count ? Array(value[at + 1..<close]) : nil
        }
        let start = at
        while at < bytes.count, !ASCII.isSpace(bytes[at]), bytes[at] != ASCII.semicolon { at += 1 }
        return Array(value[start..<at])
    }
}
