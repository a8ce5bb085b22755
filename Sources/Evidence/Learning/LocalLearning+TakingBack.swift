// Taking back: what counts, what the model is without some of it, and a model made anew.
public import Messages
public import Storing

extension LocalLearning {
    /// Examples that count, with who taught them; the first taught first.
    public func taught() async throws(StoreError) -> [TrainingExample] {
        try await log.examples()
    }

    /// The fingerprints of the examples that count; of one source, or the sources of a group, or one recipient only, where they are given.
    public func fingerprints(of source: String? = nil, for recipient: UInt64? = nil) async throws(StoreError) -> [String] {
        let sources = try await past().sources
        return sources.filter { _, said in
            (source.map { SourceRules.means($0, said.name) } ?? true) && (recipient == nil || said.recipient == recipient)
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
            let weights = try await weights(of: state)
            return Result(state: state, heldOut: try await heldOut(of: state), weights: weights)
        }
    }

    private func built(without fingerprints: Set<String>) async throws(StoreError) -> Result {
        let words = try await log.count()
        let places = try await log.places().filter { !fingerprints.contains($0.fingerprint) }
        if places.count <= policy.exactLimit { return try await exact(try await log.taught(at: places).map(\.example)) }
        var state = try await build(places, words: words)
        state.words += fingerprints.count
        return Result(state: state, heldOut: try await heldOut(of: state), weights: try await weights(of: state))
    }
}
