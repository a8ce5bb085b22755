public import Domains
public import MIME
public import Messages
public import Reputation

/// What a filter remembers of those who send, and how often. Shared by reference: all scanners remember together.
public final class SenderPart: Sendable {
    /// What is remembered of senders; nothing where none is kept.
    public let history: SenderHistory?
    /// How often things may occur; nothing where there is no limit.
    public let rates: RateBuckets?
    /// How machines behave that hand messages over; nothing where nobody watches.
    public let watch: ClientWatch?
    /// How callers behave, as switches tell it; nothing where nobody watches.
    public let calls: CallWatch?
    /// Our own hosts, whose names no stranger bears.
    public let boundary: TrustBoundary
    /// Whether what is judged is remembered, or the history only asked.
    public let remembers: Bool
    /// Where what is taught is left for a service that has the history; nothing where the history here takes it up itself.
    public let lessons: SenderLessons?

    /// A part.
    public init(
        history: SenderHistory? = nil, rates: RateBuckets? = nil, watch: ClientWatch? = nil, calls: CallWatch? = nil,
        boundary: TrustBoundary = TrustBoundary(),
        remembers: Bool = true, lessons: SenderLessons? = nil
    ) {
        self.history = history
        self.rates = rates
        self.watch = watch
        self.calls = calls
        self.boundary = boundary
        self.remembers = remembers
        self.lessons = lessons
    }
}

extension SenderPart {
    /// The registrable domain that a mailbox is remembered by; nothing where there is none, or anybody gets a mailbox there.
    public static func organisation(of mailbox: String, _ suffixes: any PublicSuffixes) -> String? {
        guard let at = mailbox.lastIndex(of: "@") else { return nil }
        return SenderEvidence.organisation(String(mailbox[mailbox.index(after: at)...]), suffixes)
    }
}

extension Verdict {
    /// Whether there are signs that the machine that handed the message over was taken over (ITU-T X Suppl. 14).
    public var hasZombieSigns: Bool { evidence.contains { ClientSignBook.isSign($0.id) } }
}
