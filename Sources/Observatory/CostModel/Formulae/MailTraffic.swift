/// The mail of a year, and what of it is spam (all in messages a year).
public struct MailTraffic: Sendable, Hashable {
    /// All mail, V.
    public let all: Double
    /// Spam, S.
    public let spam: Double
    /// Spam that was refused before its content was read, S_rej.
    public let refused: Double
    /// Spam that reached a user, S_in.
    public let delivered: Double

    /// Mail that is wanted, H.
    public var good: Double { all - spam }
    /// Spam whose content was taken in, S_acc.
    public var accepted: Double { spam - refused }

    /// Of so many mailboxes and messages a day to each: V = N m 365, S = s V, S_rej = rho S, S_in = q S.
    public init(mailboxes: Double, perDay: Double, spamShare: Double, refusedShare: Double, inboxShare: Double) {
        all = mailboxes * perDay * YearLength.days
        spam = spamShare * all
        refused = refusedShare * spam
        delivered = inboxShare * spam
    }

    /// The same of a ledger's values, with all mail times a growth.
    init(_ values: ParameterValues, growth: Double = 1) {
        self.init(
            mailboxes: values[.mailboxes] * growth, perDay: values[.messagesPerDay], spamShare: values[.spamShare],
            refusedShare: values[.refusedShare], inboxShare: values[.inboxShare])
    }
}

/// How long a year is, as the formulae take it.
enum YearLength {
    static let days = 365.0
    static let seconds = 31_536_000.0
    static let hours = 8760.0
    static let months = 12.0
}
