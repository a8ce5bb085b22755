/// What is wrong in an expression, and at which of its bytes.
struct ExpressionError: Error, Sendable, Hashable {
    var offset: Int
    var message: String

    init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }
}

/// One token of an expression.
struct ExpressionToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// Letters, digits and `. : + - _ / @`: a name, an operator, a number, a time, an address; what it is its place tells.
        case word
        /// Between quotation marks.
        case text
        /// Between slashes.
        case pattern
        /// After a dollar sign.
        case set
        case open, close, openSet, closeSet, comma, range
        case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
        case end
    }

    var kind: Kind
    /// The offset of its first byte.
    var start: Int
    /// What it says: of a text or pattern without its marks and escapes.
    var bytes: [UInt8] = []

    /// What it says, as text.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// What it is called where another was expected.
    var description: String {
        switch kind {
        case .end: "the end"
        case .text: "the text \"\(string)\""
        case .pattern: "the pattern /\(string)/"
        case .set: "the set $\(string)"
        case .word: "'\(string)'"
        case .open: "'('"
        case .close: "')'"
        case .openSet: "'{'"
        case .closeSet: "'}'"
        case .comma: "','"
        case .range: "'..'"
        case .equal: "'=='"
        case .unequal: "'!='"
        case .less: "'<'"
        case .lessOrEqual: "'<='"
        case .greater: "'>'"
        case .greaterOrEqual: "'>='"
        }
    }
}

/// Cuts an expression into tokens, one at a time.
struct ExpressionLexer {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next token; `end` for ever after the last.
    mutating func next() throws(ExpressionError) -> ExpressionToken {
        while index < bytes.count, [9, 10, 13, 32].contains(bytes[index]) { index += 1 }
        guard index < bytes.count else { return ExpressionToken(kind: .end, start: bytes.count) }
        let start = index
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try text(closedBy: byte)
        case UInt8(ascii: "/"): return try pattern()
        case UInt8(ascii: "$"):
            index += 1
            let name = word()
            guard !name.isEmpty else { throw ExpressionError("a name of a set is expected after '$'", at: start) }
            return ExpressionToken(kind: .set, start: start, bytes: name)
        default: break
        }
        if let sign = sign() { return ExpressionToken(kind: sign, start: start) }
        let word = word()
        guard !word.isEmpty else { throw unexpected(at: start) }
        return ExpressionToken(kind: .word, start: start, bytes: word)
    }

    private func unexpected(at offset: Int) -> ExpressionError {
        switch bytes[offset] {
        case UInt8(ascii: "="): ExpressionError("a single '=' is no operator; write '=='", at: offset)
        case UInt8(ascii: "!"): ExpressionError("'!' is no operator; write 'not' before a condition, or '!='", at: offset)
        case UInt8(ascii: "&"), UInt8(ascii: "|"):
            ExpressionError("conditions are joined by the words 'and' and 'or'", at: offset)
        case 0x80...: ExpressionError("letters beyond ASCII belong between quotation marks", at: offset)
        default:
            ExpressionError("the character '\(String(UnicodeScalar(bytes[offset])))' has no meaning here", at: offset)
        }
    }

    private mutating func sign() -> ExpressionToken.Kind? {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let (kind, length): (ExpressionToken.Kind, Int)
        switch (bytes[index], second) {
        case (UInt8(ascii: "="), UInt8(ascii: "=")): (kind, length) = (.equal, 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): (kind, length) = (.unequal, 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): (kind, length) = (.lessOrEqual, 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): (kind, length) = (.greaterOrEqual, 2)
        case (UInt8(ascii: "."), UInt8(ascii: ".")): (kind, length) = (.range, 2)
        case (UInt8(ascii: "<"), _): (kind, length) = (.less, 1)
        case (UInt8(ascii: ">"), _): (kind, length) = (.greater, 1)
        case (UInt8(ascii: "("), _): (kind, length) = (.open, 1)
        case (UInt8(ascii: ")"), _): (kind, length) = (.close, 1)
        case (UInt8(ascii: "{"), _): (kind, length) = (.openSet, 1)
        case (UInt8(ascii: "}"), _): (kind, length) = (.closeSet, 1)
        case (UInt8(ascii: ","), _): (kind, length) = (.comma, 1)
        default: return nil
        }
        index += length
        return kind
    }

    /// Letters, digits and `. : + - _ / @`; two full stops end it.
    private mutating func word() -> [UInt8] {
        var word: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 48...58, 64...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"): break
            case UInt8(ascii: "."):
                if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ".") { return word }
            default: return word
            }
            word.append(byte)
            index += 1
        }
        return word
    }

    private mutating func text(closedBy mark: UInt8) throws(ExpressionError) -> ExpressionToken {
        let start = index
        var text: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != mark {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 1
                guard index < bytes.count else { break }
                switch bytes[index] {
                case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): text.append(bytes[index])
                case UInt8(ascii: "n"): text.append(10)
                case UInt8(ascii: "t"): text.append(9)
                default:
                    throw ExpressionError(
                        "in a text a backslash stands before \\, \", ', n or t; patterns stand between slashes", at: index)
                }
            } else {
                text.append(bytes[index])
            }
            index += 1
        }
        guard index < bytes.count else { throw ExpressionError("the text that begins here has no end", at: start) }
        index += 1
        guard text.count <= RuleLimits.memberBytes else {
            throw ExpressionError("the text is longer than \(RuleLimits.memberBytes) bytes", at: start)
        }
        return ExpressionToken(kind: .text, start: start, bytes: text)
    }

    /// What stands between slashes, escapes left to the pattern but that of a slash.
    private mutating func pattern() throws(ExpressionError) -> ExpressionToken {
        let start = index
        var pattern: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "/") {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                if bytes[index + 1] != UInt8(ascii: "/") { pattern.append(bytes[index]) }
                index += 1
            }
            pattern.append(bytes[index])
            index += 1
        }
        guard index < bytes.count else { throw ExpressionError("the pattern that begins here has no end", at: start) }
        index += 1
        guard !pattern.isEmpty else { throw ExpressionError("the pattern is empty", at: start) }
        return ExpressionToken(kind: .pattern, start: start, bytes: pattern)
    }
}
