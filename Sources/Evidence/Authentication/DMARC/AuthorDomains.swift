internal import MIME
public import Messages

/// The domains of a message's authors.
public enum AuthorDomains {
    /// The domains of all mailboxes in all From fields of the message itself, in order and without repeats; empty where none has a domain. A
    /// mailbox without one gives an empty text, so that it is not passed over (RFC 9989 section 5.3.1).
    public static func domains(of message: Message) -> [String] {
        var domains: [String] = []
        var seen: Set<String> = []
        let indexed = message.ownHeaders.filter { $0.known == .from }.map(\.body)
        let beyond = message.fieldsBeyondIndex(named: HeaderName.from.rawValue).map { ByteRange($0.body) }
        for body in indexed + beyond {
            for mailbox in Addresses(message.bytes.span, body).mailboxes where seen.insert(mailbox.domain).inserted {
                domains.append(mailbox.domain)
            }
        }
        return domains == [""] ? [] : domains
    }
}
