public import Messages

/// What a policy makes of a verdict.
public struct Decision: Sendable, Hashable {
    /// What is to be done.
    public var disposition: Disposition
    /// Whether it is done, or only recorded.
    public var isCarriedOut: Bool
    /// The name of the threshold (`policy.email.default.tag`), of a profile's line (`profile:school:email.default.tag`), of the rule
    /// (`rule:late-parcel`), or of a recipient's list (`recipient:deny`) that decided; nothing when none was reached.
    public var because: String?
    /// Where what decided is written; nothing where nobody wrote it.
    public var place: String?
    /// What would have been due without temporary orders, where one of them made the decision or changed it.
    public var without: Disposition?
    /// The profile whose line decided; nothing where none did.
    public var profile: ProfileName?
    /// The profiles that held, the widest first.
    public var profiles: [ProfileName] = []
    /// The version of the policy.
    public var policy: String
    /// From which probability on thresholds lead to anything but acceptance; nothing where they never do.
    public var spamFrom: Double?

    /// A decision.
    public init(disposition: Disposition, isCarriedOut: Bool, because: String?, policy: String, spamFrom: Double? = nil) {
        self.disposition = disposition
        self.isCarriedOut = isCarriedOut
        self.because = because
        self.policy = policy
        self.spamFrom = spamFrom
    }

    /// What is in fact done: nothing where it is only recorded.
    public var effect: Disposition { isCarriedOut ? disposition : .accept }

    /// Whether another decision does more against a message, or would.
    public func isGentler(than other: Decision) -> Bool {
        effect == other.effect ? disposition.isGentler(than: other.disposition) : effect.isGentler(than: other.effect)
    }
}

/// What is decided for some of a message's recipients: those who share it.
public struct RecipientDecision: Sendable, Hashable {
    /// The places of these recipients among those of the envelope, from 0.
    public var recipients: [Int]
    /// What is to be done for them.
    public var decision: Decision
    /// Whether a copy is kept for them where they can look, so that nothing is lost where they are taken out of the message.
    public var isKept = false

    /// A decision for the recipients at these places.
    public init(for recipients: [Int], _ decision: Decision) {
        self.recipients = recipients
        self.decision = decision
    }
}

extension Disposition {
    /// Whether another one does more against a message.
    public func isGentler(than other: Disposition) -> Bool { strength < other.strength }

    private var strength: Int {
        switch self {
        case .accept: 0
        case .tag: 1
        case .quarantine: 2
        case .defer: 3
        case .reject: 4
        case .discard: 5
        }
    }
}
