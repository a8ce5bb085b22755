public import Domains
public import Messages
public import Resolving

/// Whether a client may send for a domain: `check_host` of RFC 7208 section 4.
public struct SPFCheck: Sendable {
    /// The bounds of section 4.6.4, which keep a record from making its readers attack somebody.
    public struct Limits: Sendable {
        /// Terms that ask: `include`, `a`, `mx`, `ptr`, `exists` and `redirect`.
        public var terms = 10
        /// Questions of these that find nothing.
        public var voidLookups = 2
        /// Mail exchanges of one name, and host names of one address that are looked at.
        public var names = 10

        /// The bounds of the standard.
        public init() {}
    }

    /// Who asks to send, and as whom.
    public struct Identity: Sendable, Hashable {
        private struct Texts: Sendable, Hashable {
            var helo: String
            var localPart: [UInt8]
            var domain: [UInt8]
            var receiver = "unknown"
        }

        /// Held once: an identity is handed on more often than it is changed.
        private final class Body: Sendable {
            let texts: Texts

            init(_ texts: Texts) {
                self.texts = texts
            }
        }

        private var body: Body
        /// The client's address.
        public var address: IPAddress
        /// The moment, for explanations.
        public var moment: Timestamp

        /// The domain that the client gave in HELO.
        public var helo: String {
            get { body.texts.helo }
            set { change { $0.helo = newValue } }
        }

        /// The local part of the sender, `postmaster` where there was none (section 4.3).
        public var localPart: [UInt8] {
            get { body.texts.localPart }
            set { change { $0.localPart = newValue } }
        }

        /// The domain of the sender.
        public var domain: [UInt8] {
            get { body.texts.domain }
            set { change { $0.domain = newValue } }
        }

        /// The host that receives, for explanations.
        public var receiver: String {
            get { body.texts.receiver }
            set { change { $0.receiver = newValue } }
        }

        private mutating func change(_ change: (inout Texts) -> Void) {
            var texts = body.texts
            change(&texts)
            body = Body(texts)
        }

        /// The identity of MAIL FROM, or of HELO where the reverse-path is empty (section 2.4).
        public init(address: IPAddress, helo: String, mailFrom: String, at moment: Timestamp) {
            self.address = address
            self.moment = moment
            let sender = Array(mailFrom.utf8)
            var texts = Texts(helo: helo, localPart: [], domain: sender)
            if let at = sender.lastIndex(of: UInt8(ascii: "@")) {
                texts.localPart = Array(sender[..<at])
                texts.domain = Array(sender[(at + 1)...])
            } else if sender.isEmpty {
                texts.domain = Array(helo.utf8)
            }
            if texts.localPart.isEmpty { texts.localPart = Array("postmaster".utf8) }
            body = Body(texts)
        }

        /// Whether the same client asks as the same sender.
        public static func == (one: Identity, other: Identity) -> Bool {
            one.address == other.address && one.moment == other.moment && one.body.texts == other.body.texts
        }

        /// Hashes client and sender.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(address)
            hasher.combine(moment)
            hasher.combine(body.texts)
        }
    }

    let lookups: Lookups
    let names: any InternationalNames
    let limits: Limits

    /// A check that asks through these look-ups.
    public init(asking lookups: Lookups, names: any InternationalNames, limits: Limits = Limits()) {
        self.lookups = lookups
        self.names = names
        self.limits = limits
    }

    /// The result for an identity, by the records of a scope. Nobody is waited for where all answers are known.
    public consuming func outcome(of identity: consuming Identity, in scope: SPFScope = .spf) async -> SPFOutcome {
        var evaluation = SPFEvaluation(self, of: identity, in: scope)
        while true {
            let missing: Question
            do {
                return try evaluation.outcome()
            } catch {
                missing = error.question
            }
            // Before the first wait all is asked that will be wanted.
            let answer = evaluation.waits ? await evaluation.lookups.answer(to: missing) : nil
            evaluation.resume(with: answer, to: missing)
        }
    }
}
