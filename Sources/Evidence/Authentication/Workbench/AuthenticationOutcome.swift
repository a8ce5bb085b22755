public import MIME
public import Resolving

/// What came of all mechanisms for one message. An outcome that is missing was not asked for, or there was nothing to ask about.
public struct AuthenticationOutcome: Sendable {
    /// What a service says of a domain.
    public struct Voucher: Sendable, Hashable {
        /// What the message claims.
        public var claim: VouchByReference.Claim
        /// Whether the domain was authenticated; else nobody was asked.
        public var isAuthenticated: Bool
        /// The answer; nothing where nobody was asked.
        public var result: VouchByReference.Result?
    }

    /// Results that stand written in the message.
    public struct WrittenResults: Sendable, Hashable {
        /// What they say.
        public var results: AuthenticationResults
        /// Whether a host of ours wrote them, so that they are to be believed.
        public var isOurs: Bool
        /// Whether they claim to be ours and cannot be; they are to be taken out before anybody reads the message.
        public var isForged: Bool
    }

    /// Who handed the message over.
    public var client: SendingClient
    /// SPF of the return path, or of the name given in HELO where the path is empty.
    public var spf: SPFOutcome?
    /// SPF of the name given in HELO.
    public var helo: SPFOutcome?
    /// Sender ID.
    public var senderID: SenderIDCheck.Outcome?
    /// The signatures.
    public var dkim: DKIMOutcome?
    /// DMARC.
    public var dmarc: DMARCOutcome?
    /// The chain of handlers.
    public var arc: ARCOutcome?
    /// Client SMTP Authorization.
    public var csa: ClientSMTPAuthorization.Outcome?
    /// What services say of domains that the message names.
    public var vouchers: [Voucher] = []
    /// Our own tag in the address that a bounce comes back to.
    public var batv: PrivateSignature.Result?
    /// The client's host name.
    public var reverseName: ReverseName.Outcome?
    /// What stands written in the message, from the top down.
    public var written: [WrittenResults] = []
    /// The questions that were asked, by name, with the answers that came.
    public var questions: [(question: Question, answer: Answer?)] = []

    init(of client: SendingClient) {
        self.client = client
    }

    /// The domains that are proved to answer for the message, whoever they are: those of signatures that pass and that of a return path that
    /// SPF passes. That says nothing of whether the message is wanted.
    public var authenticatedDomains: [DomainName] {
        var domains = dkim?.domains ?? []
        if let spf, spf.result == .pass, let domain = DomainName(spf.domain), !domains.contains(domain) { domains.append(domain) }
        return domains
    }
}
