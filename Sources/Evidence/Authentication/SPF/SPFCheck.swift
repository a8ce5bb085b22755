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
        /// The client's address.
        public var address: IPAddress
        /// The domain that the client gave in HELO.
        public var helo: String
        /// The local part of the sender, `postmaster` where there was none (section 4.3).
        public var localPart: [UInt8]
        /// The domain of the sender.
        public var domain: [UInt8]
        /// The host that receives, for explanations.
        public var receiver = "unknown"
        /// The moment, for explanations.
        public var moment: Timestamp

        /// The identity of MAIL FROM, or of HELO where the reverse-path is empty (section 2.4).
        public init(address: IPAddress, helo: String, mailFrom: String, at moment: Timestamp) {
            self.address = address
            self.helo = helo
            self.moment = moment
            let sender = Array(mailFrom.utf8)
            if let at = sender.lastIndex(of: UInt8(ascii: "@")) {
                localPart = Array(sender[..<at])
                domain = Array(sender[(at + 1)...])
            } else {
                localPart = []
                domain = sender.isEmpty ? Array(helo.utf8) : sender
            }
            if localPart.isEmpty { localPart = Array("postmaster".utf8) }
        }
    }

    private let lookups: Lookups
    private let names: any InternationalNames
    private let limits: Limits
    private let records: SPFRecordCache?

    /// A check that asks through these look-ups, and keeps the records that it reads where there is a cache for them.
    public init(asking lookups: Lookups, names: any InternationalNames, limits: Limits = Limits(), records: SPFRecordCache? = nil) {
        self.lookups = lookups
        self.names = names
        self.limits = limits
        self.records = records
    }

    /// The result for an identity, by the records of a scope.
    public func outcome(of identity: Identity, in scope: SPFScope = .spf) async -> SPFOutcome {
        var evaluation = SPFEvaluation(of: identity, in: scope, asking: lookups, names: names, limits: limits, records: records)
        let sender = MacroString.Fixed(domain: identity.domain, name: evaluation.name(identity.domain))
        let answer = await evaluation.result(for: sender, depth: 0)
        var outcome = SPFOutcome(result: answer.result, domain: identity.domain, identity: identity)
        outcome.problem = evaluation.problem
        outcome.steps = evaluation.steps
        outcome.record = evaluation.firstRecord
        outcome.termsThatAsk = evaluation.termsThatAsk
        outcome.voidLookups = evaluation.voidLookups
        outcome.asksForLocalPart = evaluation.asksForLocalPart
        if answer.result == .fail, let explanation = answer.explanation {
            outcome.explanation = await evaluation.explanation(explanation, domain: answer.domain)
        }
        return outcome
    }
}
