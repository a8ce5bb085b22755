public import Archives
public import Messages

/// Something to be asked of an attachment's bytes by whoever has the means.
public struct AttachmentQuestion: Sendable {
    /// What is asked.
    public enum Kind: Sendable, Hashable {
        /// Which codes a picture shows.
        case codes
        /// What an archive holds.
        case listing

        /// What to ask of an attachment; nothing when there is nothing to ask.
        init?(for attachment: Attachment) {
            switch attachment.content {
            case .image: self = .codes
            case .zip, .gzip, .rar, .sevenZip, .tar, .cabinet, .iso, .archive: self = .listing
            default: return nil
            }
        }

        /// What the verdict's coverage calls it.
        public var name: String { self == .codes ? "pictures" : "archives" }
    }

    /// The attachment's place in the reading.
    public var attachment: Int
    /// What is asked.
    public var kind: Kind
    /// The attachment's bytes, decoded.
    public var bytes: [UInt8]

    /// What the verdict's coverage calls it.
    public var name: String { kind.name }
}

/// What was found in an attachment.
public struct AttachmentAnswer: Sendable {
    /// The attachment's place in the reading.
    public var attachment: Int
    /// What the verdict's coverage calls the question.
    public var name: String
    /// The contents of the codes in a picture.
    public var codes: [[UInt8]]
    /// What an archive holds.
    public var listing: ArchiveListing?
    /// Why there is no answer, when there is none.
    public var gap: Coverage.Gap.Reason?

    /// An answer to a question.
    public init(
        to question: AttachmentQuestion, codes: [[UInt8]] = [], listing: ArchiveListing? = nil, gap: Coverage.Gap.Reason? = nil
    ) {
        self.attachment = question.attachment
        self.name = question.name
        self.codes = codes
        self.listing = listing
        self.gap = gap
    }
}
