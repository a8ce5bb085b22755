public import Resolving

/// What came of the signatures of a mail.
public struct DKIMOutcome: Sendable {
    /// The signatures that were looked at, from the top of the mail down.
    public var signatures: [DKIMSignatureOutcome] = []
    /// How many more there are that were not looked at.
    public var notLookedAt = 0

    /// The results, the best first.
    private static let order: [DKIMResult] = [.pass, .temperror, .policy, .fail, .permerror, .neutral]

    /// The result for the mail as a whole: the best of its signatures.
    public var result: DKIMResult {
        var best = DKIMOutcome.order.count
        for index in signatures.indices {
            best = min(best, DKIMOutcome.order.firstIndex(of: signatures[index].result) ?? best)
        }
        return best < DKIMOutcome.order.count ? DKIMOutcome.order[best] : .none
    }

    /// The domains that answer for the mail, each once.
    public var domains: [DomainName] {
        var domains: [DomainName] = []
        for signature in signatures where signature.result == .pass {
            if let domain = signature.signature?.key.domain, !domains.contains(domain) { domains.append(domain) }
        }
        return domains
    }
}

/// What came of one signature, and what was looked at.
public struct DKIMSignatureOutcome: Sendable {
    /// What a reader of the result should know of a signature, whatever the result.
    public enum Remark: Sendable, Hashable {
        /// So many bytes at the end of the body are not signed (RFC 6376 section 8.2).
        case bodyNotCovered(bytes: UInt64)
        /// There are several From fields, all of them signed.
        case severalFrom(count: Int)
        /// The domain only tries out DKIM: the mail must not be treated otherwise than one without a signature (section 3.6.1, `t=y`).
        case testing
    }

    /// One name of the list of signed fields.
    public struct SignedField: Sendable, Hashable {
        /// The name as the signature has it.
        public var name: String
        /// The index of the field in the mail; nothing where the signature says that there is none, so that none can be added.
        public var field: Int?
    }

    /// Why it did not pass; nothing where it did.
    public var problem: DKIMProblem?
    /// What else should be known.
    public var remarks: [Remark] = []
    /// The index of its field in the mail.
    public var field: Int
    /// The signature; nothing where it cannot be read.
    public var signature: DKIMSignature?
    /// The record of the key that was used.
    public var keyRecord: [UInt8]?
    /// How many bits the key has.
    public var keyBits: Int?
    /// Whether DNSSEC vouches for the key.
    public var isKeySecure = false
    /// The indices of the signed fields, one for each name in the signature's list.
    var selected: [Int?] = []

    init(field: Int) {
        self.field = field
    }

    /// The result.
    public var result: DKIMResult { problem?.result ?? .pass }

    /// The signed fields, in the order of the signature's list.
    public var signedFields: [SignedField] {
        guard let signature else { return [] }
        return zip(signature.signedFieldNames, selected).map { SignedField(name: $0, field: $1) }
    }

    /// Whether another field of this name could be added to the mail without the signature breaking: it is not signed once more than it is
    /// there (section 8.15).
    public func allowsAnother(_ name: String) -> Bool {
        let wanted = name.lowercased()
        return !signedFields.contains { $0.field == nil && $0.name.lowercased() == wanted }
    }
}

extension DKIMSignatureOutcome.Remark: CustomStringConvertible {
    /// The remark, in a sentence without its dot.
    public var description: String {
        switch self {
        case .bodyNotCovered(let bytes): "\(bytes) bytes at the end of the body are not signed"
        case .severalFrom(let count): "there are \(count) From fields, all of them signed"
        case .testing: "the domain only tries out DKIM"
        }
    }
}
