/// What Chaffinch thinks of one message, and why.
public struct Verdict: Sendable, Hashable {
    /// The probability that the message is spam, from 0 to 1: of the messages given 0.9, nine in ten should be spam.
    public var probability: Double
    /// The same as log-odds, the sum of the evidence's weights and of the prior.
    public var logOdds: Double
    /// What kind of spam it is; `none` when it is more likely ham.
    public var threatClass: ThreatClass
    /// The evidence, the strongest first.
    public var evidence: [Evidence]
    /// What could and what could not be checked.
    public var coverage: Coverage
    /// The language most of the text is in, as a BCP 47 tag; nothing when it cannot be told.
    public var language: String?
    /// What the format found broken.
    public var defects: [Defect]
    /// The rules of the operator's that the message met, those too that are only watched; in the order in which they are written.
    public var rules: [RuleHit]
    /// What the message's recipients say of it by their own lists.
    public var recipients: RecipientRulings
    /// The temporary orders that hold for the message, in the order in which they were given.
    public var orders: [OrderHit] = []
    /// The version of the model that judged.
    public var model: String
    /// The time spent, by the injected clock.
    public var elapsed: Duration

    /// A verdict.
    public init(
        probability: Double, logOdds: Double, threatClass: ThreatClass, evidence: [Evidence], coverage: Coverage, language: String? = nil,
        defects: [Defect] = [], rules: [RuleHit] = [],
        recipients: RecipientRulings = RecipientRulings(), model: String, elapsed: Duration
    ) {
        self.probability = probability
        self.logOdds = logOdds
        self.threatClass = threatClass
        self.evidence = evidence
        self.coverage = coverage
        self.language = language
        self.defects = defects
        self.rules = rules
        self.recipients = recipients
        self.model = model
        self.elapsed = elapsed
    }
}

/// What is done with a message.
public enum Disposition: String, Sendable, Hashable, CaseIterable {
    /// Deliver it as it is.
    case accept
    /// Deliver it, marked.
    case tag
    /// Hold it where its recipient can look.
    case quarantine
    /// Ask the sender to try later.
    case `defer`
    /// Refuse it in the session, saying why.
    case reject
    /// Drop it silently. Only by explicit opt-in.
    case discard
}
