// One mailbox of an address field, as values for checks and for people.

public import Messages

/// A mailbox as an address field names it (RFC 5322 section 3.4).
public struct Mailbox: Sendable, Hashable {
    /// The display name, encoded words decoded; empty when there is none.
    public var displayName: String
    /// The local part, quotes and quoted pairs resolved; empty when the field gives none.
    public var local: String
    /// The domain in lower case (ASCII), or the domain literal with its brackets; empty when the field gives none.
    public var domain: String
    /// What comments beside and inside the mailbox say, a space between two of them.
    public var comment: String
    /// The name of the group the mailbox is listed in; nothing outside groups.
    public var group: String?
    /// Where in the message's buffer the mailbox is written.
    public var source: ByteRange

    /// A mailbox; without name and comment unless given.
    public init(
        displayName: String = "", local: String, domain: String, comment: String = "", group: String? = nil,
        source: ByteRange = .empty
    ) {
        self.displayName = displayName
        self.local = local
        self.domain = domain
        self.comment = comment
        self.group = group
        self.source = source
    }

    /// The mailbox as an identity, when it has a domain.
    public var party: Party? {
        domain.isEmpty ? nil : .mailbox(local: local, domain: domain)
    }

    /// `local@domain`, or the local part alone when there is no domain. For people: a quoted local part has lost its quotes.
    public var address: String {
        domain.isEmpty ? local : "\(local)@\(domain)"
    }

    /// The address that the display name shows, when it shows one: what many mail programs put before the reader's eyes instead
    /// of the mailbox itself.
    public var addressInDisplayName: Party? {
        let bytes = Array(displayName.utf8)
        guard let at = bytes.firstIndex(of: 64) else { return nil }
        var start = at
        while start > 0, FieldBytes.isAtomText(bytes[start - 1]) || bytes[start - 1] == 46 || bytes[start - 1] >= 0x80 { start -= 1 }
        var end = at + 1
        var dots = 0
        while end < bytes.count,
            FieldBytes.isLetter(bytes[end]) || FieldBytes.isDigit(bytes[end]) || bytes[end] == 45 || bytes[end] == 46
                || bytes[end] >= 0x80
        {
            if bytes[end] == 46 { dots += 1 }
            end += 1
        }
        if end > at + 1, bytes[end - 1] == 46 {
            end -= 1
            dots -= 1
        }
        guard start < at, end > at + 1, dots > 0 else { return nil }
        let domain = bytes[at + 1..<end].map(FieldBytes.lower)
        return .mailbox(local: String(decoding: bytes[start..<at], as: UTF8.self), domain: String(decoding: domain, as: UTF8.self))
    }
}
