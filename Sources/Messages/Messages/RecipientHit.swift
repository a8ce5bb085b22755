/// What one recipient's own list says of a message: a note in the verdict.
public struct RecipientHit: Sendable, Hashable {
    /// Which of a recipient's lists spoke, those that go first before the others.
    public enum List: String, Sendable, Hashable, CaseIterable {
        /// Senders who are let through.
        case allow
        /// Senders who are not.
        case deny
        /// Words that are not wanted.
        case keyword
        /// Hours at which nobody else is.
        case quiet
    }

    /// The recipient.
    public var recipient: Party
    /// The list that spoke.
    public var list: List
    /// Where the recipient's rules are written: file and line.
    public var place: String
    /// What the recipient wants done.
    public var disposition: Disposition
    /// Whether that counts, or is only watched.
    public var isActing: Bool

    /// A hit.
    public init(recipient: Party, list: List, place: String, disposition: Disposition, isActing: Bool) {
        self.recipient = recipient
        self.list = list
        self.place = place
        self.disposition = disposition
        self.isActing = isActing
    }

    /// What a decision by it is called.
    public var name: String { "recipient:" + list.rawValue }
}

/// What the recipients of one message say of it.
public struct RecipientRulings: Sendable, Hashable {
    /// What each says who says something, in the order of the envelope.
    public var hits: [RecipientHit]
    /// Whether there is a recipient who says nothing.
    public var hasOthers: Bool

    /// Rulings; none unless given.
    public init(_ hits: [RecipientHit] = [], hasOthers: Bool = true) {
        self.hits = hits
        self.hasOthers = hasOthers
    }
}
