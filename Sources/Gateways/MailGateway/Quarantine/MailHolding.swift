public import Filter
public import Messages
public import Storing

/// Whoever keeps mails that are held, for the gateway of mail servers.
public protocol MailHolding: Sendable {
    /// Whether mails that policy wants held are kept here, and not by the mail server.
    var holdsLiveMail: Bool { get }
    /// Keeps a mail for its recipients, of which this is thought; when it returns, the mail is durable, and ours. Throws where it cannot be kept.
    func hold(_ mail: MailTransaction, as message: Message, judged: JudgedMail) async throws(StoreError) -> String
    /// Whether a mail is one that is being released here, on its way through our own server: it passes without being judged again.
    func isReleased(_ mail: MailTransaction) async -> Bool
}
