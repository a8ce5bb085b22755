/// One part of a message: what it is, and where its bytes lie.
public struct Part: Sendable, Hashable {
    /// What a part holds, as far as Chaffinch tells kinds apart; the exact media type is in `mediaType`.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        case textPlain, textHTML, textCalendar, textOther
        case multipartMixed, multipartAlternative, multipartRelated, multipartSigned, multipartEncrypted, multipartReport
        case multipartDigest, multipartOther
        case message, messagePartial, messageDeliveryStatus, messageOther
        case image, audio, video, font, application

        /// Whether parts lie inside the part.
        public var isMultipart: Bool {
            (Kind.multipartMixed.rawValue...Kind.multipartOther.rawValue).contains(rawValue)
        }

        /// Whether a person reads the part as text.
        public var isText: Bool { rawValue <= Kind.textOther.rawValue }
    }

    /// How a part's bytes were made fit for transport (RFC 2045 section 6).
    public enum TransferEncoding: UInt8, Sendable, Hashable, CaseIterable {
        case sevenBit, eightBit, binary, quotedPrintable, base64, uuencode, unknown
    }

    /// Whether a part wants to be shown or stored (RFC 2183 section 2).
    public enum Presentation: UInt8, Sendable, Hashable, CaseIterable {
        case unspecified, inline, attachment
    }

    /// What the part holds.
    public var kind: Kind
    /// How its bytes are encoded.
    public var encoding: TransferEncoding
    /// Whether it wants to be shown or stored.
    public var presentation: Presentation
    /// How many parts it lies inside; 0 for the message itself.
    public var depth: UInt8
    /// The index of the part it lies inside, in `Message.parts`; -1 for the message itself.
    public var parent: Int32
    /// Its header fields, as a range of indices into `Message.headers`.
    public var headers: ByteRange
    /// The bytes of its body, still encoded.
    public var body: ByteRange
    /// The bytes of the media type as written (`text/html`), empty where none was.
    public var mediaType: ByteRange
    /// The bytes of the charset's name as written, without quotes; empty where none was.
    public var charset: ByteRange
    /// Whether the part is `format=flowed` text (RFC 3676).
    public var isFlowed: Bool
    /// Whether lines of flowed text were broken inside words (RFC 3676 `DelSp=yes`).
    public var deletesSpace: Bool

    /// A part; encoding, charset and place in the tree are those of a plain text unless given.
    public init(
        kind: Kind, encoding: TransferEncoding = .eightBit, presentation: Presentation = .unspecified, depth: UInt8 = 0,
        parent: Int32 = -1, headers: ByteRange = .empty, body: ByteRange, mediaType: ByteRange = .empty, charset: ByteRange = .empty,
        isFlowed: Bool = false, deletesSpace: Bool = false
    ) {
        self.kind = kind
        self.encoding = encoding
        self.presentation = presentation
        self.depth = depth
        self.parent = parent
        self.headers = headers
        self.body = body
        self.mediaType = mediaType
        self.charset = charset
        self.isFlowed = isFlowed
        self.deletesSpace = deletesSpace
    }
}
