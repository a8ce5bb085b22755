/// How much of a hostile message is read. Every limit of the MIME format is here, each with its one default.
///
/// A limit that is met leaves a defect, and reading goes on with what lies before it.
public struct MIMELimits: Sendable, Hashable {
    /// How many bytes of a message are indexed; the rest is kept and not looked at.
    public var messageBytes = 256 << 20
    /// How many header fields are indexed, those of all parts together; after that the rest of a header section counts as body.
    public var headerFields = 4000
    /// How many bytes of one header field's body are indexed; the rest of the field is kept and not looked at.
    public var headerFieldBytes = 256 << 10
    /// How many parts are indexed; the last one takes all that follows.
    public var parts = 1000
    /// How many parts a part may lie inside; one that lies deeper is not opened. At most 255.
    public var depth = 50
    /// How long a boundary may be, in bytes. RFC 2046 section 5.1.1 allows 70; real mail has longer ones.
    public var boundaryBytes = 16 << 10
    /// How many bytes a decode gives of one part.
    public var decodedBytes = 64 << 20
    /// How many defects are kept; the first ones.
    public var defects = 200

    /// The limits that a filter uses unless its operator says otherwise.
    public static let standard = MIMELimits()

    /// The default limits, to change one by one.
    public init() {}
}
