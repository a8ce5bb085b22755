public import Messages

/// What one line of a mail server's log tells. Ranges are of the bytes that the line was read from.
public struct MailLogEvent: Sendable, Hashable {
    /// What happened.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// Nothing that is counted: connections, statistics, notes.
        case note
        /// A client hands a message over, or a program of the machine does.
        case received
        /// It was put into the queue; the size is known.
        case queued
        /// It was delivered to a recipient, or handed on.
        case delivered
        /// It could not be delivered to a recipient yet.
        case postponed
        /// It cannot be delivered to a recipient, ever.
        case bounced
        /// It was put aside for somebody to look at.
        case held
        /// It was thrown away.
        case discarded
        /// The whole message, or the attempt to hand one over, was refused; `code` says whether for now or for good.
        case refused
        /// A recipient was refused; the message may go on to others.
        case recipientRefused
        /// A filter said what is to be done: `verdict` tells.
        case judged
        /// A client was tested before it might say anything, and failed.
        case screened
        /// A client came or went: what it did before is another message.
        case session
        /// The server is done with the message.
        case finished
    }

    /// Where a message was handed on to.
    public enum Relay: UInt8, Sendable, Hashable {
        /// The line does not say.
        case unknown
        /// To a mailbox or program of this server, or a machine of its private network.
        case inside
        /// To a program on the same machine that hands it back: a filter after the queue.
        case loop
        /// To a server elsewhere.
        case outside
    }

    /// What happened.
    public var kind = Kind.note
    /// When.
    public var moment = Timestamp(milliseconds: 0)
    /// The machine that wrote the line.
    public var host = ByteRange.empty
    /// The number of the process that wrote it.
    public var process = 0
    /// The server's name of the message; empty where it has none.
    public var queue = ByteRange.empty
    /// The name that the next server gave the message, where it is on the same machine.
    public var next = ByteRange.empty
    /// The reverse-path with its brackets, where a refusal has it: to tell attempts apart, not to keep.
    public var sender = ByteRange.empty
    /// Whether the sender proved who it is (RFC 4954).
    public var isAuthenticated = false
    /// Whether it came from a program of the machine itself.
    public var isLocal = false
    /// The client's address.
    public var client: IPAddress?
    /// Bytes of the message; nothing where the line does not say.
    public var size: Int?
    /// Milliseconds from its being handed over to its delivery.
    public var delay: Int?
    /// The reply code of SMTP, or the first digit of an enhanced one (RFC 3463) times a hundred.
    public var code = 0
    /// Why it was refused.
    public var reason = RefusalReason.other
    /// Where it was handed on to.
    public var relay = Relay.unknown
    /// What a filter wants done.
    public var verdict: Disposition?

    /// A line that tells nothing.
    public init() {}

    /// Whether a refusal is for now only.
    public var isTemporary: Bool { code / 100 == 4 }
}
