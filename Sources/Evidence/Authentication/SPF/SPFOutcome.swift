/// What a check of SPF came to, and how.
public struct SPFOutcome: Sendable, Hashable {
    /// Why there is no better result.
    public enum Problem: Sendable, Hashable {
        /// The domain is no name that could have a record (RFC 7208 section 4.3).
        case notADomain
        /// A question was not answered.
        case notAnswered(String)
        /// There are several records (section 4.5).
        case severalRecords(domain: String)
        /// A record cannot be read.
        case syntax(SPFSyntaxError, domain: String)
        /// Too many terms ask (section 4.6.4).
        case tooManyTerms
        /// Too many questions found nothing (section 4.6.4).
        case tooManyVoidLookups
        /// A name has too many mail exchanges (section 4.6.4).
        case tooManyExchanges(domain: String)
        /// `include` or `redirect` names a domain without a record (sections 5.2 and 6.1).
        case noRecord(domain: String)
    }

    /// One term that was looked at.
    public struct Step: Sendable, Hashable {
        /// How many records deep: 0 for that of the identity's own domain.
        public var depth: Int
        /// Whose record.
        public var domain: String
        /// The term as it stands there.
        public var term: String
        /// What it came to.
        public var finding: Finding
    }

    /// What a term came to.
    public enum Finding: Sendable, Hashable {
        /// It does not match.
        case noMatch
        /// It matches, with this result.
        case match(SPFResult)
        /// The record of another domain counts from here on, or is asked first.
        case followed
        /// It could not be decided.
        case undecided(SPFResult)
    }

    /// The result.
    public var result: SPFResult
    /// Who asked to send.
    public var identity: SPFCheck.Identity
    /// Why there is no better result.
    public var problem: Problem?
    /// From which the terms and the record are told to those who ask.
    let trace: SPFTrace
    /// The domain's own words on a failure (section 6.2); a stranger's text, never to be shown as ours.
    public var explanation: String?
    /// How many terms asked (section 4.6.4: ten may).
    public var termsThatAsk: Int
    /// How many questions found nothing.
    public var voidLookups: Int
    /// Whether a record that was read says something of the local part of the sender; else only the domain was looked at.
    public var asksForLocalPart: Bool

    /// The domain that was asked about.
    public var domain: [UInt8] { identity.domain }
    /// The record of the domain itself.
    public var record: [UInt8]? { trace.visits.first?.published.text }
    /// The terms that were looked at, in order.
    public var steps: [Step] { trace.steps }
}

extension SPFOutcome.Problem: CustomStringConvertible {
    /// What is wrong, in a sentence without its dot.
    public var description: String {
        switch self {
        case .notADomain: "the domain is no name that could publish a record"
        case .notAnswered(let question): "no answer to \(question)"
        case .severalRecords(let domain): "\(domain) has several records where one may be"
        case .syntax(let error, let domain): "the record of \(domain) has \(error)"
        case .tooManyTerms: "more than ten terms ask the domain name system"
        case .tooManyVoidLookups: "more than two questions found nothing"
        case .tooManyExchanges(let domain): "\(domain) has more than ten mail exchanges"
        case .noRecord(let domain): "\(domain) is referred to and has no record"
        }
    }
}
