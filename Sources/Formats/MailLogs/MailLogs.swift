// MailLogs: what mail servers write down about the mail they handle. Lines become events, and the events of one message, which lie scattered among
// those of others, are joined into one transaction: what the study counts.
//
// Log lines quote strangers (addresses, names, words of other servers), and log files get torn, mixed and cut. So: bytes and not strings, fields by
// their place and not by searching the whole line where a stranger can write into it, nothing allocated per line, and a bound on everything kept.

/// How much of a hostile log is read and kept.
public enum MailLogLimits {
    /// Bytes of a line; what is longer is left out and noted.
    public static let lineBytes = 64 << 10
    /// Messages whose lines are being joined, at most.
    public static let openMessages = 1 << 18
    /// How long a message may go without another line before it is taken for never finished; Postfix keeps trying for five days
    /// (`maximal_queue_lifetime`), Exim for four.
    public static let silentSeconds: Int64 = 6 * 86_400
    /// Defects whose line is kept; the others are counted.
    public static let defects = 20
}
