public import Domains
internal import MIME
public import Messages
public import Resolving

/// Sender ID (RFC 4406): whether a client may send for the purported responsible address, and for the return path.
///
/// Historic, and evidence to observe only: `v=spf1` records that were never meant for header fields are read for them, so a failure of
/// `pra` says little. No verdict rests on it.
public struct SenderIDCheck: Sendable {
    private let check: SPFCheck

    /// A check that asks through these look-ups.
    public init(asking lookups: Lookups, names: any InternationalNames) {
        check = SPFCheck(asking: lookups, names: names)
    }

    /// What came of both scopes.
    public struct Outcome: Sendable, Hashable {
        /// Whom the header fields hold responsible.
        public var responsible: PurportedResponsibleAddress
        /// The result for them; nothing where there is nobody.
        public var pra: SPFOutcome?
        /// The result for the return path.
        public var mailFrom: SPFOutcome
        /// Whether the address that the client named in SUBMITTER is the responsible one; nothing where it named none.
        public var submitter: Submitter.Finding?
    }

    /// The results for a message that a client hands over.
    /// - Parameter submitter: the mailbox that the client named in SUBMITTER (RFC 4405).
    public func outcome(of message: Message, from identity: SPFCheck.Identity, submitter: String? = nil) async -> Outcome {
        let responsible = PurportedResponsibleAddress(of: message)
        var pra: SPFOutcome?
        if case .mailbox(let mailbox, _) = responsible {
            var asked = identity
            asked.localPart = Array(mailbox.local.utf8)
            asked.domain = Array(mailbox.domain.utf8)
            pra = await check.outcome(of: asked, in: .purportedResponsibleAddress)
        }
        return Outcome(
            responsible: responsible, pra: pra, mailFrom: await check.outcome(of: identity, in: .mailFrom),
            submitter: submitter.map { Submitter.finding($0, responsible: responsible) })
    }
}
