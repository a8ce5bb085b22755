// The bounds of everything that Links reads, in one place.

/// How much is read, kept and answered.
public struct LinkLimits: Sendable, Hashable {
    /// Links kept of one text; later ones are only noticed.
    public var links = 1_000
    /// Contact points kept of one text.
    public var contacts = 1_000
    /// Bytes of one URL that are kept; the rest of a longer one is passed over.
    public var urlBytes = 4_096
    /// Bytes of a host as written, disguises included.
    public var hostBytes = 1_024
    /// Recipients whose address is looked for inside a link.
    public var recipients = 8

    /// The usual limits.
    public init() {}
}
