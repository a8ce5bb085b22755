/// What the owner of a domain asks to be done with mail that fails DMARC (RFC 9989 section 4.7, `p`). The weakest comes first.
public enum DMARCPolicy: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing.
    case none
    /// To take it for suspicious.
    case quarantine
    /// To refuse it.
    case reject

    /// The policy one step below, as testing and sampling ask for (RFC 9989 section 4.7, `t`; RFC 7489 section 6.6.4).
    public var weakened: DMARCPolicy {
        self == .reject ? .quarantine : .none
    }

    /// The weaker comes first.
    public static func < (left: DMARCPolicy, right: DMARCPolicy) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .none: 0
        case .quarantine: 1
        case .reject: 2
        }
    }
}
