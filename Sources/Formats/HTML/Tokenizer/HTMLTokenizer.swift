// The tokenizer of the WHATWG HTML standard (section 13.2.5) over bytes in UTF-8 that nobody vouches for.
//
// The standard writes a machine of eighty states that takes one character at a time. Here the whole document lies in memory, so
// the states became functions that run forward over it, and a token is where its bytes lie; what the standard changes on the way
// (line ends, NUL, letter case, references) is changed when somebody asks for the bytes. Nothing is allocated for a token.
// Bytes that are not UTF-8 pass through unchanged.

public import Messages

/// Reads tokens from a document, one at a time.
///
/// Give every call the same bytes. The one who reads the tokens sets `mode` after a start tag whose content is not markup.
public struct HTMLTokenizer: Sendable {
    /// What a call of `next` found.
    public enum Kind: UInt8, Sendable {
        /// The document is over.
        case end
        /// Text at `content`; adjacent texts and references belong together.
        case text
        /// A character reference in text, decoded in `appendText`.
        case reference
        /// A start tag: name at `content`, `attributes`, `isSelfClosing`.
        case startTag
        /// An end tag: name at `content`.
        case endTag
        /// A comment: data at `content`.
        case comment
        /// A document type: name at `content`, `publicID`, `systemID`, `forcesQuirks`.
        case doctype
    }

    /// How text is read: the states that a tree builder may switch to (section 13.2.5.1 to 5 and 69).
    public enum Mode: UInt8, Sendable {
        case data, rcdata, rawtext, scriptData, plaintext, cdata
    }

    /// How the text from here on is read; a tag sets it back to `data`.
    public var mode: Mode = .data
    /// Whether `<![CDATA[` opens a section: the current element is of SVG or MathML.
    public var allowsCDATA = false

    /// The offset of the first byte of the token.
    public private(set) var start = 0
    /// The offset one past the token.
    public internal(set) var position = 0
    /// The bytes of the token's text, data or name, as written.
    public private(set) var content = 0..<0
    /// The attributes of the start tag, the first of each name only.
    public internal(set) var attributes: [HTMLAttribute] = []
    /// Whether the tag ends in `/>`.
    public internal(set) var isSelfClosing = false
    /// Whether the document type has a name; a missing one is not the same as an empty one.
    public internal(set) var hasDoctypeName = false
    /// The bytes of the document type's public identifier, if it has one.
    public internal(set) var publicID: Range<Int>?
    /// The bytes of the document type's system identifier, if it has one.
    public internal(set) var systemID: Range<Int>?
    /// Whether the document type asks for quirks mode.
    public internal(set) var forcesQuirks = false
    /// How many names between `&` and `;` in text are none that HTML knows.
    public private(set) var unknownReferences = 0
    /// What is broken, in order, at most `limits.defects`.
    public private(set) var defects: [Defect] = []

    /// The name of the tag.
    var name = PackedName()
    let limits: HTMLLimits
    /// The name of the last start tag: only its end tag ends text that is not markup.
    private var lastStartTag = PackedName()
    private var textMode: Mode = .data
    private var reference = CharacterReference.none
    private var hasPendingReference = false

    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// A tokenizer at the start of a document.
    public init(limits: HTMLLimits = HTMLLimits()) {
        self.limits = limits
        attributes.reserveCapacity(32)
    }

    /// A tokenizer in the middle of things, as if a start tag of this name had been read.
    public init(mode: Mode, lastStartTag: String, limits: HTMLLimits = HTMLLimits()) {
        self.init(limits: limits)
        self.mode = mode
        self.lastStartTag = PackedName(lastStartTag)
    }

    /// Begins another document, keeping the memory.
    public mutating func reset() {
        mode = .data
        allowsCDATA = false
        start = 0
        position = 0
        content = 0..<0
        attributes.removeAll(keepingCapacity: true)
        unknownReferences = 0
        defects.removeAll(keepingCapacity: true)
        lastStartTag = PackedName()
        hasPendingReference = false
    }

    /// Reads the next token of the document.
    public mutating func next(_ input: Span<UInt8>) -> Kind {
        while position < input.count {
            start = position
            textMode = mode
            let kind: Kind? =
                switch mode {
                case .data: nextInData(input)
                case .rcdata: nextInRCDATA(input)
                case .rawtext: rawText(input, to: rawTextEnd(input))
                case .scriptData: rawText(input, to: scriptEnd(input))
                case .plaintext: text(to: input.count)
                case .cdata: nextInCDATA(input)
                }
            if let kind { return kind }
        }
        start = position
        return .end
    }

    // MARK: Text

    /// Data state (section 13.2.5.1) and what follows a `<` in it. Nothing where what was read makes no token.
    private mutating func nextInData(_ input: Span<UInt8>) -> Kind? {
        if hasPendingReference { return takeReference() }
        var at = position
        while true {
            at = input.first(ASCII.less, or: ASCII.ampersand, from: at)
            guard at < input.count else { return text(to: at) }
            if input[at] == ASCII.ampersand {
                if readReference(input, at: at) { return at > position ? text(to: at) : takeReference() }
            } else if opensMarkup(input, at: at) {
                return at > position ? text(to: at) : markup(input)
            }
            at &+= 1
        }
    }

    /// RCDATA state (section 13.2.5.2): references, and one end tag.
    private mutating func nextInRCDATA(_ input: Span<UInt8>) -> Kind? {
        if hasPendingReference { return takeReference() }
        var at = position
        while true {
            at = input.first(ASCII.less, or: ASCII.ampersand, from: at)
            guard at < input.count else { return text(to: at) }
            if input[at] == ASCII.ampersand {
                if readReference(input, at: at) { return at > position ? text(to: at) : takeReference() }
            } else if isAppropriateEndTag(input, at: at) {
                return at > position ? text(to: at) : markup(input)
            }
            at &+= 1
        }
    }

    /// Text up to the end tag at `end`, or that end tag (sections 13.2.5.3 and 4).
    private mutating func rawText(_ input: Span<UInt8>, to end: Int) -> Kind? {
        end > position ? text(to: end) : markup(input)
    }

    /// The offset of the end tag that ends RAWTEXT, or the end.
    private func rawTextEnd(_ input: Span<UInt8>) -> Int {
        var at = input.first(ASCII.less, from: position)
        while at < input.count, !isAppropriateEndTag(input, at: at) { at = input.first(ASCII.less, from: at &+ 1) }
        return at
    }

    /// CDATA section state (section 13.2.5.69).
    private mutating func nextInCDATA(_ input: Span<UInt8>) -> Kind? {
        var at = input.first(ASCII.greater, from: position)
        while at < input.count {
            if at >= position &+ 2, input[at &- 1] == ASCII.closeBracket, input[at &- 2] == ASCII.closeBracket {
                let begin = position
                mode = .data
                position = at &+ 1
                guard at &- 2 > begin else { return nil }
                content = begin..<(at &- 2)
                return .text
            }
            at = input.first(ASCII.greater, from: at &+ 1)
        }
        return text(to: at)
    }

    private mutating func text(to end: Int) -> Kind {
        content = position..<end
        position = end
        return .text
    }

    /// Keeps the reference at an ampersand, if there is one.
    private mutating func readReference(_ input: Span<UInt8>, at ampersand: Int) -> Bool {
        reference = .read(input, at: ampersand, to: input.count, inAttribute: false)
        hasPendingReference = reference.end != 0
        if !hasPendingReference { noteUnknownReference(input, at: ampersand) }
        return hasPendingReference
    }

    private mutating func takeReference() -> Kind {
        hasPendingReference = false
        content = position..<reference.end
        position = reference.end
        return .reference
    }

    private mutating func noteUnknownReference(_ input: Span<UInt8>, at ampersand: Int) {
        var at = ampersand &+ 1
        // No name is longer than 32 bytes.
        let limit = min(input.count, at &+ 32)
        while at < limit, ASCII.isLetter(input[at]) || ASCII.isDigit(input[at]) { at &+= 1 }
        guard at < limit, at > ampersand &+ 1, input[at] == ASCII.semicolon else { return }
        if unknownReferences == 0 { note(.htmlUnknownReference, at: ampersand) }
        unknownReferences &+= 1
    }

    /// The decoded bytes of the reference just read, packed; see `CharacterReference`.
    var referenceBytes: UInt64 { reference.packed }

    // MARK: Markup

    /// Whether the `<` at an offset begins a tag, a comment or the like, and not text (section 13.2.5.6 and 7).
    @inline(__always)
    private func opensMarkup(_ input: Span<UInt8>, at less: Int) -> Bool {
        guard less &+ 1 < input.count else { return false }
        let next = input[less &+ 1]
        if ASCII.isLetter(next) || next == ASCII.bang || next == ASCII.question { return true }
        return next == ASCII.slash && less &+ 2 < input.count
    }

    /// Reads what begins with the `<` at `position`; the byte after it was looked at.
    private mutating func markup(_ input: Span<UInt8>) -> Kind? {
        mode = .data
        let next = input[position &+ 1]
        if ASCII.isLetter(next) { return tag(input, from: position &+ 1, isEnd: false) }
        if next == ASCII.slash {
            let after = input[position &+ 2]
            if ASCII.isLetter(after) { return tag(input, from: position &+ 2, isEnd: true) }
            if after == ASCII.greater {
                position &+= 3
                return nil
            }
            return bogusComment(input, from: position &+ 2)
        }
        if next == ASCII.question { return bogusComment(input, from: position &+ 1) }
        return declaration(input, from: position &+ 2)
    }

    private mutating func tag(_ input: Span<UInt8>, from nameStart: Int, isEnd: Bool) -> Kind? {
        let nameEnd = readName(input, from: nameStart)
        guard readAttributes(input, from: nameEnd, isEnd: isEnd) else {
            // A tag that the document's end cuts off is no token (section 13.2.5.8), nor is anything in it.
            note(.htmlUnclosedTag, at: start)
            position = input.count
            return nil
        }
        content = nameStart..<nameEnd
        if isEnd { return .endTag }
        lastStartTag = name
        return .startTag
    }

    /// Markup declaration open state (section 13.2.5.42); `at` is after `<!`.
    private mutating func declaration(_ input: Span<UInt8>, from at: Int) -> Kind? {
        if at &+ 1 < input.count, input[at] == ASCII.hyphen, input[at &+ 1] == ASCII.hyphen { return comment(input, from: at &+ 2) }
        if input.matches("doctype", at: at) {
            content = readDoctype(input, from: at &+ 7)
            return .doctype
        }
        if allowsCDATA, input.matches("[CDATA[", at: at, exactly: true) {
            mode = .cdata
            position = at &+ 7
            return nil
        }
        return bogusComment(input, from: at)
    }

    /// Bogus comment state (section 13.2.5.41).
    private mutating func bogusComment(_ input: Span<UInt8>, from at: Int) -> Kind {
        let end = input.first(ASCII.greater, from: at)
        content = at..<end
        position = min(end &+ 1, input.count)
        return .comment
    }

    /// The comment states (section 13.2.5.43 to 52); `at` is after `<!--`.
    private mutating func comment(_ input: Span<UInt8>, from at: Int) -> Kind {
        var close = input.first(ASCII.greater, from: at)
        while close < input.count {
            if let end = commentEnd(input, from: at, close: close) {
                content = at..<end
                position = close &+ 1
                return .comment
            }
            close = input.first(ASCII.greater, from: close &+ 1)
        }
        note(.htmlUnclosedComment, at: start)
        content = at..<unclosedCommentEnd(input, from: at)
        position = input.count
        return .comment
    }

    /// Where a comment's data ends if the `>` at `close` ends the comment.
    @inline(__always)
    private func commentEnd(_ input: Span<UInt8>, from at: Int, close: Int) -> Int? {
        if close == at { return at }
        guard input[close &- 1] == ASCII.hyphen || input[close &- 1] == ASCII.bang else { return nil }
        if close == at &+ 1 { return input[at] == ASCII.hyphen ? at : nil }
        let dashes = input[close &- 1] == ASCII.bang ? close &- 3 : close &- 2
        guard dashes >= at, input[dashes] == ASCII.hyphen, input[dashes &+ 1] == ASCII.hyphen else { return nil }
        return dashes
    }

    /// Where the data ends of a comment that the document's end cuts off: the dashes that might have closed it are not data.
    private func unclosedCommentEnd(_ input: Span<UInt8>, from at: Int) -> Int {
        let end = input.count
        var dashes = end
        if end &- 3 >= at, input[end &- 1] == ASCII.bang, input[end &- 2] == ASCII.hyphen, input[end &- 3] == ASCII.hyphen {
            return end &- 3
        }
        while dashes > at, dashes > end &- 2, input[dashes &- 1] == ASCII.hyphen { dashes &-= 1 }
        return dashes
    }

    /// Whether the `<` at an offset begins the end tag that ends the text (section 13.2.5.11, "appropriate end tag").
    func isAppropriateEndTag(_ input: Span<UInt8>, at less: Int) -> Bool {
        guard less &+ 2 < input.count, input[less &+ 1] == ASCII.slash else { return false }
        var candidate = PackedName()
        var at = less &+ 2
        while at < input.count, ASCII.isLetter(input[at]) {
            candidate.append(input[at])
            at &+= 1
        }
        guard at < input.count, candidate.count > 0 else { return false }
        candidate.close()
        return candidate == lastStartTag && (ASCII.isSpace(input[at]) || input[at] == ASCII.slash || input[at] == ASCII.greater)
    }

    /// Lists a defect, as long as there is room.
    mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if defects.count < limits.defects { defects.append(Defect(kind, at: offset)) }
    }

    // MARK: The token's bytes

    /// Adds the text of a `text`, `reference` or `comment` token as the document means it: line ends normalised, NUL as the
    /// mode has it, references decoded.
    public func appendText(_ input: Span<UInt8>, kind: Kind, to buffer: inout [UInt8]) {
        if kind == .reference {
            CharacterReference.append(reference.packed, to: &buffer)
            return
        }
        let keepsNUL = kind == .text && (textMode == .data || textMode == .cdata)
        Self.append(input, content, keepsNUL: keepsNUL, to: &buffer)
    }

    /// Adds the name of a tag or a document type as the document means it: letters lowered, NUL replaced.
    public func appendName(_ input: Span<UInt8>, to buffer: inout [UInt8]) {
        Self.appendName(input, content, to: &buffer)
    }

    /// Adds an identifier of the document type as the document means it.
    public func appendIdentifier(_ input: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]) {
        Self.append(input, range, keepsNUL: false, to: &buffer)
    }

    static func appendName(_ input: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]) {
        for at in range {
            if input[at] == ASCII.nul { buffer.append(contentsOf: replacement) } else { buffer.append(ASCII.lowered(input[at])) }
        }
    }

    private static func append(_ input: Span<UInt8>, _ range: Range<Int>, keepsNUL: Bool, to buffer: inout [UInt8]) {
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = input[at]
            at += 1
            if byte == ASCII.carriageReturn {
                buffer.append(ASCII.lineFeed)
                if at < range.upperBound, input[at] == ASCII.lineFeed { at += 1 }
            } else if byte == ASCII.nul, !keepsNUL {
                buffer.append(contentsOf: replacement)
            } else {
                buffer.append(byte)
            }
        }
    }
}
