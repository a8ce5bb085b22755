/// Why there is no estimate.
public enum EstimationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No operator returned anything.
    case noReturns
    /// Operators return nothing, and one return alone does not tell how operators differ.
    case oneReturn(contributor: String)
    /// A return has no audit of a class: how often its filter errs on it is not known.
    case notAudited(threatClass: String, contributor: String)
    /// The audit says that the filter's words tell nothing of the truth.
    case uninformative(contributor: String)
    /// A figure of a return is out of range.
    case outOfRange(String, contributor: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noReturns: "no operator returned counts; ask at least two"
        case .oneReturn(let contributor):
            "only \(contributor) returned counts, which does not tell how operators differ; ask another, or give no figure for the country"
        case .notAudited(let threatClass, let contributor):
            "\(contributor): no message of class \(threatClass) was audited; label some by hand and count what the filter said of them"
        case .uninformative(let contributor):
            "\(contributor): by its audit the filter says the same of different classes; audit more messages, or merge the classes"
        case .outOfRange(let what, let contributor): "\(contributor): \(what)"
        }
    }
}
