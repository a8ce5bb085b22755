public import MIME
public import Messages

/// What the header of a mail says of its parties and times, read once for all checks.
///
/// Of a field that may occur once (RFC 5322 section 3.6) the first counts, as it does for most readers; that it occurs again is for a check to say.
public struct MailHeader: Sendable {
    /// The mailboxes of From. RFC 5322 section 3.6.2 wants one or more; usually one.
    public var from: [Mailbox] = []
    /// The mailboxes of Sender.
    public var sender: [Mailbox] = []
    /// The mailboxes of Reply-To.
    public var replyTo: [Mailbox] = []
    /// The mailboxes of To.
    public var to: [Mailbox] = []
    /// The mailboxes of Cc.
    public var cc: [Mailbox] = []
    /// The mailboxes of Return-Path, as the last relay wrote it.
    public var returnPath: [Mailbox] = []
    /// The date, when there is such a field; its timestamp is missing when it cannot be read.
    public var date: DateTimeValue?
    /// The bytes of the message id without its brackets; empty when there is none.
    public var messageID = ByteRange.empty
    /// What is wrong inside the values.
    public var defects: [Defect] = []

    /// A header that says nothing.
    public init() {}

    /// Forgets everything and keeps the storage.
    mutating func removeAll() {
        MailHeader.empty(&from)
        MailHeader.empty(&sender)
        MailHeader.empty(&replyTo)
        MailHeader.empty(&to)
        MailHeader.empty(&cc)
        MailHeader.empty(&returnPath)
        date = nil
        messageID = .empty
        if !defects.isEmpty { defects.removeAll(keepingCapacity: true) }
    }

    /// Forgets mailboxes and keeps the storage.
    private static func empty(_ mailboxes: inout [Mailbox]) {
        if !mailboxes.isEmpty { mailboxes.removeAll(keepingCapacity: mailboxes.capacity <= 64) }
    }

    /// Reads the fields of a message's own header.
    mutating func read(_ message: borrowing Message, decoder: inout CharsetDecoder) {
        let bytes = message.bytes.span
        var seen: UInt16 = 0
        for index in message.parts[0].headers.range {
            let field = message.headers[index]
            let bit: UInt16
            switch field.known {
            case .from: bit = 1
            case .sender: bit = 2
            case .replyTo: bit = 4
            case .to: bit = 8
            case .cc: bit = 16
            case .returnPath: bit = 32
            case .date: bit = 64
            case .messageID: bit = 128
            default: continue
            }
            guard seen & bit == 0 else { continue }
            seen |= bit
            switch field.known {
            case .from: Addresses.append(bytes, field.body, to: &from, defects: &defects, decoder: &decoder)
            case .sender: Addresses.append(bytes, field.body, to: &sender, defects: &defects, decoder: &decoder)
            case .replyTo: Addresses.append(bytes, field.body, to: &replyTo, defects: &defects, decoder: &decoder)
            case .to: Addresses.append(bytes, field.body, to: &to, defects: &defects, decoder: &decoder)
            case .cc: Addresses.append(bytes, field.body, to: &cc, defects: &defects, decoder: &decoder)
            case .returnPath: Addresses.append(bytes, field.body, to: &returnPath, defects: &defects, decoder: &decoder)
            case .date: readDate(bytes, field.body)
            default: messageID = MailHeader.withoutBrackets(bytes, field.body)
            }
        }
    }

    private mutating func readDate(_ bytes: Span<UInt8>, _ range: ByteRange) {
        let value = DateTimeValue(bytes, range)
        defects += value.defects
        date = value
    }

    /// The range inside the first pair of angle brackets, or the range without blanks at its ends when there is none.
    private static func withoutBrackets(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange {
        var start = Int(range.start)
        var end = Int(range.end)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        if start < end, bytes[start] == 0x3C { start += 1 }
        var close = start
        while close < end, bytes[close] != 0x3E { close += 1 }
        return ByteRange(start, close)
    }
}
