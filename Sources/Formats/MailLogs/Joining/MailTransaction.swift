public import Messages

/// One message as a mail server's log tells it, from its coming to its end, or one attempt to hand one over.
public struct MailTransaction: Sendable, Hashable {
    /// What became of it.
    public enum Outcome: UInt8, Sendable, Hashable, CaseIterable {
        /// It was delivered, to one recipient at least.
        case delivered
        /// It was taken; what became of it the log does not say.
        case accepted
        /// It could not be delivered so far.
        case postponed
        /// It could not be delivered to anybody, and went back.
        case bounced
        /// It was delivered with a mark that it is spam.
        case tagged
        /// It was put aside.
        case held
        /// It was thrown away.
        case discarded
        /// It was refused for now.
        case deferred
        /// It was refused for good.
        case refused
    }

    /// Which of the two ways a message can leave it took.
    public struct Ways: OptionSet, Sendable, Hashable {
        /// A bit for each way.
        public let rawValue: UInt8

        /// Ways with these bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// To a mailbox of the server or of its private network.
        public static let inside = Ways(rawValue: 1)
        /// To a server elsewhere.
        public static let outside = Ways(rawValue: 2)
    }

    /// When it came.
    public var moment: Timestamp
    /// The address that it came from; nothing where the log does not say, or it came from the machine itself.
    public var client: IPAddress?
    /// Whether the sender proved who it is.
    public var isAuthenticated = false
    /// Whether it came from a program of the machine itself.
    public var isLocal = false
    /// What became of it.
    public var outcome: Outcome
    /// Why it was refused.
    public var reason = RefusalReason.other
    /// Where it went.
    public var ways: Ways = []
    /// Its size in bytes.
    public var size: Int?
    /// Milliseconds from its being handed over to its last delivery.
    public var delay: Int?
    /// Whether its last line was seen; else it fell silent, and this is how it stood.
    public var isFinished = true

    /// A message.
    public init(moment: Timestamp, client: IPAddress? = nil, outcome: Outcome) {
        self.moment = moment
        self.client = client
        self.outcome = outcome
    }
}
