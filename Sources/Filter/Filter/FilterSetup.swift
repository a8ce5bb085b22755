public import Archives
public import Domains
public import Images
public import Learning
public import MIME
internal import Messages
public import Patterns
public import Rules
internal import Settings
public import Telemetry

/// Everything a scanner is made with: shared by all scanners, never changed while they work.
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
    /// The phrases that checks ask for.
    public var phrases: PhraseBook
    /// Finds the phrases; nothing when there is no matcher, and then the verdict's coverage says so.
    public var matcher: (any PatternMatcher)?
    /// What has been learnt of content.
    public var model: ContentModel
    /// Adds the evidence up, with the weights of the model or those that ship.
    public var judge: Judge { Judge(model.evidenceWeights ?? .starter) }
    /// What has been learnt of the kinds of spam; nothing to go by the findings alone.
    public var threats: ThreatModel?
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
        model: ContentModel, policy: PolicyProfile, suffixes: any PublicSuffixes, names: any InternationalNames, time: any TimeSource,
        rules: RuleBook = .standard, phrases: PhraseBook = .standard, deadlines: Deadlines = Deadlines(),
        limits: MIMELimits = .standard, boundary: TrustBoundary = TrustBoundary(), inspectionThreads: Int = 1
    ) {
        self.model = model
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
}
