public import Messages

/// What is known of who sends a message to whom: what a history of senders is asked by. Texts are in small letters.
public struct SenderTraits: Sendable, Hashable {
    /// Whether the sender is who the message says.
    public enum Proof: Sendable, Hashable {
        /// Somebody who knows says so: the sender's domain answers for the message, or the platform knows the account; of a message that goes out, it
        /// is who logged in.
        case proven
        /// Nobody knows.
        case unknown
        /// The sender's domain does not answer for it.
        case refuted
    }

    /// How many recipients of a message that comes in are asked about.
    public static let recipientLimit = 8
    /// How many recipients of a message that goes out are remembered.
    public static let correspondentLimit = 100
    /// How many further domains are asked about.
    public static let domainLimit = 4
    /// How many of the messages that it answers are asked about: the last ones.
    public static let answeredLimit = 4

    /// How long, in bytes, a name is that is remembered or counted; longer ones are nobody's (RFC 5321 section 4.5.3.1).
    public static let nameLimit = 1024

    /// Whether one of our own people sends.
    public var isOriginating: Bool
    /// The mailbox or account that it says it comes from.
    public var sender: String?
    /// The registrable domain of the sender; nothing where anybody gets a mailbox there.
    public var domain: String?
    /// Whether the sender is who the message says.
    public var proof: Proof
    /// Other registrable domains that are proved to have had a hand in it: of the return path by SPF, of signatures.
    public var domains: [String]
    /// Who it is for.
    public var recipients: [String]
    /// The address of the host that handed it over.
    public var client: IPAddress?
    /// Its own id, where one of our own people sends it.
    public var messageID: String?
    /// The ids of messages that it says it answers.
    public var answered: [String]

    /// Traits; nothing is known unless given.
    public init(
        isOriginating: Bool = false, sender: String? = nil, domain: String? = nil, proof: Proof = .unknown, domains: [String] = [],
        recipients: [String] = [], client: IPAddress? = nil, messageID: String? = nil, answered: [String] = []
    ) {
        self.isOriginating = isOriginating
        self.sender = sender
        self.domain = domain
        self.proof = proof
        self.domains = domains
        self.recipients = recipients
        self.client = client
        self.messageID = messageID
        self.answered = answered
    }
}

/// The rungs of the ladder that a sender's history is looked for on, the most telling first.
public enum SenderRung: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    /// Somebody to whom this recipient has written.
    case correspondent
    /// An answer to what this recipient has sent.
    case answer
    /// This sender, to this recipient.
    case pair
    /// This sender, to anybody.
    case sender
    /// What says that it comes from this sender, from this network: where nobody knows whether it does.
    case senderHere
    /// The sender's domain.
    case domain
    /// A domain that is proved to have had a hand in it.
    case hand
    /// The address of the host that handed it over; of IPv6 its network of 64 bits.
    case address
    /// The network of that host: 24 bits, of IPv6 48.
    case network

    /// The more telling comes first.
    public static func < (left: SenderRung, right: SenderRung) -> Bool { left.rawValue < right.rawValue }

    /// What is remembered of messages that go out, and not of those that come in.
    var isOfOurs: Bool { self <= .answer }
}

/// The keys under which a message's sender is remembered.
public struct SenderKeys: Sendable {
    struct Rung: Sendable {
        var rung: SenderRung
        var key: SenderKey
        /// What was remembered up to then counts no more; nothing where nobody wanted it forgotten.
        var forgotten: Timestamp?
    }

    /// Whether one of our own people sends.
    public let isOriginating: Bool
    let rungs: [Rung]

    /// Keys that were written down, of a message that came in.
    init(rungs: [Rung]) {
        isOriginating = false
        self.rungs = rungs
    }

    /// The keys of a message; of one that goes out those by which its recipients are known when they write.
    init(_ traits: SenderTraits, _ secret: SenderSecret, _ marks: ForgettingMarks = ForgettingMarks()) {
        isOriginating = traits.isOriginating
        var rungs: [Rung] = []
        rungs.reserveCapacity(32)
        func add(_ rung: SenderRung, since mark: Timestamp?, _ fill: (inout SenderSecret.Maker) -> Void) {
            var maker = secret.maker(rung.rawValue)
            fill(&maker)
            rungs.append(Rung(rung: rung, key: maker.key, forgotten: mark))
        }
        func add(_ rung: SenderRung, since mark: Timestamp?, _ first: String, _ second: String) {
            add(rung, since: mark) { maker in
                maker.add(first)
                maker.add(second)
            }
        }
        if traits.isOriginating {
            // Whoever logged in and writes in another's name makes nobody that other's correspondent.
            guard let sender = traits.sender, traits.proof == .proven else {
                self.rungs = []
                return
            }
            for recipient in traits.recipients.prefix(SenderTraits.correspondentLimit) {
                add(.correspondent, since: marks.moment(ofName: recipient, secret), sender, recipient)
            }
            if let id = traits.messageID { add(.answer, since: nil, sender, id) }
            self.rungs = rungs
            return
        }
        let recipients = traits.recipients.prefix(SenderTraits.recipientLimit)
        let mark = traits.sender.flatMap { marks.moment(ofName: $0, secret) }
        if let sender = traits.sender, traits.proof == .proven {
            for recipient in recipients { add(.correspondent, since: mark, recipient, sender) }
            for recipient in recipients { add(.pair, since: mark, recipient, sender) }
            add(.sender, since: mark) { $0.add(sender) }
        }
        if traits.proof != .refuted {
            for recipient in recipients {
                for id in traits.answered.suffix(SenderTraits.answeredLimit) { add(.answer, since: nil, recipient, id) }
            }
        }
        if let sender = traits.sender, let client = traits.client, traits.proof == .unknown {
            add(.senderHere, since: ForgettingMarks.later(mark, marks.moment(ofNetwork: client, secret))) { maker in
                maker.add(sender)
                maker.add(client, bits: client.networkBits)
            }
        }
        if let domain = traits.domain, traits.proof == .proven {
            add(.domain, since: marks.moment(ofName: domain, secret)) { $0.add(domain) }
        }
        // A domain that had a hand in it is remembered as such, and never as that of the author.
        for domain in traits.domains.prefix(SenderTraits.domainLimit) {
            add(.hand, since: marks.moment(ofName: domain, secret)) { $0.add(domain) }
        }
        if let client = traits.client {
            add(.address, since: marks.moment(ofMachine: client, secret)) { $0.add(client, bits: client.hostBits) }
            add(.network, since: marks.moment(ofNetwork: client, secret)) { $0.add(client, bits: client.networkBits) }
        }
        self.rungs = rungs
    }
}

extension IPAddress {
    /// How many bits the hosts of one network share, as far as can be guessed: 24, of IPv6 48.
    var networkBits: Int { bitWidth == 32 ? 24 : 48 }
}
