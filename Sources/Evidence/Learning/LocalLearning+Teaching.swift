// Teaching: which of somebody's words are believed, what is learnt of them, and whether the new model is used.
public import Messages
public import Storing

extension LocalLearning {
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
}
