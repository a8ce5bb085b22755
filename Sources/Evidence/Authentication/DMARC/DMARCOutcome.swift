public import Resolving

/// What a check of DMARC came to, and how.
public struct DMARCOutcome: Sendable, Hashable {
    /// Why there is no better result.
    public enum Problem: Sendable, Hashable {
        /// The message names no author, or one without a domain.
        case noAuthor
        /// The author's domain is no name that could have a record.
        case notADomain(String)
        /// The message has authors of several domains; the strictest outcome counts (RFC 9989 section 11.5).
        case severalAuthors([String])
        /// There are more domains of authors than are looked at.
        case tooManyAuthors
        /// A question was not answered.
        case notAnswered(String)
        /// A name has several records, which then count as none (RFC 9989 section 4.10).
        case severalRecords(domain: String)
        /// The record's policy is missing or wrong, and it asks for no reports (RFC 9989 section 4.10.1).
        case unusableRecord(domain: String)
        /// Nobody says who sent the message, so that SPF had no chance to speak for the author, and no signature does.
        case senderNotKnown
        /// A signature or SPF that might have passed could not be checked.
        case notAuthenticated(domain: String)
    }

    /// Where the record stands that counts (RFC 9989 section 4.10.1).
    public enum Place: String, Sendable, Hashable {
        /// At the author's domain.
        case author
        /// At the organisational domain above it.
        case organization
        /// At the domain above that, which gives names to others.
        case publicSuffix
    }

    /// Why less is done than the record asks for.
    public enum Easing: String, Sendable, Hashable {
        /// The policy is only tried out (RFC 9989 section 4.7, `t`).
        case testing
        /// The message is not among those that the policy is meant for (RFC 7489 section 6.6.4, `pct`).
        case sampledOut
        /// Nobody answers whether the author's domain exists, so the weaker of two policies counts.
        case existenceUnknown
    }

    /// How an identifier was authenticated.
    public enum Mechanism: String, Sendable, Hashable {
        /// By a signature.
        case dkim
        /// By SPF.
        case spf
    }

    /// An identifier beside the author's domain.
    public struct Identifier: Sendable, Hashable {
        /// How it was checked.
        public var mechanism: Mechanism
        /// The domain, as it was given.
        public var domain: String
        /// The selector of a signature.
        public var selector: String?
        /// The result of its check, in the words of RFC 8601.
        public var result: String
        /// Whether it belongs to the author's domain; nothing where that was not looked at, or could not be told.
        public var isAligned: Bool?
        /// Its organisational domain, where it was asked for.
        public var organization: DomainName?
    }

    /// One name that was asked for a record.
    public struct Step: Sendable, Hashable {
        /// The domain, without the `_dmarc` before it.
        public var domain: DomainName
        /// What was found there.
        public var finding: Finding
    }

    /// What was found at a name.
    public enum Finding: Sendable, Hashable {
        /// A record.
        case record
        /// No record, for this reason.
        case nothing(Answer.Outcome)
        /// Texts that are no records of DMARC.
        case otherTexts
        /// Several records, which count as none.
        case severalRecords
        /// No answer.
        case notAnswered(Answer.Outcome)
    }

    /// The result.
    public var result: DMARCResult
    /// The author's domain, in ASCII where it is a domain.
    public var author: String
    /// Why there is no better result.
    public var problem: Problem?
    /// The record that counts.
    public var record: DMARCRecord?
    /// Whose record it is.
    public var policyDomain: DomainName?
    /// Where it stands.
    public var place: Place?
    /// The organisational domain of the author, where it was asked for.
    public var organization: DomainName?
    /// What the record asks for, for this author.
    public var requested: DMARCPolicy?
    /// What is to be done with this message: nothing unless it fails.
    public var applied = DMARCPolicy.none
    /// Why that is less than the record asks for.
    public var easing: Easing?
    /// The identifiers, signatures first.
    public var identifiers: [Identifier] = []
    /// The names that were asked for the author's record and organisational domain, in order.
    public var steps: [Step] = []

    init(_ result: DMARCResult, author: String, problem: Problem? = nil) {
        self.result = result
        self.author = author
        self.problem = problem
    }

    /// The same, and no failure where SPF was not asked: unknown is not failed.
    func heeding(_ spf: SPFOutcome?) -> DMARCOutcome {
        guard result == .fail, spf == nil else { return self }
        var outcome = self
        outcome.result = .temperror
        outcome.applied = .none
        outcome.problem = .senderNotKnown
        return outcome
    }

    /// Whether an authenticated identifier of this kind belongs to the author's domain: what an aggregate report calls `dkim` and `spf`.
    public func isAligned(_ mechanism: Mechanism) -> Bool {
        identifiers.contains { $0.mechanism == mechanism && $0.result == "pass" && $0.isAligned == true }
    }
}

extension DMARCOutcome.Problem: CustomStringConvertible {
    /// What is wrong, in a sentence without its dot.
    public var description: String {
        switch self {
        case .noAuthor: "the message names no author with a domain"
        case .notADomain(let domain): "\(domain) is no name that could publish a record"
        case .severalAuthors(let domains): "the message has authors of several domains: \(domains.joined(separator: ", "))"
        case .tooManyAuthors: "the message has authors of more domains than are looked at"
        case .notAnswered(let question): "no answer to \(question)"
        case .severalRecords(let domain): "\(domain) has several records where one may be"
        case .unusableRecord(let domain): "the record of \(domain) has no policy that can be used"
        case .senderNotKnown: "nobody says who sent the message, and no signature speaks for the author"
        case .notAuthenticated(let domain): "whether \(domain) vouches for the message could not be checked"
        }
    }
}
