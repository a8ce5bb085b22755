/// What is read of a text at most. Beyond, folding stops and `TextSigns.isTruncated` says so.
public struct TextLimits: Sendable, Hashable {
    /// Bytes of folded text, over all texts of a message.
    public var maximumBytes: Int
    /// Words, over all texts of a message.
    public var maximumWords: Int

    /// Limits; 8 MiB of text and a million words unless given.
    public init(maximumBytes: Int = 8 << 20, maximumWords: Int = 1 << 20) {
        self.maximumBytes = min(max(maximumBytes, 0), 1 << 30)
        self.maximumWords = max(maximumWords, 0)
    }
}

/// The texts of one message as a reader sees them: folded, cut into words, counted. The storage is reused from message to message.
public struct FoldedText: Sendable {
    /// The folded text in UTF-8, which is always well formed: NFKC_Casefold without invisible characters and stray marks; look-alike
    /// letters in mixed words replaced; every run of blanks one space, or one newline if it held one. Each text ends in a newline.
    public internal(set) var bytes: [UInt8] = []
    /// The words in the order in which they end, extra words after those they come from.
    public internal(set) var words: [Word] = []
    /// What was counted on the way.
    public internal(set) var signs = TextSigns()

    /// An empty text.
    public init() {}

    /// How much storage is kept from message to message: what nearly all of them need.
    static let keptBytes = 1 << 20
    static let keptWords = 1 << 16

    /// Empties the text and keeps its storage, unless an unusually long text had made it large.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= FoldedText.keptBytes)
        words.removeAll(keepingCapacity: words.capacity <= FoldedText.keptWords)
        signs.removeAll()
    }
}
