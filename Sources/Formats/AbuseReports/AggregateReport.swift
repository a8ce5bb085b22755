public import Messages

/// An aggregate report of DMARC: how a receiver fared with the mail of one domain in some hours (RFC 9990 section 3, RFC 7489 section 7.2).
public struct AggregateReport: Sendable, Hashable {
    /// Which schema a report follows.
    public enum Form: Sendable, Hashable {
        /// RFC 7489 appendix C.
        case rfc7489
        /// RFC 9990 appendix A.
        case rfc9990
    }

    /// Who reports, and on what time.
    public struct Metadata: Sendable, Hashable {
        /// The organisation.
        public var organization = ""
        /// Its mailbox for questions.
        public var email = ""
        /// More ways to reach it.
        public var contact: String?
        /// The report's name, by which it is known again.
        public var identifier = ""
        /// The begin of the time reported on.
        public var begin: Timestamp?
        /// Its end.
        public var end: Timestamp?
        /// What went wrong with the domain's record.
        public var errors: [String] = []
        /// The program that wrote it.
        public var generator: String?

        /// Nobody.
        public init() {}
    }

    /// What an owner asks to be done, or what was done.
    public enum Disposition: String, Sendable, Hashable, CaseIterable {
        /// Nothing.
        case none
        /// Nothing, since the message passed (RFC 9990).
        case pass
        /// It was taken for suspicious.
        case quarantine
        /// It was refused.
        case reject
    }

    /// How closely domains must agree.
    public enum Alignment: String, Sendable, Hashable {
        /// In their organisation.
        case relaxed = "r"
        /// Wholly.
        case strict = "s"
    }

    /// How the record was found.
    public enum DiscoveryMethod: String, Sendable, Hashable {
        /// By a list of public suffixes.
        case publicSuffixList = "psl"
        /// By asking from name to name.
        case treeWalk = "treewalk"
    }

    /// The record of the domain, as the reporter saw it.
    public struct Policy: Sendable, Hashable {
        /// Whose record it is.
        public var domain = ""
        /// For mail of the domain.
        public var own: Disposition?
        /// For mail of domains below (`sp`).
        public var subdomains: Disposition?
        /// For mail of domains below that do not exist (`np`).
        public var nonexistent: Disposition?
        /// For signatures.
        public var dkimAlignment: Alignment?
        /// For SPF.
        public var spfAlignment: Alignment?
        /// When reports of single failures are wanted, as it is written.
        public var failureOptions: String?
        /// For how many of a hundred messages it is meant (RFC 7489).
        public var percentage: Int?
        /// Whether it is only tried out (RFC 9990).
        public var isTesting: Bool?
        /// How it was found (RFC 9990).
        public var discovery: DiscoveryMethod?

        /// No record.
        public init() {}
    }

    /// Why something else was done than the owner asks for.
    public struct Reason: Sendable, Hashable {
        /// The kinds of reasons of both standards.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// It came through somebody else (RFC 7489).
            case forwarded
            /// It was not among those that the policy is meant for (RFC 7489).
            case sampledOut = "sampled_out"
            /// The policy is only tried out (RFC 9990).
            case testMode = "policy_test_mode"
            /// It came through somebody who is known and trusted.
            case trustedForwarder = "trusted_forwarder"
            /// It came through a mailing list.
            case mailingList = "mailing_list"
            /// The receiver has rules of its own.
            case localPolicy = "local_policy"
            /// Something else.
            case other
        }

        /// The kind.
        public var kind: Kind
        /// The reporter's own words.
        public var comment: String?

        /// A reason.
        public init(_ kind: Kind, comment: String? = nil) {
            self.kind = kind
            self.comment = comment
        }
    }

    /// The result of a signature, or of SPF, whether or not it agrees with the author.
    public struct Result: Sendable, Hashable {
        /// The domain that was checked.
        public var domain: String
        /// The selector of a signature.
        public var selector: String?
        /// Which name of the sender was checked by SPF: `mfrom` or `helo`.
        public var scope: String?
        /// The result in lower case, in the words of RFC 8601.
        public var result: String
        /// The reporter's own words.
        public var explanation: String?

        /// A result.
        public init(domain: String, selector: String? = nil, scope: String? = nil, result: String, explanation: String? = nil) {
            self.domain = domain
            self.selector = selector
            self.scope = scope
            self.result = result
            self.explanation = explanation
        }
    }

    /// Messages that came from one address and fared alike.
    public struct Record: Sendable, Hashable {
        /// The address that they came from, as it is written.
        public var source = ""
        /// How many they were.
        public var count = 0
        /// What was done.
        public var disposition: Disposition?
        /// Whether a signature vouched for the author.
        public var dkimPasses: Bool?
        /// Whether SPF vouched for the author.
        public var spfPasses: Bool?
        /// Why something else was done than the owner asks for.
        public var reasons: [Reason] = []
        /// The author's domain.
        public var author = ""
        /// The domain of MAIL FROM; empty for an empty reverse-path.
        public var sender: String?
        /// The domain of the recipients.
        public var recipient: String?
        /// The results of signatures.
        public var signatures: [Result] = []
        /// The results of SPF.
        public var senderResults: [Result] = []

        /// No message.
        public init() {}

        /// The address that they came from.
        public var address: IPAddress? { IPAddress(source) }

        /// Whether the author was vouched for.
        public var passes: Bool { dkimPasses == true || spfPasses == true }
    }

    /// Which schema it follows.
    public var form: Form
    /// Who reports.
    public var metadata = Metadata()
    /// The domain's record.
    public var policy = Policy()
    /// The messages.
    public var records: [Record] = []
    /// What is wrong with the report.
    public var problems: [ReportProblem] = []

    /// A report without messages.
    public init(_ form: Form = .rfc9990) {
        self.form = form
    }

    /// How many messages it reports on; the greatest number there is where they are more.
    public var messageCount: Int {
        records.reduce(0) { sum, record in
            let (total, overflow) = sum.addingReportingOverflow(max(0, record.count))
            return overflow ? .max : total
        }
    }
}
