// What is known of where a message came from, mechanism by mechanism, in the few words that signs need. A mechanism that was not asked, or
// whose question was not answered, leaves nothing here: unknown is not failed.

public import Messages

/// What signs look at: who is proved to answer for a message, and who is not.
public struct AuthenticationFacts: Sendable, Hashable {
    /// What the message says of its author, and what is known of the author's domain without asking anybody.
    public struct Author: Sendable, Hashable {
        /// Whose a domain is, as far as its name tells.
        public enum Kind: Sendable, Hashable {
            /// A known brand's own, by name on a list, and not one where anybody gets a mailbox.
            case brand
            /// A known brand's name under some public suffix: most likely the brand's own too.
            case brandByName
            /// One that imitates a known one.
            case imitation
            /// Any other.
            case stranger
        }

        /// The domain.
        public var domain: String
        /// Whose it is, as far as its name tells.
        public var kind: Kind

        /// An author.
        public init(domain: String, kind: Kind = .stranger) {
            self.domain = AuthenticationFacts.printable(domain)
            self.kind = kind
        }

        var isBrand: Bool { kind == .brand || kind == .brandByName }
        var isImitation: Bool { kind == .imitation }
    }

    /// What SPF says of the return path.
    public struct Sender: Sendable, Hashable {
        /// The result; never a temporary error.
        public var result: SPFResult
        /// The domain that was asked about.
        public var domain: String
        /// Whether it belongs to the author's organisation.
        public var isAligned: Bool
        /// Whether the path is empty, so that the name given in HELO stands for it.
        public var isHELO: Bool

        /// A result.
        public init(_ result: SPFResult, domain: String, isAligned: Bool = false, isHELO: Bool = false) {
            self.result = result
            self.domain = domain
            self.isAligned = isAligned
            self.isHELO = isHELO
        }
    }

    /// One signature.
    public struct Signature: Sendable, Hashable {
        /// What is to be said of a signature beside its result.
        public enum Flaw: Sendable, Hashable {
            /// The end of the body is not signed, and there is one.
            case unsignedTail
            /// There is a From field that it does not cover, or several that it does.
            case secondFrom
            /// Its hash or key does not count any more.
            case weak
            /// It held until a moment that has passed.
            case expired
            /// There is no such key, or it was taken back.
            case noKey
        }

        /// The domain that signed.
        public var domain: String
        /// The result; never a temporary error.
        public var result: DKIMResult
        /// Whether it belongs to the author's organisation.
        public var isAligned: Bool
        /// What else is to be said of it.
        public var flaws: Set<Flaw>

        /// A signature.
        public init(_ result: DKIMResult, domain: String, isAligned: Bool = false, flaws: Set<Flaw> = []) {
            self.result = result
            self.domain = domain
            self.isAligned = isAligned
            self.flaws = flaws
        }
    }

    /// What DMARC says.
    public struct Policy: Sendable, Hashable {
        /// The result; never a temporary error.
        public var result: DMARCResult
        /// What the author's domain asks to be done with the message where it fails.
        public var wish: DMARCPolicy

        /// A result.
        public init(_ result: DMARCResult, wish: DMARCPolicy = .none) {
            self.result = result
            self.wish = wish
        }
    }

    /// The list that a message came through.
    public struct List: Sendable, Hashable {
        /// The name that the message gives for it.
        public var name: String
        /// Whether SPF passes for the list's organisation.
        public var isSender: Bool
        /// Whether a signature of the list's organisation passes.
        public var isSigner: Bool

        /// A list.
        public init(name: String, isSender: Bool = false, isSigner: Bool = false) {
            self.name = AuthenticationFacts.printable(name)
            self.isSender = isSender
            self.isSigner = isSigner
        }
    }

    /// The last of a chain of handlers that holds.
    public struct Handler: Sendable, Hashable {
        /// The domain that sealed.
        public var domain: String
        /// Whether it is one that we trust.
        public var isTrusted: Bool
        /// Whether it says that the author was authenticated when the message came to it.
        public var sawAuthor: Bool

        /// A handler.
        public init(domain: String, isTrusted: Bool = false, sawAuthor: Bool = false) {
            self.domain = domain
            self.isTrusted = isTrusted
            self.sawAuthor = sawAuthor
        }
    }

    /// A mechanism of which nothing is known, and why.
    public struct Gap: Sendable, Hashable {
        /// The mechanism; nothing where all that need the client's address are meant, and nobody says what it is.
        public var mechanism: AuthenticationMechanism?
        /// Why.
        public var reason: Coverage.Gap.Reason
    }

    /// The author; nothing where the message names none with a domain.
    public var author: Author?
    /// The list that the message says it came through.
    public var list: List?
    /// SPF of the return path.
    public var sender: Sender?
    /// SPF of the name given in HELO.
    public var helo: Sender?
    /// The signatures whose result is known.
    public var signatures: [Signature] = []
    /// Whether these are all that there are.
    public var areAllSignaturesKnown = false
    /// DMARC.
    public var policy: Policy?
    /// The last handler of a chain that holds.
    public var handler: Handler?
    /// Client SMTP Authorization.
    public var csa: ClientSMTPAuthorization.Result?
    /// Whether the client's host name has its address.
    public var reverseName: ReverseName.Result?
    /// Sender ID of the responsible address.
    public var responsible: Sender?
    /// What is found of the tag in the address that a bounce comes back to.
    public var bounceTag: PrivateSignature.Result?
    /// A service that we trust and that vouches for a domain of the message.
    public var voucher: String?
    /// The server of ours in whose name a stranger wrote results into the message.
    public var forgedServer: String?
    /// The mechanisms of which nothing is known.
    public var gaps: [Gap] = []

    /// Facts of an author of whom nothing else is known.
    public init(author: Author? = nil) {
        self.author = author
    }
}

// What several signs ask.
extension AuthenticationFacts {
    /// Whether the author's domain answers for the message.
    public enum Standing: Sendable, Hashable {
        /// It does.
        case authenticated
        /// It does not: everything was asked, and nothing speaks for it.
        case notAuthenticated
        /// Nobody knows.
        case unknown
    }

    /// Whether the author's domain answers for the message. Where it publishes no policy, an organisation that is the same decides.
    public var standing: Standing {
        switch policy?.result {
        case .pass: .authenticated
        case .fail: .notAuthenticated
        default:
            if hasAlignedPass {
                .authenticated
            } else {
                author != nil && sender != nil && areAllSignaturesKnown ? .notAuthenticated : .unknown
            }
        }
    }

    private var hasAlignedPass: Bool { isSenderAligned || signatures.contains { $0.isAligned && $0.result == .pass } }

    /// Whether SPF passes for the author's organisation.
    var isSenderAligned: Bool { sender.map { $0.isAligned && $0.result == .pass } ?? false }

    /// Whether a signature of the author's organisation was broken on the way.
    var hasBrokenSignature: Bool { signatures.contains { $0.isAligned && $0.result == .fail } }

    /// Whether the message bears the marks of a list that changed it: the list sent it in its own name, the author's signature broke, and the
    /// list's signature or a chain of handlers holds.
    ///
    /// Anybody can put on these marks. They only make a failure count less, and that of a known brand not much less.
    var isThroughList: Bool {
        isFromList && hasBrokenSignature
    }

    /// Whether the list that the message names sent it in its own name, and its signature or a chain of handlers holds.
    var isFromList: Bool {
        guard let list else { return false }
        return list.isSender && (list.isSigner || handler != nil)
    }

    /// Whether a handler that we trust says that the author was authenticated when the message came to it.
    var isVouchedByHandler: Bool { handler.map { $0.isTrusted && $0.sawAuthor } ?? false }

    /// Whether a failure is what an honest detour would leave.
    var isDetour: Bool { isThroughList || isVouchedByHandler }

    /// The author's domain where it is not authenticated, and no handler that we trust explains it.
    var unauthenticatedAuthor: Author? { standing == .notAuthenticated && !isVouchedByHandler ? author : nil }
}
