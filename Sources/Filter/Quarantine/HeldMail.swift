public import Messages

/// A mail that is held: what is known of it beside its bytes.
public struct HeldMail: Sendable, Hashable {
    /// What the transport told of a mail: with it the mail can go on as it came.
    public struct Transport: Sendable, Hashable {
        /// The client's address; nothing where the mail did not come over a network.
        public var clientAddress: IPAddress?
        /// The client's host name, as the server looked it up.
        public var clientHost: String?
        /// The name that the client gave.
        public var helo: String?
        /// The return path, empty for a bounce; nothing where none was told.
        public var returnPath: String?
        /// The account that the client logged in to.
        public var account: String?
        /// The server's own name for the mail.
        public var queueIdentifier: String?

        /// What a transport told.
        public init(
            clientAddress: IPAddress? = nil, clientHost: String? = nil, helo: String? = nil, returnPath: String? = nil,
            account: String? = nil, queueIdentifier: String? = nil
        ) {
            self.clientAddress = clientAddress
            self.clientHost = clientHost
            self.helo = helo
            self.returnPath = returnPath
            self.account = account
            self.queueIdentifier = queueIdentifier
        }
    }

    /// What is shown of a mail in lists. Whoever sent it wrote most of this.
    public struct Shown: Sendable, Hashable {
        /// Who wrote it, as the header says.
        public var author: String
        /// Its subject.
        public var subject: String
        /// The probability of spam.
        public var probability: Double
        /// The kind of spam.
        public var threatClass: String
        /// The strongest reasons, with what fills their sentences.
        public var reasons: [Reason]
        /// The threshold, rule or list that decided.
        public var decidedBy: String?
        /// The version of the policy.
        public var policy: String
        /// The size of the mail in bytes.
        public var size: Int

        /// What is shown of a mail.
        public init(
            author: String = "", subject: String = "", probability: Double, threatClass: String, reasons: [Reason] = [],
            decidedBy: String? = nil, policy: String = "", size: Int
        ) {
            self.author = author
            self.subject = subject
            self.probability = probability
            self.threatClass = threatClass
            self.reasons = reasons
            self.decidedBy = decidedBy
            self.policy = policy
            self.size = size
        }
    }

    /// One reason.
    public struct Reason: Sendable, Hashable {
        /// The key of its sentence.
        public var id: String
        /// Its weight in log-odds.
        public var weight: Double
        /// What fills its sentence.
        public var details: [String]

        /// A reason.
        public init(id: String, weight: Double, details: [String] = []) {
            self.id = id
            self.weight = weight
            self.details = details
        }
    }

    /// What has become of a mail for one recipient.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// It is held.
        case held
        /// Somebody is releasing it now.
        case releasing
        /// It was handed on.
        case released
        /// It will not be handed on.
        case deleted
    }

    /// Somebody a mail is held for.
    public struct Addressee: Sendable, Hashable {
        /// The address, as the transport gave it.
        public var address: String
        /// What has become of the mail for them.
        public var state = State.held
        /// Since when.
        public var since: Timestamp
        /// Who did that; empty for the filter.
        public var by = ""

        /// Somebody for whom a mail is held since a moment.
        public init(address: String, since: Timestamp) {
            self.address = address
            self.since = since
        }
    }

    /// Its name: 128 random bits in hexadecimal digits.
    public internal(set) var reference: String
    /// When it came.
    public internal(set) var time: Timestamp
    /// When it is no longer kept.
    public internal(set) var expiry: Timestamp
    /// What the transport told.
    public internal(set) var transport: Transport
    /// What is shown of it.
    public internal(set) var shown: Shown
    /// Those it is held for.
    public internal(set) var addressees: [Addressee]
    /// What was learnt of it: the id of the lesson; nothing where nothing was.
    public internal(set) var lesson: String?

    /// Whether anybody's is still there to be released.
    public var isHeld: Bool { addressees.contains { $0.state == .held || $0.state == .releasing } }

    /// Whether it is held for somebody.
    public func isFor(_ address: String) -> Bool { addressees.contains { HeldMail.isSame($0.address, address) } }

    /// Whether two addresses are taken for the same.
    public static func isSame(_ left: String, _ right: String) -> Bool { QuarantineKey.folded(left) == QuarantineKey.folded(right) }

    /// The mail as one of its recipients may see it: without the others.
    public func seen(by address: String) -> HeldMail {
        var mail = self
        mail.addressees.removeAll { !HeldMail.isSame($0.address, address) }
        return mail
    }

    /// What the content is bound to: its name and its envelope. Neither can be exchanged by whoever has the disk and not the key.
    var binding: [UInt8] {
        func written(_ text: String?) -> [String] { text.map { ["1", $0] } ?? ["0"] }
        let transport = [
            transport.clientAddress.map { "\($0)" }, transport.clientHost, transport.helo, transport.returnPath, transport.account,
            transport.queueIdentifier,
        ].flatMap(written)
        return Seal.joined(["content", reference, "\(time.milliseconds)"] + transport + addressees.map(\.address))
    }

    /// What the summary is bound to.
    static func binding(ofSummary reference: String) -> [UInt8] { Seal.joined(["summary", reference]) }
}

/// The limits of what is kept of a held mail beside its bytes.
public enum HeldLimits {
    /// The most characters (code points) of a text that is shown.
    public static let shownLength = 500
    /// The most reasons.
    public static let reasons = 8
    /// The most details of one reason.
    public static let details = 9
    /// How long somebody who is releasing a mail keeps others from it; more than releasing it may take.
    public static let claim = Duration.seconds(600)
    /// How long releasing a mail may take, from when it is claimed until the last mail server has answered: learning, connecting and all that is said.
    public static let release = Duration.seconds(540)
    /// How often a change is tried anew that somebody else came before.
    public static let attempts = 20
}
