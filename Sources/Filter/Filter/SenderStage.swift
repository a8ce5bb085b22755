internal import Authentication
internal import Domains
internal import Links
internal import MIME
internal import Messages
internal import Reading
internal import Reputation
internal import Rules
internal import Settings

/// Asks what is remembered of the sender of one message after another, counts it, and remembers what becomes of each. One for each scanner; whoever
/// remembers nobody has none, and pays nothing.
final class SenderStage {
    private let part: SenderPart
    private let suffixes: any PublicSuffixes
    private var facts: AuthenticationFacts?
    private var keys: SenderKeys?
    private var excesses: [RateExcess] = []

    init(_ part: SenderPart, _ suffixes: any PublicSuffixes) {
        self.part = part
        self.suffixes = suffixes
    }

    /// From what probability on, without what is remembered, a message is nearly certainly spam; as far from the other end it is nearly certainly wanted.
    private static let nearCertainty = 0.95

    /// Whether somebody watches the machines that hand messages over.
    var isWatching: Bool { part.watch != nil }

    /// The limits that the message is beyond, by name.
    var exceeded: [String] { excesses.map(\.limit.name) }

    /// Notes what is known of where the message that comes next came from.
    func note(_ facts: AuthenticationFacts) { self.facts = facts }

    /// Takes up a message to learn from: nothing of it is counted.
    func takeUp(_ reading: borrowing Reading) {
        keys = part.history?.keys(of: SenderEvidence.traits(of: reading, facts, suffixes, inside: part.boundary))
        facts = nil
    }

    /// What is remembered of the sender of a message and of the machine that handed it over, and what it has too much of.
    /// - Parameters:
    ///   - evidence: what was found before.
    ///   - isNameUnknown: whether the machine's name is none.
    ///   - moment: now, by the wall clock.
    ///   - monotonic: now, by the clock that never jumps.
    func evidence(
        on reading: borrowing Reading, beside evidence: [Evidence], isNameUnknown: Bool?, at moment: Timestamp, _ monotonic: Duration
    ) -> [Evidence] {
        let traits = SenderEvidence.traits(of: reading, facts, suffixes, inside: part.boundary)
        // What is known of this message is nothing about the next.
        facts = nil
        var found: [Evidence] = []
        if let history = part.history {
            let keys = history.keys(of: traits)
            self.keys = keys
            found += HistorySignBook.standard.evidence(in: history.sightings(of: keys, at: moment), of: traits)
        }
        guard part.remembers else { return found }
        if let rates = part.rates {
            excesses = rates.take(at: monotonic) { SenderEvidence.values(of: $0, in: reading, traits) }
            found += excesses.map(\.evidence)
        }
        if let calls = part.calls, reading.message.channel == .voice, let caller = reading.message.envelope.sender,
            let conduct = calls.conduct(of: caller, at: monotonic)
        {
            found += CallerSignBook.evidence(in: conduct)
        }
        if let watch = part.watch, let visit = visit(on: reading, traits, beside: evidence, isNameUnknown) {
            found += ClientSignBook.evidence(in: watch.note(visit, at: monotonic), of: visit)
        }
        return found
    }

    /// The machine that handed a mail over to us from outside; nothing where nobody says which it was.
    private func visit(
        on reading: borrowing Reading, _ traits: SenderTraits, beside evidence: [Evidence], _ isNameUnknown: Bool?
    ) -> ClientVisit? {
        guard reading.isMail, reading.message.direction == .terminating else { return nil }
        let client = SendingClient(of: reading.message)
        guard let address = client.address, address.isPublic, !part.boundary.contains(address) else { return nil }
        let helo = SenderEvidence.name(client.helo)
        return ClientVisit(
            address: address, helo: helo, domain: traits.domain ?? SenderEvidence.name(reading.author?.domain),
            recipients: traits.recipients,
            claimsOurName: helo.map { part.boundary.contains(host: $0) } ?? false, isNameUnknown: isNameUnknown,
            isEarlyTalker: reading.message.envelope.isEarlyTalker,
            isDoubtful: evidence.contains { ClientSignBook.kindred.contains($0.id) || $0.id == "authentication.iprev-fail" })
    }

    /// Remembers what became of the message, and adds to its verdict what limits say is to be done.
    func finish(_ verdict: inout Verdict, at moment: Timestamp) {
        for excess in excesses {
            guard case .disposition(let disposition) = excess.limit.effect else { continue }
            verdict.rules.append(
                RuleHit(id: excess.limit.id, place: "rates.limits", effect: .disposition(disposition), isActing: excess.limit.isActing))
        }
        excesses = []
        defer { keys = nil }
        guard part.remembers, let history = part.history, let keys else { return }
        // What is remembered must not confirm itself.
        let remembered = verdict.evidence.reduce(0) { $1.id.hasPrefix(SenderStage.prefix) ? $0 + $1.weight : $0 }
        let probability = Judge.probability(ofLogOdds: verdict.logOdds - remembered)
        // Whoever is made to send spam does not make those who get it our correspondents.
        if keys.isOriginating, verdict.probability >= 0.5 { return }
        let opinion: SenderHistory.Opinion =
            probability >= SenderStage.nearCertainty ? .bad : probability <= 1 - SenderStage.nearCertainty ? .good : .open
        history.note(keys, opinion, at: moment)
    }

    private static let prefix = "history."

    /// The keys of a message that is taught of.
    func takeKeys() -> SenderKeys? {
        defer { keys = nil }
        return keys
    }
}

/// What a message says of its sender, in the words of a history.
enum SenderEvidence {
    static func traits(
        of reading: borrowing Reading, _ facts: AuthenticationFacts?, _ suffixes: any PublicSuffixes, inside boundary: TrustBoundary
    ) -> SenderTraits {
        let message = reading.message
        var traits = SenderTraits(isOriginating: message.direction == .originating)
        traits.recipients = message.envelope.recipients.prefix(SenderTraits.correspondentLimit).compactMap { name($0.description) }
        guard reading.isMail else {
            // A platform knows its accounts, and says who it is over its own connection; the names below posts, numbers and sender ids are claims.
            if case .account(let platform, _)? = message.envelope.sender {
                traits.sender = name(message.envelope.sender?.description)
                traits.proof = platform != message.channel.rawValue || message.channel == .im ? .proven : .unknown
            }
            traits.client = message.envelope.clientAddress.flatMap { $0.isPublic ? $0 : nil }
            return traits
        }
        if let author = reading.author, !author.domain.isEmpty {
            traits.sender = name(author.address)
            traits.domain = organisation(author.domain, suffixes)
        }
        if traits.isOriginating {
            traits.proof = isLogin(of: reading, suffixes, inside: boundary) ? .proven : .unknown
            traits.messageID = ids(of: .messageID, in: message).first
            return traits
        }
        traits.proof = facts.map(proof) ?? .unknown
        if let facts { traits.domains = hands(of: facts, but: traits.proof == .proven ? traits.domain : nil, suffixes) }
        let client = SendingClient(of: message).address
        traits.client = client.flatMap { $0.isPublic ? $0 : nil }
        traits.answered = (ids(of: .inReplyTo, in: message) + ids(of: .references, in: message).suffix(SenderTraits.answeredLimit))
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        return traits
    }

    /// Whether the author of a mail is who logged in to send it: an account writes whatever author it likes.
    private static func isLogin(
        of reading: borrowing Reading, _ suffixes: any PublicSuffixes, inside boundary: TrustBoundary
    ) -> Bool {
        guard case .account(_, let account)? = reading.message.envelope.sender, let login = name(account), let author = reading.author
        else { return false }
        if login.contains("@") { return login == name(author.address) }
        return login == name(author.local) && isOurs(author.domain.lowercased(), suffixes, inside: boundary)
    }

    /// Whether a domain is one of ours: the name of a host of ours, or one above it that somebody registered.
    private static func isOurs(_ domain: String, _ suffixes: any PublicSuffixes, inside boundary: TrustBoundary) -> Bool {
        if boundary.contains(host: domain) { return true }
        let bytes = Array(domain.utf8)
        guard suffixes.registrableDomain(of: bytes.span) != nil else { return false }
        return boundary.hosts.contains { $0.hasSuffix("." + domain) }
    }

    /// A name as it is remembered; nothing where it is longer than any may be.
    static func name(_ text: String?) -> String? {
        text.flatMap { $0.utf8.count <= SenderTraits.nameLimit ? $0.lowercased() : nil }
    }

    /// Whether the author is who the mail says. A domain that publishes nothing is not asked for a proof that it cannot give.
    private static func proof(_ facts: AuthenticationFacts) -> SenderTraits.Proof {
        if facts.standing == .authenticated { return .proven }
        let isDenied = facts.sender.map { $0.isAligned && ($0.result == .fail || $0.result == .softfail) } ?? false
        return facts.policy?.result == .fail || isDenied ? .refuted : .unknown
    }

    /// The domains that are proved to have had a hand in a mail, but for one.
    private static func hands(of facts: AuthenticationFacts, but own: String?, _ suffixes: any PublicSuffixes) -> [String] {
        var hands: [String] = []
        func add(_ domain: String) {
            guard let domain = organisation(domain, suffixes), domain != own, !hands.contains(domain) else { return }
            hands.append(domain)
        }
        for signature in facts.signatures where signature.result == .pass && signature.flaws.isEmpty { add(signature.domain) }
        if let sender = facts.sender, sender.result == .pass, !sender.isHELO { add(sender.domain) }
        return hands
    }

    /// The registrable domain of a host; nothing where there is none, or anybody gets a mailbox there.
    static func organisation(_ host: String, _ suffixes: any PublicSuffixes) -> String? {
        let bytes = Array(host.lowercased().utf8)
        guard let start = suffixes.registrableDomain(of: bytes.span) else { return nil }
        let domain = String(decoding: bytes[start...], as: UTF8.self)
        return FreeMailboxes.has(domain) || FreeMailboxes.hasName(of: domain) ? nil : domain
    }

    /// The ids of a field; a few, however many there are.
    private static func ids(of name: HeaderName, in message: Message) -> [String] {
        guard let field = message.header(name) else { return [] }
        let ids = MessageIDs(message.bytes.span, field.body).ids.suffix(SenderTraits.answeredLimit)
        return ids.filter { $0.utf8.count <= SenderTraits.nameLimit }
    }

    /// What a message has of something that is counted.
    static func values(of subject: RateLimit.Subject, in reading: borrowing Reading, _ traits: SenderTraits) -> [String] {
        let message = reading.message
        func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
        switch subject {
        case .sender:
            return one(name(reading.isMail ? reading.author?.address : message.envelope.sender?.description))
        case .domain: return one(traits.domain ?? name(reading.author?.domain))
        case .address: return one(client(of: message).map { "\($0)" })
        case .network:
            return one(
                client(of: message).map { address in
                    let bits = address.bitWidth == 32 ? 24 : 48
                    return "\(address.prefix(bits))/\(bits)"
                })
        case .account:
            guard case .account(_, let account)? = message.envelope.sender else { return [] }
            return one(name(account))
        case .recipient: return traits.recipients
        case .senderID:
            switch message.envelope.sender {
            case .senderID(let text), .shortCode(let text): return one(name(text))
            default: return []
            }
        case .linkHost:
            var hosts: [String] = []
            for link in reading.links.all where link.origin != .header && !link.url.host.isEmpty {
                let host = reading.links.string(link.url.host)
                if !hosts.contains(host) { hosts.append(host) }
                if hosts.count == RateBuckets.valueLimit { break }
            }
            return hosts
        }
    }

    private static func client(of message: Message) -> IPAddress? {
        message.channel == .email ? SendingClient(of: message).address : message.envelope.clientAddress
    }
}
