internal import MIME
public import Messages
internal import TextMessages

/// A message that a rule must match, or must not, written beside the rule.
public struct RuleExample: Sendable, Hashable {
    /// Whether the rule must match it.
    public var mustMatch: Bool
    /// Where it is written.
    public var place: RulePlace
    /// The whole mail, or the text.
    public var content: Content
    /// How it travelled.
    public var channel: Channel
    /// Which way.
    public var direction: Direction
    /// Who sent it: of a mail the return path.
    public var sender: String?
    /// Who got it.
    public var recipients: [String] = []
    /// When it came; the moment of the test when it is not said.
    public var time: Timestamp?
    /// Who handed a mail over.
    public var client: IPAddress?
    /// What is known of where a mail came from.
    public var origin: ProvenOrigin?
    /// What the verdict says; for rules that ask for it.
    public var verdict: RuleVerdict?

    /// What an example is of.
    public enum Content: Sendable, Hashable {
        /// A mail, with its header.
        case mail(String)
        /// Any other message.
        case text(String)
    }

    /// The message, as it came in at a moment where the example names none.
    public func message(at now: Timestamp) -> Message {
        var message: Message
        switch content {
        case .mail(let text):
            message = MailParser().parse(Array(text.utf8))
            message.hops = Route.hops(of: message, boundary: TrustBoundary())
            message.envelope.clientAddress = client
            if let sender {
                message.envelope.returnPathIsEmpty = sender.isEmpty
                message.envelope.returnPath = sender.isEmpty ? nil : TextRecord.party(sender, on: .email)
            }
        case .text(let text):
            var record = TextRecord(text: Array(text.utf8))
            record.sender = sender
            message = record.message(channel: channel, arrival: now)
        }
        message.channel = channel
        message.cell = channel.usualCell
        message.direction = direction
        message.envelope.recipients = recipients.map { TextRecord.party($0, on: channel) }
        message.arrival = time ?? now
        return message
    }
}
