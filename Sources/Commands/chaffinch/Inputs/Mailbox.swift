internal import MIME

/// Cuts the bytes of a mailbox file into those of its messages (RFC 4155 and its older kinds).
enum Mailbox {
    static func messages(in bytes: [UInt8]) -> [[UInt8]] {
        let span = bytes.span
        let mailbox = MailboxFile(kind: MailboxFile.kind(of: span) ?? .mboxo)
        var messages: [[UInt8]] = []
        var start = 0
        while let entry = mailbox.entry(in: span, from: start, isLast: true), entry.next > start {
            start = entry.next
            var message: [UInt8] = []
            if entry.isQuoted { mailbox.unquote(span, entry, into: &message) } else { message = Array(bytes[entry.message]) }
            messages.append(message)
        }
        return messages
    }
}
