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
    public internal(set) var start = 0
    /// The offset one past the token.
    public internal(set) var position = 0
    /// The bytes of the token's text, data or name, as written.
    public internal(set) var content = 0..<0
    /// The attributes of the start tag, the first of each name only.
    public var attributes: ArraySlice<HTMLAttribute> { attributeSlots[..<attributeCount] }
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
    public internal(set) var unknownReferences = 0
    /// What is broken, in order, at most `limits.defects`.
    public private(set) var defects: [Defect] = []

    /// The name of the tag.
    var name = PackedName()
    /// Which of the attributes reading asks for.
    var known = AttributeIndex()
    /// The attributes of the tag, and behind them room that earlier tags needed.
    var attributeSlots: [HTMLAttribute] = []
    /// How many attributes the tag has.
    var attributeCount = 0
    let limits: HTMLLimits
    /// The names that reading asks for, at hand: a constant of a type is asked for anew at each use.
    let attributeNames = HTMLAttributeName.known
    /// The name of the last start tag: only its end tag ends text that is not markup.
    var lastStartTag = PackedName()
    /// The mode that the token began in.
    var textMode: Mode = .data
    var reference = CharacterReference.none
    /// Whether the reference is read but not yet given.
    var hasPendingReference = false

    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// A tokenizer at the start of a document.
    public init(limits: HTMLLimits = HTMLLimits()) {
        self.limits = limits
        attributeSlots.reserveCapacity(32)
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
        attributeCount = 0
        known.clear()
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
                case .data: nextInText(input, endsAtMarkup: true)
                case .rcdata: nextInText(input, endsAtMarkup: false)
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

    /// Lists a defect, as long as there is room.
    mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if defects.count < limits.defects { defects.append(Defect(kind, at: offset)) }
    }
}
