internal import MIME
public import Messages

/// The domains of a message's authors.
public enum AuthorDomains {
    /// The domains of all mailboxes in all From fields of the message itself, in order and without repeats; empty where none has a domain. A
    /// mailbox without one gives an empty text, so that it is not passed over (RFC 9989 section 5.3.1).
    public static func domains(of message: Message) -> [String] {
        var domains: [String] = []
        var seen: Set<String> = []
        for field in message.ownHeaders where field.known == .from {
            for mailbox in Addresses(message.bytes.span, field.body).mailboxes where seen.insert(mailbox.domain).inserted {
                domains.append(mailbox.domain)
            }
        }
        return domains == [""] ? [] : domains
    }
}
