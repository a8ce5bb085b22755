public import MIME
public import Messages

/// The purported responsible address of a message: the mailbox that its newest header fields hold responsible for it (RFC 4407 section 2).
public enum PurportedResponsibleAddress: Sendable, Hashable {
    /// A mailbox, and the field that names it.
    case mailbox(Mailbox, field: HeaderName)
    /// There is none, and why.
    case none(Reason)

    /// Why a message has no responsible address.
    public enum Reason: String, Sendable, Hashable {
        /// No field names anybody.
        case noField = "no field names anybody"
        /// There are several Sender fields (step 3).
        case severalSenders = "there are several Sender fields"
        /// There are several From fields (step 4).
        case severalFroms = "there are several From fields"
        /// The field does not name exactly one mailbox with a domain (step 5).
        case notOneMailbox = "the field does not name exactly one mailbox with a domain"
    }

    /// The responsible address of a message.
    public init(of message: Message) {
        let fields = message.ownHeaders.filter { field in
            field.known == .received || field.known == .returnPath || !PurportedResponsibleAddress.isBlank(field, in: message)
        }
        switch PurportedResponsibleAddress.select(from: fields) {
        case .success(let field): self = PurportedResponsibleAddress.read(field, in: message)
        case .failure(let reason): self = .none(reason)
        }
    }

    /// Steps 1 to 4: the field that counts.
    private static func select(from fields: [HeaderField]) -> Result<HeaderField, Reason> {
        if let sender = resentSender(in: fields) { return .success(sender) }
        if let from = fields.first(where: { $0.known == .resentFrom }) { return .success(from) }
        let senders = fields.filter { $0.known == .sender }
        if let sender = senders.first { return senders.count == 1 ? .success(sender) : .failure(.severalSenders) }
        let froms = fields.filter { $0.known == .from }
        guard let from = froms.first else { return .failure(.noField) }
        return froms.count == 1 ? .success(from) : .failure(.severalFroms)
    }

    /// Step 1: the first Resent-Sender, unless a Resent-From of a later resending stands before it.
    private static func resentSender(in fields: [HeaderField]) -> HeaderField? {
        guard let index = fields.firstIndex(where: { $0.known == .resentSender }) else { return nil }
        if let from = fields[..<index].firstIndex(where: { $0.known == .resentFrom }),
            fields[from..<index].contains(where: { $0.known == .received || $0.known == .returnPath })
        {
            return nil
        }
        return fields[index]
    }

    private static func isBlank(_ field: HeaderField, in message: Message) -> Bool {
        message.bytes[field.body.range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    }

    /// Step 5: the one mailbox of a field.
    private static func read(_ field: HeaderField, in message: Message) -> PurportedResponsibleAddress {
        let addresses = Addresses(message.bytes.span, field.body)
        guard addresses.mailboxes.count == 1, addresses.groups.isEmpty, let mailbox = addresses.mailboxes.first, !mailbox.domain.isEmpty,
            !mailbox.domain.hasPrefix("["), !mailbox.local.isEmpty
        else { return .none(.notOneMailbox) }
        return .mailbox(mailbox, field: field.known)
    }
}

extension PurportedResponsibleAddress.Reason: Error {}
