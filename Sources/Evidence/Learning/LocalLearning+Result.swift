// What becomes of a lesson: a model to be, the weights of evidence that fit it, and what it is tried on.
internal import Messages
internal import Storing

extension LocalLearning {
    /// A model to be, and what it can be tried on.
    struct Result {
        var learner: OnlineLearner?
        /// The learner's state, where it is worth keeping.
        var state: LearnerState?
        var heldOut: [TrainingExample]
        /// The weights of evidence that fit the examples, where they were fitted.
        var weights: EvidenceWeights?

        func model(_ version: String, _ base: ContentModel) -> ContentModel {
            guard let model = (state?.learner ?? learner)?.model(version: version) else {
                var model = base
                model.version = version
                return model
            }
            var weighed = model
            weighed.evidenceWeights = weights ?? base.evidenceWeights
            // Views that learnt nothing, since only recipients taught for themselves, would cost all others time.
            if base.local == nil, model.local?.isUntaught == true { weighed.local = nil }
            return weighed
        }
    }

    /// The model of all these examples; `new` is the key of those that are not in the log yet.
    func exact(_ examples: [TrainingExample], key new: RecipientKey? = nil) async throws(StoreError) -> Result {
        let key = try await key(for: examples, hashedBy: new)
        let learner = LocalLearning.learner(learning: examples, onTopOf: base, key: key, by: policy)
        let weights = EvidenceWeights(fittedTo: examples, beside: base, trust: policy.sources.trust)
        return Result(learner: learner, heldOut: examples.filter(\.isHeldOut), weights: weights)
    }

    /// The weights that fit examples drawn from all that hold for everybody; the last ones, perhaps, not in the log yet. Nothing but those
    /// examples says which are drawn.
    func weights(of state: LearnerState, new: [TrainingLog.Taught] = []) async throws(StoreError) -> EvidenceWeights? {
        let drawn = Set(state.drawn(LocalLearning.weighed, seed: UInt64(state.common))).sorted { $0.number < $1.number }
        let first = new.first?.number ?? Int.max
        let old = try await log.taught(at: drawn.filter { $0.number < first }).map(\.example)
        let last = drawn.filter { $0.number >= first }.map { new[$0.number - first].example }
        // Not all are drawn, but the ledger has all that was taught of languages.
        let lessons = (base.evidenceWeights ?? .starter).lessons.counting(state.ledger.lessons(trust: policy.sources.trust))
        return EvidenceWeights(fittedTo: old + last, lessons: lessons, beside: base, trust: policy.sources.trust)
    }

    /// How many examples are drawn to fit weights to, so that fitting costs the same however much was taught.
    private static let weighed = 2000

    func heldOut(of state: LearnerState) async throws(StoreError) -> [TrainingExample] {
        let places = Trial.last(state.ledger.entries.filter(\.isHeldOut), isSpam: \.isSpam).map(\.place)
        return try await log.taught(at: places).map(\.example)
    }

    /// The new model beside the one in use, which is the base model where nothing was learnt yet or what was cannot be read.
    func trial(of model: ContentModel, _ heldOut: [TrainingExample]) async throws(StoreError) -> Trial {
        var old = base
        if let checkpoint = try await models.current(), let read = try? ModelFile.model(from: checkpoint.bytes.span) { old = read }
        return Trial(of: model, beside: old, canaries: policy.canaries, heldOut: heldOut, assuming: policy.spamShares)
    }
}
