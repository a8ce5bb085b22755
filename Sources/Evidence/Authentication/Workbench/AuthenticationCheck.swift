internal import MIME
public import Messages
public import Resolving

/// Asks all mechanisms about a message, side by side: together they take as long as the slowest, and no question is asked twice.
public struct AuthenticationCheck: Sendable {
    /// How many claims that somebody vouches are looked at.
    public static let claimLimit = 4

    private let setup: AuthenticationSetup
    private let lookups: Lookups
    private let moment: Timestamp

    /// A check at a moment that asks through these look-ups.
    public init(_ setup: AuthenticationSetup, asking lookups: Lookups, at moment: Timestamp) {
        self.setup = setup
        self.lookups = lookups
        self.moment = moment
    }

    /// What comes of a mail that a client handed over.
    public func outcome(of message: Message, from client: SendingClient) async -> AuthenticationOutcome {
        let mail = RawMail(message.bytes)
        let authors = AuthorDomains.domains(of: message)
        let dmarcCheck = DMARCCheck(asking: lookups, names: setup.names, discovery: discovery(for: message))
        // Its questions are known before there is an answer to compare.
        if setup.mechanisms.contains(.dmarc) { dmarcCheck.expect(authors) }
        async let dkim = DKIMCheck(asking: lookups, names: setup.names, at: moment, keys: setup.keys).outcome(of: mail)
        async let arc = self.arc(of: mail)
        async let spf = self.spf(of: client, isHELO: false)
        async let helo = self.spf(of: client, isHELO: true)
        async let senderID = self.senderID(of: message, from: client)
        async let csa = self.csa(of: client)
        async let reverseName = self.reverseName(of: client)

        var outcome = AuthenticationOutcome(of: client)
        outcome.written = AuthenticationCheck.written(in: message, by: setup)
        outcome.batv = batv(of: client)
        // A bounce's path is empty: then the name given in HELO stands for it (RFC 7208 section 2.4).
        outcome.helo = await helo
        outcome.spf = client.returnPath == "" ? outcome.helo : await spf
        let signatures = await dkim
        if setup.mechanisms.contains(.dmarc) {
            outcome.dmarc = await dmarcCheck.outcome(of: authors, DMARCIdentities(signatures, outcome.spf)).heeding(outcome.spf)
        }
        if setup.mechanisms.contains(.dkim) { outcome.dkim = signatures }
        outcome.vouchers = await vouchers(in: mail, authenticated: outcome)
        outcome.arc = await arc
        outcome.senderID = await senderID
        outcome.csa = await csa
        outcome.reverseName = await reverseName
        // Which was asked first depends on who was faster, and no result may.
        outcome.questions = lookups.transcript.map { (name: $0.question.description, asked: $0) }.sorted { $0.name < $1.name }.map(\.asked)
        return outcome
    }

    private func discovery(for message: Message) -> DMARCCheck.Discovery {
        switch setup.discovery {
        case .treeWalk: .treeWalk
        // The draw is the message's own, so that the same message is always treated the same.
        case .publicSuffixList:
            .publicSuffixList(setup.suffixes, draw: Int(FNV1a.hash(of: message.bytes.span) % 100))
        }
    }

    private func spf(of client: SendingClient, isHELO: Bool) async -> SPFOutcome? {
        guard setup.mechanisms.contains(.spf), let address = client.address else { return nil }
        guard let sender = isHELO ? client.helo.map({ _ in "" }) : client.returnPath, isHELO || !sender.isEmpty else { return nil }
        let identity = SPFCheck.Identity(address: address, helo: client.helo ?? "", mailFrom: sender, at: moment)
        return await SPFCheck(asking: lookups, names: setup.names).outcome(of: identity)
    }

    private func senderID(of message: Message, from client: SendingClient) async -> SenderIDCheck.Outcome? {
        guard setup.mechanisms.contains(.senderID), let address = client.address else { return nil }
        let identity = SPFCheck.Identity(
            address: address, helo: client.helo ?? "", mailFrom: client.returnPath ?? "", at: moment)
        return await SenderIDCheck(asking: lookups, names: setup.names).outcome(of: message, from: identity, submitter: client.submitter)
    }

    private func arc(of mail: RawMail) async -> ARCOutcome? {
        guard setup.mechanisms.contains(.arc) else { return nil }
        return await ARCCheck(asking: lookups, names: setup.names, at: moment, keys: setup.keys).outcome(of: mail)
    }

    private func csa(of client: SendingClient) async -> ClientSMTPAuthorization.Outcome? {
        guard setup.mechanisms.contains(.csa), let address = client.address, let helo = client.helo else { return nil }
        return await ClientSMTPAuthorization(asking: lookups).outcome(helo: helo, address: address)
    }

    private func reverseName(of client: SendingClient) async -> ReverseName.Outcome? {
        guard setup.mechanisms.contains(.iprev), let address = client.address else { return nil }
        return await ReverseName(asking: lookups).outcome(of: address)
    }

    /// The tag of the address that a bounce comes back to. What is no bounce may go to anybody.
    private func batv(of client: SendingClient) -> PrivateSignature.Result? {
        guard setup.mechanisms.contains(.batv), let signature = setup.privateSignature, client.returnPath == "" else { return nil }
        return client.recipients.first.map { signature.result(of: $0, at: moment) }
    }

    /// Asks the services that we trust about domains that were authenticated (RFC 5518 section 3).
    private func vouchers(in mail: RawMail, authenticated outcome: AuthenticationOutcome) async -> [AuthenticationOutcome.Voucher] {
        guard setup.mechanisms.contains(.vbr), !setup.vouchers.isEmpty else { return [] }
        let domains = outcome.authenticatedDomains
        let check = VouchByReference(asking: lookups, trusting: setup.vouchers)
        var vouchers: [AuthenticationOutcome.Voucher] = []
        for field in mail.fields(named: "VBR-Info").suffix(AuthenticationCheck.claimLimit) {
            guard let claim = VouchByReference.Claim(String(decoding: mail.body(of: field), as: UTF8.self)) else { continue }
            // Nobody speaks for the domain above: whoever gives names to others would vouch for all of them.
            let isAuthenticated = domains.contains(claim.domain)
            let result = isAuthenticated ? await check.result(of: claim) : nil
            vouchers.append(.init(claim: claim, isAuthenticated: isAuthenticated, result: result))
        }
        return vouchers
    }
}
