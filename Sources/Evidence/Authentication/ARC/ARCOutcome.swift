public import Resolving

/// What came of the chain of a mail (RFC 8617 section 5.2).
public struct ARCOutcome: Sendable {
    /// The state of a chain.
    public enum Result: String, Sendable, Hashable, CaseIterable {
        /// There is none.
        case none
        /// It holds.
        case pass
        /// It does not.
        case fail
        /// A key could not be had in time. To the standard that is a failure for good (section 5.2.1); to us it says nothing of anybody.
        case temperror

        /// The state in the words of the standard, as it is written for others.
        public var status: ARCChainStatus {
            switch self {
            case .none: .none
            case .pass: .pass
            case .fail, .temperror: .fail
            }
        }
    }

    /// One set, and what came of it.
    public struct Set: Sendable {
        /// Its number; the first handler has 1.
        public var instance: Int
        /// The domain that sealed.
        public var domain: DomainName
        /// The domain that signed the message, usually the same.
        public var signingDomain: DomainName
        /// What the handler said of the chain that it got.
        public var status: ARCChainStatus
        /// What the handler found: an Authentication-Results field's body (RFC 8601) without the number of the set. To be believed only as far
        /// as the handler is, and only where the chain holds.
        public var results: [UInt8]
        /// The indices of its fields in the mail: results, signature of the message, seal.
        public var fields: [Int]
        /// Whether the signature of the message was checked.
        public var isMessageSignatureChecked = false
        /// What is wrong with the signature of the message. Of sets before the newest it only says that somebody changed the mail later.
        public var messageProblem: DKIMProblem?
        /// Whether the seal was checked.
        public var isSealChecked = false
        /// What is wrong with the seal.
        public var sealProblem: DKIMProblem?
    }

    /// The state.
    public var result: Result
    /// Why it is not `pass`.
    public var problem: ARCProblem?
    /// The sets, the first handler's first; empty where their structure is wrong.
    public var sets: [Set] = []
    /// The number of the first set from which on nobody changed what its handler signed, 0 where nobody did since the first (section 5.2, step
    /// 5: `oldest-pass`). Nothing where the chain does not hold.
    public var oldestPass: Int?

    init(_ result: Result, _ problem: ARCProblem? = nil) {
        self.result = result
        self.problem = problem
    }

    /// The domains that sealed, the last handler's first.
    public var domains: [DomainName] { sets.reversed().map(\.domain) }
}
