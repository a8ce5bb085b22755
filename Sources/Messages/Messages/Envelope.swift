/// What the transport said of a message, apart from the message itself.
public struct Envelope: Sendable, Hashable {
    /// The network address of whoever handed the message over.
    public var clientAddress: IPAddress?
    /// The name the client gave in HELO or EHLO (RFC 5321 section 4.1.1.1).
    public var helo: String?
    /// Whether the client began to talk before it was greeted (RFC 5321 section 4.3.1 has it wait), as far as its server saw.
    public var isEarlyTalker = false
    /// The return path (RFC 5321 MAIL FROM); the empty path of a bounce is `returnPathIsEmpty`.
    public var returnPath: Party?
    /// Whether the return path was given and empty: a delivery report.
    public var returnPathIsEmpty: Bool
    /// The sender of a message that has no return path: number, account, sender id.
    public var sender: Party?
    /// The recipients named to the transport.
    public var recipients: [Party]

    /// An envelope; everything unknown unless given.
    public init(
        clientAddress: IPAddress? = nil, helo: String? = nil, returnPath: Party? = nil, returnPathIsEmpty: Bool = false,
        sender: Party? = nil, recipients: [Party] = []
    ) {
        self.clientAddress = clientAddress
        self.helo = helo
        self.returnPath = returnPath
        self.returnPathIsEmpty = returnPathIsEmpty
        self.sender = sender
        self.recipients = recipients
    }
}
