/// How much of a message is read beyond what its format already limits.
public struct ReadingLimits: Sendable, Hashable {
    /// The bytes of decoded text, over all parts; more than anybody reads.
    public var textBytes = 4 << 20
    /// The bytes of one text of a channel other than mail.
    public var shortTextBytes = 64 << 10
    /// The words of the folded text.
    public var words = 1 << 18
    /// HTML parts that are read.
    public var pages = 32
    /// The bytes that pages of earlier messages may hold for the next ones.
    public var sparePageBytes = 2 << 20
    /// Attachments that are looked at.
    public var attachments = 200
    /// Pictures and archives that are looked into.
    public var inspections = 8
    /// The bytes of one picture or archive that is looked into.
    public var inspectedBytes = 8 << 20
    /// The first bytes of an attachment that say what it is.
    public var sniffedBytes = 4096
    /// HTML that shows less than this is taken to say nothing, and its plain twin is read as well.
    public var sparseHTMLBytes = 200

    /// The limits that ship.
    public init() {}
}
