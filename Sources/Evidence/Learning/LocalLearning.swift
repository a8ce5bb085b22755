internal import Features
public import Messages
public import Storing

/// Learning on one machine: what was taught here, put on top of the model that ships.
///
/// While the examples that count are few, each change makes a new model from the base model and all of them: an example that is taken back
/// leaves no trace, and the same examples always make the same model. Once they are many, a learner goes on from where it was, and an example is
/// taken back by the inverse of the corrections it made; `rebuild` makes that exact (docs/learn.md).
public struct LocalLearning: Sendable {
    /// What learning goes by.
    public struct Policy: Sendable {
        /// How far sources are believed.
        public var sources = SourceRules()
        /// Messages that no new model may get wrong.
        public var canaries: [Canary] = []
        /// What share of a channel's messages is spam here, where somebody said so.
        public var spamShares: [Channel: Double] = [:]
        /// How many checkpoints are kept, the current one and the one before it always among them.
        public var kept = 10
        /// How many recipients may teach for themselves.
        public var recipients = ModelLimits.recipients
        /// Up to how many examples every change builds the model anew from all of them.
        public var exactLimit = 1000

        /// The usual policy: everybody is believed, and no canaries.
        public init() {}
    }

    let base: ContentModel
    let log: TrainingLog
    let models: any ModelStore
    let learners: any ModelStore
    let policy: Policy

    /// Learning on top of a base model; `learners` keeps the learner's own state beside the models.
    public init(
        base: ContentModel, log: TrainingLog, models: any ModelStore, learners: any ModelStore = MemoryModelStore(),
        policy: Policy = Policy()
    ) {
        self.base = base
        self.log = log
        self.models = models
        self.learners = learners
        self.policy = policy
    }

    /// How far a source is believed, from 0 to 1.
    public func trust(in source: String) -> Float { policy.sources.trust(in: source) }

    /// The model that was learnt last; nothing when nothing was.
    public func current() async throws -> ContentModel? {
        guard let checkpoint = try await models.current() else { return nil }
        return try ModelFile.model(from: checkpoint.bytes.span)
    }

    /// What the current model has beyond the base it was made on.
    public func delta(of model: ContentModel) -> [UInt8] { ModelDelta.bytes(of: model, beyond: base) }

    /// The key by which recipients are hashed; nothing before one taught. Throws when it is damaged.
    public func recipientKey() async throws(StoreError) -> RecipientKey? { try await log.recipientKey() }

    /// The key by which to hash recipients who are to teach: the one there is, that of the base model, or a new one. Nothing is written: it is
    /// kept with the first lesson that is given it. Throws when the one there is is damaged.
    public func recipientKey(orNew new: RecipientKey) async throws(StoreError) -> RecipientKey {
        try await log.recipientKey() ?? base.personal?.key ?? new
    }
}
