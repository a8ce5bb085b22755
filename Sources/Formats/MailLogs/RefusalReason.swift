/// Why a server refused a message, as far as its words tell.
public enum RefusalReason: UInt8, Sendable, Hashable, CaseIterable {
    /// Something else, or nothing that is understood.
    case other
    /// The client's address is on a block list.
    case blockList
    /// The client has no name, or one that does not lead back to it.
    case clientName
    /// The client breaks the protocol: it speaks before it is greeted, or does not wait for answers.
    case protocolBreach
    /// The client's greeting is none.
    case greeting
    /// The client was told to come back, to see whether it does.
    case greylisting
    /// The client, its network or a domain comes too often.
    case rate
    /// The sender does not exist, or its domain does not.
    case sender
    /// The sender is not who it says: SPF, DKIM or DMARC failed.
    case authentication
    /// There is no such recipient.
    case recipient
    /// It is for elsewhere, and this server carries nothing there for the client.
    case relaying
    /// It is too large.
    case size
    /// What the message says: a filter took it for spam.
    case content
    /// It carries a harmful program.
    case malware

    /// Whether it says that the message is spam. The others keep out honest mail as well, or say nothing about the message.
    public var isSpam: Bool {
        switch self {
        case .blockList, .protocolBreach, .content, .malware: true
        default: false
        }
    }
}
