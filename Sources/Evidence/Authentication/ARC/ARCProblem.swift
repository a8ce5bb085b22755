/// Why a chain does not hold.
public enum ARCProblem: Error, Sendable, Hashable {
    /// The fields of a set.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        /// What the handler found (RFC 8617 section 4.1.1).
        case results = "ARC-Authentication-Results"
        /// Its signature of the message (section 4.1.2).
        case messageSignature = "ARC-Message-Signature"
        /// Its seal over the chain (section 4.1.3).
        case seal = "ARC-Seal"
    }

    /// There are more sets than there may be (section 4.2.1).
    case tooManySets
    /// A field is longer than any that is read.
    case fieldTooLong(Field, bytes: Int)
    /// A field cannot be read.
    case syntax(Field, DKIMSyntaxError)
    /// A set has none of a field.
    case missing(Field, instance: Int)
    /// A set has a field twice.
    case repeated(Field, instance: Int)
    /// A seal says something of the chain before it that cannot be (section 5.2, step 3).
    case wrongStatus(ARCChainStatus, instance: Int)
    /// A handler already found that the chain does not hold (section 5.2, step 2).
    case failedBefore(instance: Int)
    /// The signature of the message in the newest set is not right.
    case messageSignature(DKIMProblem, instance: Int)
    /// A seal is not right.
    case seal(DKIMProblem, instance: Int)
}

extension ARCProblem: CustomStringConvertible {
    /// What is wrong, in a sentence without its dot.
    public var description: String {
        switch self {
        case .tooManySets: "there are more than \(ARCCheck.setLimit) sets"
        case .fieldTooLong(let field, let bytes): "\(field.rawValue) has \(bytes) bytes"
        case .syntax(let field, let error): "\(field.rawValue) has \(error)"
        case .missing(let field, let instance): "set \(instance) has no \(field.rawValue)"
        case .repeated(let field, let instance): "set \(instance) has more than one \(field.rawValue)"
        case .wrongStatus(let status, let instance): "set \(instance) cannot say that the chain before it is \(status.rawValue)"
        case .failedBefore(let instance): "set \(instance) says that the chain had failed"
        case .messageSignature(let problem, let instance): "the signature of set \(instance) over the mail: \(problem)"
        case .seal(let problem, let instance): "the seal of set \(instance): \(problem)"
        }
    }
}
