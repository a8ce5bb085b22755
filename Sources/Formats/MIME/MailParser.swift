// Reads an e-mail message (RFC 5322, 2045, 2046, 6532) that nobody vouches for: it may be broken by accident or by intent.
// Whatever comes in, a message comes out, with its defects listed; time is linear in its size and memory bounded by the limits.

public import Messages

/// Indexes the bytes of an e-mail message: header fields, parts, defects. Copies nothing, and never fails.
///
/// - Header fields keep their raw ranges; their values are read by the types in `Fields/`.
/// - Parts stand in preorder. A multipart's and an embedded message's body covers all that lies inside, preamble and epilogue
///   too: see `Message.preamble(of:)` and `Message.epilogue(of:)`.
/// - A multipart whose parts cannot be told (no boundary, boundary never met) becomes plain text, as a reader would see it.
/// - An embedded message that is itself transfer-encoded stays closed; `PartDecoder.message(in:of:parser:)` opens it.
public struct MailParser: Sendable {
    /// How much of a hostile message is read.
    public var limits: MIMELimits

    /// A parser with these limits.
    public init(limits: MIMELimits = .standard) {
        self.limits = limits
    }

    /// The index over `bytes`, which it takes over; the channel is e-mail, envelope and route are left to the caller.
    public func parse(_ bytes: consuming [UInt8]) -> Message {
        var index = MessageIndex(limits: limits)
        index.build(over: bytes.span)
        return Message(channel: .email, bytes: bytes, headers: index.headers, parts: index.parts, defects: index.defects)
    }
}
