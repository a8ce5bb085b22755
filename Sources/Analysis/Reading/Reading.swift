public import HTML
public import Links
public import MIME
public import Messages
public import Text

/// Everything that was read from one message, once, for all who ask: checks, features, fingerprints.
///
/// The storage is reused from message to message. Bytes are UTF-8.
public struct Reading: Sendable {
    /// The message itself.
    public var message: Message
    /// What its header says of parties and times; empty for anything but mail.
    public var header = MailHeader()
    /// The subject as a reader sees it; empty when there is none.
    public var subject: [UInt8] = []
    /// What a reader sees: the texts of all parts that are shown, one after the other, a line end between two.
    public var visible: [UInt8] = []
    /// What is in the text and no reader sees.
    public var hidden: [UInt8] = []
    /// The subject and the visible text, folded and cut into words.
    public var folded = FoldedText()
    /// The words of the subject, as indices into `folded.words`; the body's words follow them.
    public var subjectWords = 0..<0
    /// The hidden text, folded and cut into words.
    public var hiddenFolded = FoldedText()
    /// What each HTML part is made of.
    public var pages: [HTMLPage] = []
    /// The folded text with a blank for every line end: what phrases are looked for in.
    public var flat: [UInt8] = []
    /// What the codes in pictures say.
    public var codes: [[UInt8]] = []
    /// The links, from wherever they came, with what is odd about them; the sender's domain is among them, as one of a header.
    public var links = MessageLinks()
    /// The links as written in the text, and the numbers, mailboxes, wallets and accounts it names.
    public var contacts = FoundLinks()
    /// The parts that are not text.
    public var attachments: [Attachment] = []
    /// Which texts there were.
    public var texts = TextParts()
    /// The language of most of the text; nothing when it cannot be told.
    public var language: LanguageGuess?
    /// What decoding found broken, beside the message's own defects.
    public var defects: [Defect] = []
    /// What was not read, and why.
    public var gaps: [Coverage.Gap] = []

    /// A reading of nothing.
    public init() {
        message = Message(text: [], channel: .email)
    }

    /// Forgets everything, keeps the storage, and begins with another message.
    mutating func removeAll(keeping message: consuming Message) {
        self.message = message
        header.removeAll()
        subject.removeAll(keepingCapacity: true)
        // One huge message must not hold its memory for ever.
        visible.removeAll(keepingCapacity: visible.capacity <= 1 << 20)
        hidden.removeAll(keepingCapacity: hidden.capacity <= 1 << 20)
        flat.removeAll(keepingCapacity: flat.capacity <= 1 << 20)
        folded.removeAll()
        hiddenFolded.removeAll()
        subjectWords = 0..<0
        pages.removeAll(keepingCapacity: true)
        links.reset()
        contacts.reset()
        attachments.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        texts = TextParts()
        language = nil
        defects.removeAll(keepingCapacity: true)
        gaps.removeAll(keepingCapacity: true)
    }

    /// Folds the subject, whose words come first.
    mutating func foldSubject(by folder: inout TextFolder) {
        Reading.fold(subject, into: &folded, by: &folder)
        subjectWords = 0..<folded.words.count
    }

    private static func fold(_ text: [UInt8], into folded: inout FoldedText, by folder: inout TextFolder) {
        folder.fold(text.span, into: &folded)
    }

    /// Folds the visible and the hidden text.
    mutating func foldTexts(by folder: inout TextFolder) {
        Reading.fold(visible, into: &folded, by: &folder)
        Reading.fold(hidden, into: &hiddenFolded, by: &folder)
    }

    /// Makes the text that phrases are looked for in.
    mutating func flatten() {
        flat.append(contentsOf: folded.bytes)
        var bytes = flat.mutableSpan
        for index in bytes.indices {
            let byte = bytes[index]
            bytes[index] = byte == 0x0A ? 0x20 : byte
        }
    }

    /// Whether lines of the text begin with the mark of a quotation.
    public var hasQuotedLines: Bool {
        var isLineStart = true
        for byte in visible {
            if isLineStart, byte == 0x3E { return true }
            isLineStart = byte == 0x0A
        }
        return false
    }

    /// The words of the body, as indices into `folded.words`.
    public var bodyWords: Range<Int> { subjectWords.upperBound..<folded.words.count }

    /// How many pictures the message shows or points to.
    public var pictures: Int {
        pages.reduce(0) { $0 + $1.images.count } + attachments.count { $0.content == .image }
    }

    /// How many words subject and body have.
    public var wordCount: Int { folded.signs.words }

    /// The language of most of the text, as a BCP 47 tag.
    public var languageTag: String? { language?.language }

    /// Whether there is a link that a reader can follow.
    public var hasFollowableLink: Bool { links.all.contains { $0.origin != .header } }

    /// Whether the text names a contact of one of these kinds.
    public func names(_ kinds: ContactPoint.Kind...) -> Bool {
        contacts.contacts.contains { kinds.contains($0.kind) && !$0.flags.contains(.weak) }
    }

    /// Whether the message is a mail, with a header to look at.
    public var isMail: Bool { message.channel == .email }

    /// The first mailbox of From.
    public var author: Mailbox? { header.from.first }

    /// How often a field occurs in the message's own header.
    public func count(of name: HeaderName) -> Int {
        message.parts[0].headers.range.reduce(0) { message.headers[$1].known == name ? $0 + 1 : $0 }
    }

    /// Whether a field occurs in the message's own header.
    public func has(_ name: HeaderName) -> Bool {
        message.parts[0].headers.range.contains { message.headers[$0].known == name }
    }

    /// The body of a header field without folds and blanks at its ends, as text for people and for comparisons.
    public func value(of name: HeaderName) -> String? {
        message.header(name).map { UnstructuredText.text(message.bytes.span, $0.body) }
    }

    /// Whether the message or its decoding has a defect of this kind.
    public func has(_ kind: Defect.Kind) -> Bool {
        message.defects.contains { $0.kind == kind } || defects.contains { $0.kind == kind } || header.defects.contains { $0.kind == kind }
    }
}

/// Which texts a message has.
public struct TextParts: Sendable, Hashable {
    /// How many parts of plain text there are, those too that were left out for their HTML twin.
    public var plain = 0
    /// How many parts of HTML were read.
    public var html = 0
    /// The bytes of plain text, decoded.
    public var plainBytes = 0
    /// The bytes of HTML, decoded.
    public var htmlBytes = 0
    /// How many bytes of text came out of base64.
    public var base64Bytes = 0
    /// The charset of the first text part as decoded; empty when none was needed.
    public var charset = ""
    /// Whether a charset's label was wrong.
    public var hadWrongCharset = false
}
