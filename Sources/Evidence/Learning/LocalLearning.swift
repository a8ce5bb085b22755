internal import Features
public import Messages
public import Storing

/// Learning on one machine: what was taught here, put on top of the model that ships.
///
/// Each change makes a new checkpoint from the base model and all examples that count, so an example that is taken back leaves no trace, and
/// the same examples always make the same model.
public struct LocalLearning: Sendable {
    /// The buckets of the local views, as a power of two: 1 MiB of weights.
    private static let localBits = 18
    private let base: ContentModel
    private let log: TrainingLog
    private let models: any ModelStore

    /// Learning on top of a base model.
    public init(base: ContentModel, log: TrainingLog, models: any ModelStore) {
        self.base = base
        self.log = log
        self.models = models
    }

    /// The model that was learnt last; nothing when nothing was.
    public func current() async throws -> ContentModel? {
        guard let checkpoint = try await models.current() else { return nil }
        return try ModelFile.model(from: checkpoint.bytes.span)
    }

    /// Learns examples and makes the result the current model; gives its version. Examples and model are one decision: when it throws,
    /// neither is there.
    public func learn(_ examples: [TrainingExample], at time: Timestamp) async throws(StoreError) -> String {
        let counting = try await log.examples(adding: examples)
        return try await rebuild(counting, at: time) { () async throws(StoreError) in try await log.append(examples) }
    }

    /// The fingerprints of the examples that count.
    public func fingerprints() async throws(StoreError) -> [String] {
        try await log.examples().map(\.fingerprint)
    }

    /// Takes examples back and makes the current model anew; gives its version. One decision, as `learn`; nothing, and no change, when one
    /// of them is no example that counts.
    public func forget(_ fingerprints: [String], at time: Timestamp) async throws(StoreError) -> String? {
        let examples = try await log.examples()
        guard fingerprints.allSatisfy({ fingerprint in examples.contains { $0.fingerprint == fingerprint } }) else { return nil }
        let counting = examples.filter { !fingerprints.contains($0.fingerprint) }
        return try await rebuild(counting, at: time) { () async throws(StoreError) in try await log.withdraw(fingerprints, at: time) }
    }

    /// Makes the model of these examples, and saves it once what they are is decided.
    private func rebuild(
        _ examples: [TrainingExample], at time: Timestamp, once decision: @Sendable () async throws(StoreError) -> Void
    ) async throws(StoreError) -> String {
        let version = "local-\(try await models.list().count + 1)"
        let model = LocalLearning.model(learning: examples, onTopOf: base, version: version)
        try await models.save(Checkpoint(version: version, time: time, bytes: ModelFile.bytes(of: model)), once: decision)
        return version
    }

    /// The base model after it learnt these examples, in this order, several times over.
    ///
    /// A person's word must show at once, although the base model was made of many thousand messages: so the examples are repeated until the
    /// model agrees, at most `rounds` times.
    static func model(learning examples: [TrainingExample], onTopOf base: ContentModel, version: String, rounds: Int = 8) -> ContentModel {
        guard !examples.isEmpty else {
            var model = base
            model.version = version
            return model
        }
        let settings = OnlineLearner.Settings(margin: 3, replays: 0, localBits: LocalLearning.localBits, isCalibrating: false)
        var learner = OnlineLearner(from: base, settings: settings, inertia: 0.01)
        for _ in 0..<rounds {
            var areAllRight = true
            for example in examples {
                let score = learner.learn(example.features, isSpam: example.isSpam)
                if (example.isSpam ? score : -score) < 1 { areAllRight = false }
            }
            if areAllRight { break }
        }
        return learner.model(version: version)
    }
}
