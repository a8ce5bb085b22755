public import Archives
public import Authentication
public import Domains
public import Images
public import Learning
public import MIME
public import Messages
public import OperatorRules
public import Patterns
public import Reputation
public import Rules
internal import Settings
public import Telemetry

/// Everything a scanner is made with: shared by all scanners, and but for what is learnt never changed while they work.
public struct FilterSetup: Sendable {
    /// How long a judgement may take.
    public struct Deadlines: Sendable, Hashable {
        /// For one mail.
        public var mail: Duration
        /// For one message of any other channel.
        public var text: Duration

        /// Deadlines that nothing meets: for training, where what is found must not depend on how busy the machine is.
        public static let unhurried = Deadlines(mail: .seconds(3600), text: .seconds(3600))

        /// Deadlines; 5 s for mail and 100 ms for texts unless given.
        public init(mail: Duration = .seconds(5), text: Duration = .milliseconds(100)) {
            self.mail = mail
            self.text = text
        }
    }

    /// The checks.
    public var rules: RuleBook
    /// The signs that are looked for in where a mail came from.
    public var signs = SignBook.standard
    /// What is needed to find that out; nothing where nobody is asked and nobody's word is taken, and then the verdict's coverage says so.
    public var authentication: AuthenticationPart?
    /// The rules of the operator's; nothing where there are none.
    public var operatorRules: CurrentRules?
    /// The temporary orders; nothing where nobody can give any.
    public var orders: CurrentOrders?
    /// The lists that are asked about senders and links; nothing where none is.
    public var lists: ListPart?
    /// What it says that something is listed.
    public var listSigns = ListSignBook.standard
    /// What is remembered of senders; nothing where nobody is.
    public var senders: SenderPart?
    /// The phrases that checks ask for.
    public var phrases: PhraseBook
    /// Finds the phrases; nothing when there is no matcher, and then the verdict's coverage says so.
    public var matcher: (any PatternMatcher)?
    /// What has been learnt, which may change while scanners work.
    public var learning: CurrentLearning
    /// What share of a channel's messages is spam, where that is known better than the weights assume.
    public var spamShares: [Channel: Double] = [:]
    /// What is done with a verdict.
    public var policy: PolicyProfile
    /// Where a host's registrable domain begins.
    public var suffixes: any PublicSuffixes
    /// How a host is spelt.
    public var names: any InternationalNames
    /// Reads codes in pictures; nothing when pictures are not looked into.
    public var codeReader: (any CodeReader)?
    /// Lists archives; nothing when they are not looked into.
    public var archiveLister: (any ArchiveLister)?
    /// Where pictures and archives are looked into.
    let inspectionThreads: InspectionThreads
    /// The clock.
    public var time: any TimeSource
    /// How long a judgement may take.
    public var deadlines: Deadlines
    /// How much of a mail is read.
    public var limits: MIMELimits
    /// Which hosts and networks are our own, so that their trace lines are believed.
    public var boundary: TrustBoundary

    /// A setup of the parts that have no default, and defaults for the rest.
    ///
    /// `inspectionThreads` is how many pictures and archives are looked into at a time, by all scanners of the setup together.
    public init(
        learning: CurrentLearning, policy: PolicyProfile, suffixes: any PublicSuffixes, names: any InternationalNames, time: any TimeSource,
        rules: RuleBook = .standard, phrases: PhraseBook = .standard, deadlines: Deadlines = Deadlines(),
        limits: MIMELimits = .standard, boundary: TrustBoundary = TrustBoundary(), inspectionThreads: Int = 1
    ) {
        self.learning = learning
        self.policy = policy
        self.suffixes = suffixes
        self.names = names
        self.time = time
        self.rules = rules
        self.phrases = phrases
        self.deadlines = deadlines
        self.limits = limits
        self.boundary = boundary
        self.inspectionThreads = InspectionThreads(limit: inspectionThreads)
    }

    /// A setup whose scanners judge by one model for good.
    public init(
        model: ContentModel, policy: PolicyProfile, suffixes: any PublicSuffixes, names: any InternationalNames, time: any TimeSource
    ) {
        self.init(learning: CurrentLearning(model), policy: policy, suffixes: suffixes, names: names, time: time)
    }
}

extension FilterSetup {
    /// What has been learnt of content as of now. Setting it parts this setup from those it was copied from.
    public var model: ContentModel {
        get { learning.now.model }
        set { learning = CurrentLearning(newValue, threats: threats) }
    }

    /// What has been learnt of the kinds of spam as of now; setting it parts this setup from those it was copied from.
    public var threats: ThreatModel? {
        get { learning.now.threats }
        set { learning = CurrentLearning(model, threats: newValue, from: learning.now.checkpoint) }
    }

    /// The weights that checks and signs were written with, by their ids.
    public var weights: [String: Double] {
        rules.weights.merging(signs.weights) { first, _ in first }.merging(listSigns.weights) { first, _ in first }
    }

    /// Adds the evidence up as of now.
    public var judge: Judge { judge(by: learning.now) }

    /// Adds the evidence up by what has been learnt, at the shares of spam that are known.
    func judge(by learnt: Learnt) -> Judge {
        var judge = learnt.judge
        if !spamShares.isEmpty { judge.weights = judge.weights.assuming(spamShares) }
        return judge
    }
}
