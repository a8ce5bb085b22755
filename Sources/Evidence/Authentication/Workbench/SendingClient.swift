internal import MIME
public import Messages

/// Who handed a message over, and as whom, as far as that is known.
public struct SendingClient: Sendable, Hashable {
    /// Where the address and the name come from.
    public enum Source: Sendable, Hashable {
        /// Nobody says.
        case unknown
        /// The transport, or whoever asks.
        case envelope
        /// A trace line of the message, and how far that is believed.
        case trace(Hop.Trust)
    }

    /// The address of the client.
    public var address: IPAddress?
    /// The name that it gave in HELO or EHLO.
    public var helo: String?
    /// The return path; empty for a bounce, nothing where nobody knows.
    public var returnPath: String?
    /// The mailbox that it named in SUBMITTER (RFC 4405).
    public var submitter: String?
    /// The mailboxes that the message is for.
    public var recipients: [String] = []
    /// Where the address and the name come from.
    public var source = Source.unknown

    /// A client of which nothing is known.
    public init() {}

    /// The client of a message: what the transport said, and for what it did not say the trace line that our own boundary wrote.
    /// - Parameters:
    ///   - message: the message, its hops graded.
    ///   - takesClaims: whether the topmost trace line and the Return-Path field are taken although nobody of ours is known to have written
    ///     them. Right where somebody asks about a file of their own mailbox, wrong for a message that comes from outside.
    public init(of message: Message, takesClaims: Bool = false) {
        let envelope = message.envelope
        recipients = envelope.recipients.map(\.description)
        if envelope.returnPathIsEmpty { returnPath = "" } else { returnPath = envelope.returnPath?.description }
        if envelope.clientAddress != nil {
            address = envelope.clientAddress
            helo = envelope.helo
            source = .envelope
        }
        let hop = message.hops.last { $0.trust == .seen } ?? (takesClaims ? message.hops.first : nil)
        guard let hop else { return }
        if source == .unknown {
            address = hop.address
            helo = envelope.helo ?? message.text(hop.from)
            source = .trace(hop.trust)
        }
        if returnPath == nil { returnPath = SendingClient.returnPath(of: message) }
    }

    /// The return path that the host of final delivery wrote on top of the message, above all trace lines (RFC 5321 section 4.4).
    private static func returnPath(of message: Message) -> String? {
        for field in message.ownHeaders {
            if field.known == .received { return nil }
            guard field.known == .returnPath else { continue }
            let addresses = Addresses(message.bytes.span, field.body)
            guard let mailbox = addresses.mailboxes.first else { return "" }
            return mailbox.domain.isEmpty ? mailbox.local : "\(mailbox.local)@\(mailbox.domain)"
        }
        return nil
    }
}
