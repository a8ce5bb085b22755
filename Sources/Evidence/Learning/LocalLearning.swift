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
        /// How many checkpoints are kept, the current one and the one before it always among them.
        public var kept = 10
        /// How many recipients may teach for themselves.
        public var recipients = ModelLimits.recipients
        /// Up to how many examples every change builds the model anew from all of them.
        public var exactLimit = 1000

        /// The usual policy: everybody is believed, and no canaries.
        public init() {}
    }

    private let base: ContentModel
    let log: TrainingLog
    private let models: any ModelStore
    private let learners: any ModelStore
    private let policy: Policy

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

    // MARK: Teaching

    /// Learns examples. Examples and model are one decision: when it throws, neither is there.
    ///
    /// The new model is used when it passes its trial, or when that is forced; otherwise it is saved as a candidate, and nothing was taught.
    /// `key` is the one by which recipients of examples were hashed; where there is none yet, it is kept in the same decision.
    public func learn(
        _ examples: [TrainingExample], at time: Timestamp, isForced: Bool = false, hashedBy key: RecipientKey? = nil
    ) async throws(StoreError) -> Lesson {
        let past = try await past()
        let said = past.sources
        let (new, overruled) = believed(examples, after: said)
        if let refusal = refusal(of: new, after: said, at: time) { return Lesson(refusal: refusal, overruled: overruled) }
        guard !new.isEmpty else { return Lesson(refusal: nil, overruled: overruled) }

        let version = LocalLearning.nextVersion(LocalLearning.prefix, after: try await models.list())
        let key = try await self.key(for: new, hashedBy: key)
        let result = try await result(of: new, after: past, key: key)
        let model = result.model(version, base)
        let trial = try await trial(of: model, result.heldOut)
        let isFew = new.count < LocalLearning.many && new.allSatisfy { policy.sources.trust(in: $0.source) == 1 }
        // A correction by hand has to show: each may cost one held-out message in a hundred.
        let isUsed = isForced || trial.isPassed(costing: isFew ? new.count * max(1, trial.heldOut / 100) : 0)
        let checkpoint = Checkpoint(version: version, time: time, bytes: ModelFile.bytes(of: model))
        try await models.save(checkpoint, asCandidate: !isUsed) { () async throws(StoreError) in
            if isUsed { try await log.append(new, keeping: key) } else { try await log.appendRefused(new, keeping: key) }
        }
        if isUsed { await keep(result.state, version) }
        await prune()
        return Lesson(
            version: version, isUsed: isUsed, trial: trial, taught: isUsed ? new : [], overruled: overruled, refusal: nil)
    }

    /// Examples in one lesson from which on a tenth of them is held out, and the lesson is judged by what it costs: what a person corrects by
    /// hand has to show at once, a folder does not.
    private static let many = 10
    /// Examples in one lesson from which on each is learnt once: so many teach each other.
    private static let veryMany = 500
    /// Milliseconds in which a source may say its most.
    private static let day: Int64 = 86_400_000

    /// The last word on each message, without those on messages that a source believed more has spoken of.
    private func believed(_ examples: [TrainingExample], after said: Said) -> (new: [TrainingExample], overruled: [String]) {
        var fingerprints: Set<String> = []
        let last = Array(examples.reversed().filter { fingerprints.insert($0.fingerprint).inserted }.reversed())
        let isOverruled = { (example: TrainingExample) in
            said[example.fingerprint].map { policy.sources.trust(in: $0.name) > policy.sources.trust(in: example.source) } ?? false
        }
        var new = last.filter { !isOverruled($0) }
        if new.count >= LocalLearning.many { for index in new.indices { new[index].isHeldOut = new[index].isOfHeldOutTenth } }
        return (new, last.filter(isOverruled).map(\.fingerprint))
    }

    private func refusal(of new: [TrainingExample], after said: Said, at time: Timestamp) -> Lesson.Refusal? {
        for (source, examples) in Dictionary(grouping: new, by: \.source).sorted(by: { $0.key < $1.key }) {
            guard let rule = policy.sources.rule(of: source) else { return .unknownSource(source) }
            guard let most = rule.mostPerDay else { continue }
            let again = Set(examples.map(\.fingerprint))
            let since = time.milliseconds.subtractingReportingOverflow(LocalLearning.day).partialValue
            let recent = said.count { $0.value.name == source && $0.value.milliseconds > since && !again.contains($0.key) }
            if recent + examples.count > most { return .tooMany(source: source, most: most, left: max(0, most - recent)) }
        }
        let recipients = Set(new.map(\.recipient)).subtracting([0])
        guard !recipients.isEmpty else { return nil }
        let known = Set(said.values.map(\.recipient)).subtracting([0])
        let isFull = known.union(recipients).count > policy.recipients && !recipients.isSubset(of: known)
        return isFull ? .tooManyRecipients(most: policy.recipients) : nil
    }

    // MARK: Taking back

    /// Examples that count, with who taught them; the first taught first.
    public func taught() async throws(StoreError) -> [TrainingExample] {
        try await log.examples()
    }

    /// The fingerprints of the examples that count; of one source or one recipient only, where they are given.
    public func fingerprints(of source: String? = nil, for recipient: UInt64? = nil) async throws(StoreError) -> [String] {
        let sources = try await past().sources
        return sources.filter {
            (source == nil || $0.value.name == source) && (recipient == nil || $0.value.recipient == recipient)
        }.sorted { $0.value.number < $1.value.number }.map(\.key)
    }

    /// Takes examples back; gives the new model's version. One decision, as `learn`; nothing, and no change, when one of them is no example that
    /// counts. What was taken back counts no more whatever the trial says.
    public func forget(_ fingerprints: [String], at time: Timestamp) async throws(StoreError) -> Lesson? {
        let past = try await past()
        let said = past.sources
        guard fingerprints.allSatisfy({ said[$0] != nil }) else { return nil }
        let taken = Set(fingerprints)
        let result = try await result(of: past, without: taken)
        return try await save(result, at: time) { () async throws(StoreError) in try await log.withdraw(taken.sorted(), at: time) }
    }

    /// Makes the model anew from everything that counts: after that it is exact.
    public func rebuild(at time: Timestamp) async throws(StoreError) -> Lesson {
        try await save(try await built(without: []), at: time) { () async throws(StoreError) in }
    }

    /// How many examples were taken back since the model was built from all of them; while it is not zero, the model is approximate.
    public func takenBack() async throws(StoreError) -> Int {
        try await storedState()?.takenBack ?? 0
    }

    private func save(
        _ result: Result, at time: Timestamp, once decision: @Sendable () async throws(StoreError) -> Void
    ) async throws(StoreError) -> Lesson {
        let version = LocalLearning.nextVersion(LocalLearning.prefix, after: try await models.list())
        let model = result.model(version, base)
        let trial = try await trial(of: model, result.heldOut)
        try await models.save(Checkpoint(version: version, time: time, bytes: ModelFile.bytes(of: model)), once: decision)
        await keep(result.state, version)
        await prune()
        return Lesson(version: version, isUsed: true, trial: trial, taught: [], overruled: [], refusal: nil)
    }

    // MARK: The model of examples

    /// Who said something that counts of each message, in what word, when.
    private typealias Said = [String: (name: String, number: Int, milliseconds: Int64, recipient: UInt64)]

    /// What was taught so far.
    private enum Past {
        /// All of it, because it is little.
        case few([TrainingLog.Taught])
        /// A learner that learnt it.
        case many(LearnerState)

        var sources: Said {
            switch self {
            case .few(let taught):
                Dictionary(
                    taught.map {
                        ($0.example.fingerprint, ($0.example.source, $0.number, $0.example.time.milliseconds, $0.example.recipient))
                    }
                ) { $1 }
            case .many(let state):
                Dictionary(
                    state.ledger.entries.map {
                        ($0.place.fingerprint, (state.ledger.sourceName($0), Int($0.number), $0.milliseconds, $0.recipient))
                    }
                ) { $1 }
            }
        }
    }

    /// A model to be, and what it can be tried on.
    private struct Result {
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

    private func past() async throws(StoreError) -> Past {
        let words = try await log.count()
        if words > policy.exactLimit {
            if let state = try await storedState(), state.words == words, state.ledger.entries.count > policy.exactLimit {
                return .many(state)
            }
            let places = try await log.places()
            if places.count > policy.exactLimit { return .many(try await build(places, words: words)) }
            return .few(try await log.taught(at: places))
        }
        return .few(try await log.taught())
    }

    private func storedState() async throws(StoreError) -> LearnerState? {
        // What cannot be read is built again from the log.
        guard let checkpoint = try? await learners.current() else { return nil }
        return LearnerFile.state(from: checkpoint.bytes, base: base)
    }

    /// A learner of all examples at these places, read page by page.
    private func build(_ places: [TrainingLog.Place], words: Int) async throws(StoreError) -> LearnerState {
        var state = LearnerState(base: base)
        var index = 0
        while index < places.count {
            let page = Array(places[index..<min(index + 256, places.count)])
            let examples = try await log.taught(at: page)
            if let key = try await key(for: examples.map(\.example)) { state.learner.hearRecipients(by: key) }
            for taught in examples {
                state.build(with: taught, trust: policy.sources.trust(in: taught.example.source))
            }
            index += page.count
        }
        state.words = words
        return state
    }

    private func build(_ all: [TrainingLog.Taught]) async throws(StoreError) -> LearnerState {
        var state = LearnerState(base: base)
        if let key = try await key(for: all.map(\.example)) { state.learner.hearRecipients(by: key) }
        for taught in all { state.build(with: taught, trust: policy.sources.trust(in: taught.example.source)) }
        return state
    }

    private func built(without fingerprints: Set<String>) async throws(StoreError) -> Result {
        let words = try await log.count()
        let places = try await log.places().filter { !fingerprints.contains($0.fingerprint) }
        if places.count <= policy.exactLimit { return try await exact(try await log.taught(at: places).map(\.example)) }
        var state = try await build(places, words: words)
        state.words += fingerprints.count
        return Result(state: state, heldOut: try await heldOut(of: state), weights: try await weights(of: state))
    }

    /// The key by which the recipients of these examples are hashed; nothing where all hold for everybody. Throws where there is none, or
    /// another than is said: under another key nobody would be known again.
    private func key(
        for examples: [TrainingExample], hashedBy given: RecipientKey? = nil
    ) async throws(StoreError) -> RecipientKey? {
        guard examples.contains(where: { $0.recipient != 0 }) else { return nil }
        let kept = try await log.recipientKey()
        guard let key = kept ?? given else {
            throw TrainingLog.keyError(.missing, detail: "there are examples of recipients, but not the key they were hashed by")
        }
        if let given, given != key { throw TrainingLog.keyError(.busy, detail: "another key was kept meanwhile") }
        return key
    }

    /// The weights that fit examples drawn from all that hold for everybody; the last ones, perhaps, not in the log yet. Nothing but those
    /// examples says which are drawn.
    private func weights(of state: LearnerState, new: [TrainingLog.Taught] = []) async throws(StoreError) -> EvidenceWeights? {
        let drawn = Set(state.drawn(LocalLearning.weighed, seed: UInt64(state.common))).sorted { $0.number < $1.number }
        let first = new.first?.number ?? Int.max
        let old = try await log.taught(at: drawn.filter { $0.number < first }).map(\.example)
        let last = drawn.filter { $0.number >= first }.map { new[$0.number - first].example }
        // Not all are drawn, but a language that was taught stays taught.
        let current = try await models.current().flatMap { try? ModelFile.model(from: $0.bytes.span) }
        let known = Set((current?.evidenceWeights?.languages ?? [:]).filter { $0.value == 1 }.keys)
        let languages = known.union(EvidenceWeights.languages(of: new.map(\.example)))
        return EvidenceWeights(fittedTo: old + last, languages: languages, beside: base, trust: policy.sources.trust)
    }

    /// How many examples are drawn to fit weights to, so that fitting costs the same however much was taught.
    private static let weighed = 2000

    /// The model that learnt new examples too.
    private func result(of new: [TrainingExample], after past: Past, key: RecipientKey?) async throws(StoreError) -> Result {
        let fingerprints = Set(new.map(\.fingerprint))
        let words = try await log.count()
        let numbered = new.enumerated().map { TrainingLog.Taught(number: words + $0.offset + 1, example: $0.element) }
        var state: LearnerState
        switch past {
        case .few(let taught):
            let counting = taught.filter { !fingerprints.contains($0.example.fingerprint) }
            if counting.count + new.count <= policy.exactLimit {
                var result = try await exact(counting.map(\.example) + new, key: key)
                result.heldOut = LocalLearning.tried(counting.map(\.example), new)
                return result
            }
            state = try await build(counting)
        case .many(let known):
            state = known
            let replaced = state.ledger.entries.map(\.place).filter { fingerprints.contains($0.fingerprint) }
            if !replaced.isEmpty { state.takeBack(try await log.taught(at: replaced)) }
        }
        let replayed = try await log.taught(at: LocalLearning.replayed(new, in: state, seed: UInt64(words)))
        if let key { state.learner.hearRecipients(by: key) }
        if new.count < LocalLearning.veryMany {
            state.learn(numbered, replaying: replayed, trust: policy.sources.trust)
        } else {
            state.learnOnce(numbered, replaying: replayed, trust: policy.sources.trust)
        }
        let weights = try await weights(of: state, new: numbered)
        state.words = words + new.count
        // The new ones are not in the log yet, and so not among these.
        let earlier = try await heldOut(of: state)
        return Result(state: state, heldOut: LocalLearning.tried(earlier, new), weights: weights)
    }

    /// Old examples that are learnt again beside new ones: beside what holds for everybody the like, beside each recipient's word that recipient's own.
    private static func replayed(_ new: [TrainingExample], in state: LearnerState, seed: UInt64) -> [TrainingLog.Place] {
        let personal = new.filter { $0.recipient != 0 }
        var places: [TrainingLog.Place] = []
        for (count, recipients) in [(new.count - personal.count, Set([0])), (personal.count, Set(personal.map(\.recipient)))]
        where count > 0 {
            places += state.drawn(min(max(count, 16), 1000), of: recipients, seed: seed)
        }
        return places
    }

    /// The messages a lesson is tried on: those held out of earlier ones, since a lesson that is wrong would vouch for itself; its own where
    /// there are no earlier.
    private static func tried(_ earlier: [TrainingExample], _ new: [TrainingExample]) -> [TrainingExample] {
        let heldOut = earlier.filter(\.isHeldOut)
        return heldOut.isEmpty ? new.filter(\.isHeldOut) : heldOut
    }

    /// Examples taken back at once from which on everything is built anew: many inverse corrections would leave an approximation of little worth.
    private static let manyTakenBack = 1000

    private func result(of past: Past, without fingerprints: Set<String>) async throws(StoreError) -> Result {
        switch past {
        case .few(let taught):
            return try await exact(taught.map(\.example).filter { !fingerprints.contains($0.fingerprint) })
        case .many(var state):
            let left = state.ledger.entries.count - fingerprints.count
            guard fingerprints.count < LocalLearning.manyTakenBack, left > policy.exactLimit else {
                return try await built(without: fingerprints)
            }
            let places = state.ledger.entries.map(\.place).filter { fingerprints.contains($0.fingerprint) }
            let taken = try await log.taught(at: places)
            state.takeBack(taken)
            state.words += fingerprints.count
            return Result(state: state, heldOut: try await heldOut(of: state), weights: try await weights(of: state))
        }
    }

    private func heldOut(of state: LearnerState) async throws(StoreError) -> [TrainingExample] {
        let places = Trial.last(state.ledger.entries.filter(\.isHeldOut), isSpam: \.isSpam).map(\.place)
        return try await log.taught(at: places).map(\.example)
    }

    /// The model of all these examples; `new` is the key of those that are not in the log yet.
    private func exact(_ examples: [TrainingExample], key new: RecipientKey? = nil) async throws(StoreError) -> Result {
        let key = try await key(for: examples, hashedBy: new)
        let learner = LocalLearning.learner(learning: examples, onTopOf: base, key: key, trust: policy.sources.trust)
        let weights = EvidenceWeights(fittedTo: examples, beside: base, trust: policy.sources.trust)
        return Result(learner: learner, heldOut: examples.filter(\.isHeldOut), weights: weights)
    }

    /// The new model beside the one in use, which is the base model where nothing was learnt yet or what was cannot be read.
    private func trial(of model: ContentModel, _ heldOut: [TrainingExample]) async throws(StoreError) -> Trial {
        var old = base
        if let checkpoint = try await models.current(), let read = try? ModelFile.model(from: checkpoint.bytes.span) { old = read }
        return Trial(of: model, beside: old, canaries: policy.canaries, heldOut: heldOut)
    }

    // MARK: Checkpoints

    /// What the versions of models learnt here begin with.
    public static let prefix = "local-"
    /// What the versions of imported models begin with.
    public static let importedPrefix = "imported-"

    /// The next version: its number is higher than that of any model there is.
    public static func nextVersion(_ prefix: String, after models: [CheckpointSummary]) -> String {
        let numbers = models.compactMap { $0.version.split(separator: "-").last.flatMap { Int($0) } }
        return prefix + "\((numbers.max() ?? 0) + 1)"
    }

    /// Keeps the learner's state. One that cannot be kept is no loss: the next lesson builds it again from the log.
    private func keep(_ state: LearnerState?, _ version: String) async {
        let before = (try? await learners.list()) ?? []
        if let state {
            let checkpoint = Checkpoint(
                version: "\(version)-\(state.words)", time: Timestamp(milliseconds: 0), bytes: LearnerFile.bytes(of: state))
            guard (try? await learners.save(checkpoint)) != nil else { return }
        }
        for old in before { try? await learners.remove(old.version) }
    }

    /// Removes the oldest checkpoints, but never the current one, the one a step back leads to, and the last imported one, which is the base.
    /// One that cannot be removed is tried again next time.
    public func prune() async {
        guard let list = try? await models.list() else { return }
        let current = list.firstIndex(where: \.isCurrent) ?? 0
        var needed: Set<String> = Set(list.filter(\.isCurrent).map(\.version))
        if let before = list[..<current].last(where: { !$0.isCandidate }) { needed.insert(before.version) }
        if let imported = list.last(where: { $0.version.hasPrefix(LocalLearning.importedPrefix) }) { needed.insert(imported.version) }
        var surplus = list.count - max(policy.kept, 2)
        for summary in list where surplus > 0 && !needed.contains(summary.version) {
            try? await models.remove(summary.version)
            surplus -= 1
        }
    }
}
