public import Messages

/// What is known of where a mail came from, in the words of rules. What is not known leaves nothing here, and no comparison holds for it.
public struct ProvenOrigin: Sendable, Hashable {
    /// Whether the author's domain answers for the mail.
    public enum Author: String, Sendable, Hashable, CaseIterable {
        case authenticated
        case notAuthenticated = "not-authenticated"
    }

    /// The result of SPF: `pass`, `fail` ...
    public var spf: String?
    /// The domain that SPF was asked about.
    public var spfDomain: String?
    /// The domains whose signatures hold.
    public var dkimDomains: [String]
    /// The result of DMARC.
    public var dmarc: String?
    /// Whether the author's domain answers for the mail.
    public var author: Author?
    /// The limits that the message is beyond, by name: of how often something comes.
    public var exceeded: [String] = []

    /// What is known; nothing unless given.
    public init(
        spf: String? = nil, spfDomain: String? = nil, dkimDomains: [String] = [], dmarc: String? = nil, author: Author? = nil
    ) {
        self.spf = spf
        self.spfDomain = spfDomain
        self.dkimDomains = dkimDomains
        self.dmarc = dmarc
        self.author = author
    }
}

/// What rules with an action can ask of the verdict.
public struct RuleVerdict: Sendable, Hashable {
    /// The probability of spam.
    public var probability: Double
    /// What kind of spam it is.
    public var threatClass: ThreatClass

    /// A verdict.
    public init(probability: Double, threatClass: ThreatClass = .unspecified) {
        self.probability = probability
        self.threatClass = threatClass
    }
}
