// Cuts structured fields (RFC 5322 section 3.2) into tokens, once, for the readers of addresses and lists. Quoted strings,
// comments and domain literals that never end are read as text, because a hostile field has them to hide what follows.

public import Messages

extension Defect.Kind {
    /// A comment is opened and not closed (RFC 5322 section 3.2.2).
    public static let unclosedComment = Defect.Kind(rawValue: "field.unclosed-comment")
    /// A quoted string is opened and not closed (RFC 5322 section 3.2.4).
    public static let unclosedQuote = Defect.Kind(rawValue: "field.unclosed-quote")
    /// A domain literal is opened and not closed (RFC 5322 section 3.4.1).
    public static let unclosedLiteral = Defect.Kind(rawValue: "field.unclosed-literal")
}

/// One token of a structured field.
struct FieldToken {
    enum Kind: UInt8 {
        /// A run of characters that mean themselves, dots included; an encoded word is one whatever it holds.
        case atom
        /// A quoted string, a comment or a domain literal, its delimiters included.
        case quoted, comment, literal
        case open, close, comma, semicolon, colon, at
    }

    var kind: Kind
    /// Whether white space stands before it.
    var isSpaced: Bool
    private var first: UInt32
    private var last: UInt32

    init(_ kind: Kind, isSpaced: Bool, _ range: Range<Int>) {
        self.kind = kind
        self.isSpaced = isSpaced
        first = UInt32(clamping: range.lowerBound)
        last = UInt32(clamping: range.upperBound)
    }

    var start: Int { Int(first) }
    var end: Int { Int(last) }
    var range: Range<Int> { Int(first)..<Int(last) }
    /// What lies between the delimiters of a quoted string, comment or literal.
    var inside: Range<Int> { Int(first) + 1..<max(Int(first) + 1, Int(last) - 1) }
}

/// The tokens of a field, and the reading that makes them: one pass, however the field is nested.
struct FieldTokens {
    private(set) var tokens: [FieldToken] = []
    private var commentsEnd = true
    private var quotesEnd = true

    init(_ bytes: Span<UInt8>, _ range: Range<Int>, defects: inout [Defect]) {
        tokens.reserveCapacity(min(32, range.count))
        var index = range.lowerBound
        var isSpaced = false
        while index < range.upperBound {
            let byte = bytes[index]
            if FieldBytes.isSpace(byte) {
                isSpaced = true
                index += 1
                continue
            }
            let kind: FieldToken.Kind
            let end: Int
            switch byte {
            case 60: (kind, end) = (.open, index + 1)
            case 62: (kind, end) = (.close, index + 1)
            case 44: (kind, end) = (.comma, index + 1)
            case 59: (kind, end) = (.semicolon, index + 1)
            case 58: (kind, end) = (.colon, index + 1)
            case 64: (kind, end) = (.at, index + 1)
            default:
                if let close = delimited(bytes, byte, at: index, before: range.upperBound, defects: &defects) {
                    (kind, end) = (byte == 40 ? .comment : byte == 34 ? .quoted : .literal, close)
                } else {
                    (kind, end) = (.atom, atomEnd(bytes, at: index, before: range.upperBound))
                }
            }
            tokens.append(FieldToken(kind, isSpaced: isSpaced, index..<end))
            isSpaced = false
            index = end
        }
    }

    /// The end of the comment, quoted string or literal that begins here, or nothing when none begins or it never ends.
    private mutating func delimited(
        _ bytes: Span<UInt8>, _ byte: UInt8, at index: Int, before end: Int, defects: inout [Defect]
    ) -> Int? {
        switch byte {
        case 40 where commentsEnd:
            if let close = FieldTokens.commentEnd(bytes, at: index, before: end) { return close }
            // Asking again at every later parenthesis would cost quadratic time, so the rest of the field has no comments.
            commentsEnd = false
            defects.note(.unclosedComment, at: index)
        case 34 where quotesEnd:
            if let close = FieldTokens.quoteEnd(bytes, at: index, before: end) { return close }
            quotesEnd = false
            defects.note(.unclosedQuote, at: index)
        case 91:
            if let close = FieldTokens.literalEnd(bytes, at: index, before: end) { return close }
            defects.note(.unclosedLiteral, at: index)
        default: break
        }
        return nil
    }

    /// The index after an atom; the first byte belongs to it whatever it is.
    private func atomEnd(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == 61, index + 1 < end, bytes[index + 1] == 63, let word = EncodedWord(bytes, at: index, before: end) {
                index = word.end
                continue
            }
            if index > start {
                switch byte {
                case 9, 10, 13, 32, 44, 58, 59, 60, 62, 64: return index
                case 40 where commentsEnd: return index
                case 34 where quotesEnd: return index
                case 91: return index
                default: break
                }
            }
            index += 1
        }
        return index
    }

    /// The index after the comment that begins here. Nesting is counted, not recursed into, so depth costs nothing.
    static func commentEnd(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int? {
        var depth = 0
        var index = start
        while index < end {
            switch bytes[index] {
            case 40: depth += 1
            case 41:
                depth -= 1
                if depth == 0 { return index + 1 }
            case 92: index += 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The index after the quoted string that begins here.
    static func quoteEnd(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int? {
        var index = start + 1
        while index < end {
            switch bytes[index] {
            case 34: return index + 1
            case 92: index += 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The index after the domain literal that begins here; another bracket, an angle or a comma breaks it off.
    static func literalEnd(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Int? {
        var index = start + 1
        while index < end {
            switch bytes[index] {
            case 93: return index + 1
            case 91, 60, 62, 44: return nil
            case 92: index += 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Appends what a quoted string or comment says: delimiters gone, quoted pairs resolved, folds left as they are.
    static func appendUnquoted(_ bytes: Span<UInt8>, _ range: Range<Int>, to out: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 92, index + 1 < range.upperBound { index += 1 }
            out.append(bytes[index])
            index += 1
        }
    }
}
