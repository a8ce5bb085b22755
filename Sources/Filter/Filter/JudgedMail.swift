internal import Authentication
public import MIME
public import Messages

/// What became of one message: what its gateway needs to say and to do.
public struct JudgedMail: Sendable {
    /// What is thought of it, and why.
    public var verdict: Verdict
    /// What is to be done, where one answer has to do for all recipients: the gentlest of theirs.
    public var decision: Decision
    /// What is to be done for each of the recipients; none where all have one decision.
    public var recipients: [RecipientDecision] = []
    /// What was found of where it came from, for those who handle it next; nothing where nobody was asked.
    public var results: AuthenticationResults?
    /// What SPF found, in the field that is older than the other; nothing where nobody was asked.
    public var receivedSPF: ReceivedSPF?

    /// A message of which this is thought.
    public init(verdict: Verdict, decision: Decision) {
        self.verdict = verdict
        self.decision = decision
    }

    init(
        _ verdict: Verdict, _ decision: Decision, _ recipients: [RecipientDecision], _ outcome: AuthenticationOutcome?, by service: String
    ) {
        self.init(verdict: verdict, decision: decision)
        self.recipients = recipients
        results = outcome?.results(by: service)
        receivedSPF = outcome?.receivedSPF(by: service)
    }
}
