public import Messages

/// What an operator tells of a day beside its messages, for the operator indicators.
public struct OperatorReport: Sendable, Hashable {
    /// An hour of the day, counted from 1970-01-01T00:00Z.
    public var hour: Int
    /// The operator, as a code of the centre's own; nothing for ourselves.
    public var contributor: String?
    /// How it is known.
    public var method: CountMethod
    /// On which channel.
    public var channel: Channel
    /// How many mailboxes or subscribers the figures stand for. Not added up: of several the highest counts.
    public var mailboxes: Int?
    /// How many connections were dropped before a message came. Added up.
    public var droppedConnections: Int?

    /// A report on the day a moment lies in.
    public init(
        at moment: Timestamp, contributor: String? = nil, method: CountMethod = .reported, channel: Channel = .email, mailboxes: Int? = nil,
        droppedConnections: Int? = nil
    ) {
        self.hour = Observation.hour(of: moment)
        self.contributor = contributor
        self.method = method
        self.channel = channel
        self.mailboxes = mailboxes
        self.droppedConnections = droppedConnections
    }
}
