import Features
import Filter
import Learning
import Messages
import Storing
import Synchronization
import Telemetry
import TestSupport
import Testing

/// What a running filter makes of lessons that somebody else gives, with a store of models in memory.
@Suite(.timeLimit(.minutes(10))) struct CurrentLearningTests {
    private let models = MemoryModelStore()
    private let text = Message(text: Array("Dinner at seven? Bring bread, and the oats for the barn.".utf8), channel: .sms)

    private func learning() throws -> LocalLearning {
        LocalLearning(base: try .starter(), log: TrainingLog(MemoryRecordLog()), models: models)
    }

    private func watch() async throws -> LearningWatch {
        try await LearningWatch(models, threats: .starter()) { try ContentModel.starter() }
    }

    private func setup(_ watch: LearningWatch) throws -> FilterSetup {
        var setup = try FilterSample.setup()
        setup.learning = watch.learning
        return setup
    }

    private func lesson(_ scanner: Scanner, isSpam: Bool) async -> TrainingExample {
        let seen = await scanner.learnable(text)
        return TrainingExample(
            fingerprint: TrainingExample.fingerprint(of: text.bytes.span), isSpam: isSpam, source: "test", reason: "",
            time: Timestamp(seconds: 1000), features: seen.features, findings: seen.findings, wording: seen.wording)
    }

    /// A scanner made once follows lessons, what is taken back, and steps back; and gives what one made afterwards gives.
    @Test func aRunningScannerTakesUpWhatIsLearnt() async throws {
        let watch = try await watch()
        let setup = try setup(watch)
        let scanner = Scanner(setup)
        let learning = try learning()
        let before = await scanner.verdict(on: text)
        #expect(await watch.look().isUnchanged)

        let example = await lesson(scanner, isSpam: true)
        let lesson = try await learning.learn([example], at: Timestamp(seconds: 2000))
        #expect(await scanner.verdict(on: text).timeless == before.timeless)
        guard case .taken(let learnt) = await watch.look() else { throw Unexpected() }
        #expect(learnt.generation == 1 && learnt.model.version == lesson.version && learnt.checkpoint?.version == lesson.version)
        let taught = await scanner.verdict(on: text)
        #expect(taught.probability > 0.5 && before.probability < 0.5 && taught.model == lesson.version)
        let fresh = try self.setup(try await self.watch())
        #expect(await Scanner(fresh).verdict(on: text).timeless == taught.timeless)
        #expect(await watch.look().isUnchanged)

        let withdrawn = try #require(try await learning.forget([example.fingerprint], at: Timestamp(seconds: 3000)))
        guard case .taken = await watch.look() else { throw Unexpected() }
        var forgotten = await scanner.verdict(on: text)
        #expect(forgotten.model == withdrawn.version)
        forgotten.model = before.model
        #expect(forgotten.timeless == before.timeless)

        #expect(try await models.rollBack()?.version == lesson.version)
        guard case .taken(let rolled) = await watch.look() else { throw Unexpected() }
        #expect(rolled.generation == 3)
        #expect(await scanner.verdict(on: text).timeless == taught.timeless)
    }

    /// The weights of evidence and the kinds of spam come with the model.
    @Test func weightsAreTakenUpToo() async throws {
        let watch = try await watch()
        let scanner = Scanner(try setup(watch))
        let before = await scanner.verdict(on: text)
        var model = try ContentModel.starter()
        var weights = model.evidenceWeights ?? .starter
        weights[.text].prior += 2
        model.evidenceWeights = weights
        try await models.save(Checkpoint(version: "imported-1", time: Timestamp(seconds: 1), bytes: ModelFile.bytes(of: model)))
        guard case .taken(let learnt) = await watch.look() else { throw Unexpected() }
        #expect(learnt.threats?.version == (try ThreatModel.starter().version))
        #expect(await scanner.verdict(on: text).logOdds > before.logOdds + 1)
    }

    /// A damaged model, as a half-written one is, leaves what judged before in its place; that is said once, and once more when something else is wrong.
    @Test func aBrokenModelIsPassedOver() async throws {
        let watch = try await watch()
        let scanner = Scanner(try setup(watch))
        let before = await scanner.verdict(on: text)
        let whole = ModelFile.bytes(of: try ContentModel.starter())
        try await models.save(Checkpoint(version: "local-1", time: Timestamp(seconds: 1), bytes: Array(whole.prefix(whole.count / 2))))
        guard case .kept(let learnt, let reason) = await watch.look() else { throw Unexpected() }
        #expect(learnt.generation == 0 && reason.contains("local-1"))
        for _ in 0..<200 { #expect(await watch.look().isUnchanged) }
        #expect(await scanner.verdict(on: text).timeless == before.timeless)

        try await models.save(Checkpoint(version: "local-2", time: Timestamp(seconds: 2), bytes: [1, 2, 3]))
        guard case .kept(_, let other) = await watch.look() else { throw Unexpected() }
        #expect(other.contains("local-2"))
        try await models.save(Checkpoint(version: "local-3", time: Timestamp(seconds: 3), bytes: whole))
        guard case .taken = await watch.look() else { throw Unexpected() }
        // The one before is broken still, and heard of again.
        _ = try await models.rollBack()
        guard case .kept = await watch.look() else { throw Unexpected() }
    }

    /// Models that vanish, with a disk that is unmounted, leave what judged before in its place; that is said once.
    @Test func modelsThatVanishAreNotFollowed() async throws {
        let vanishing = VanishingModels()
        let watch = try await LearningWatch(vanishing, threats: .starter()) { try ContentModel.starter() }
        let bytes = ModelFile.bytes(of: try ContentModel.starter())
        try await vanishing.save(Checkpoint(version: "local-1", time: Timestamp(seconds: 1), bytes: bytes))
        guard case .taken = await watch.look() else { throw Unexpected() }
        vanishing.areGone.withLock { $0 = true }
        guard case .kept(let learnt, _) = await watch.look() else { throw Unexpected() }
        #expect(learnt.checkpoint?.version == "local-1")
        #expect(await watch.look().isUnchanged)
        vanishing.areGone.withLock { $0 = false }
        #expect(await watch.look().isUnchanged)
        #expect(watch.learning.now.checkpoint?.version == "local-1")
    }

    /// A filter that begins with a broken model says so instead of judging by another.
    @Test func aFilterDoesNotBeginWithABrokenModel() async throws {
        try await models.save(Checkpoint(version: "local-1", time: Timestamp(seconds: 1), bytes: [1, 2, 3]))
        await #expect(throws: ModelFile.Failure.self) { try await watch() }
    }

    /// A model that failed its trial does not judge.
    @Test func aCandidateIsNotTakenUp() async throws {
        let watch = try await watch()
        let bytes = ModelFile.bytes(of: try ContentModel.starter())
        try await models.save(Checkpoint(version: "local-1", time: Timestamp(seconds: 1), bytes: bytes), asCandidate: true) {
            () async throws(StoreError) in
        }
        #expect(await watch.look().isUnchanged)
        try await models.select("local-1")
        guard case .taken = await watch.look() else { throw Unexpected() }
    }

    /// Nobody keeps what was learnt before, once it judges no message.
    @Test func whatWasBeforeIsFreed() async throws {
        let watch = try await watch()
        let scanner = Scanner(try setup(watch))
        weak let before = watch.learning.now
        _ = await scanner.verdict(on: text)
        #expect(before != nil)
        let bytes = ModelFile.bytes(of: try ContentModel.starter())
        try await models.save(Checkpoint(version: "local-1", time: Timestamp(seconds: 1), bytes: bytes))
        guard case .taken = await watch.look() else { throw Unexpected() }
        #expect(before == nil)
        #expect(await scanner.verdict(on: text).probability < 0.5)
    }

    /// A watch that runs looks after each pause, tells what changed, and ends with its task.
    @Test func aWatchRunsUntilItIsCancelled() async throws {
        let watch = try await watch()
        let (findings, teller) = AsyncStream.makeStream(of: Int.self)
        let task = Task {
            await watch.run(by: HastyClock()) { finding in
                if case .taken(let learnt) = finding { teller.yield(learnt.generation) }
            }
            teller.finish()
        }
        let bytes = ModelFile.bytes(of: try ContentModel.starter())
        var expected = 1
        try await models.save(Checkpoint(version: "local-1", time: Timestamp(seconds: 1), bytes: bytes))
        for await generation in findings {
            #expect(generation == expected)
            expected += 1
            if expected == 3 { task.cancel() }
            if expected == 2 {
                try await models.save(Checkpoint(version: "local-2", time: Timestamp(seconds: 2), bytes: bytes))
            }
        }
        #expect(expected == 3)
    }
}

/// A store of models whose folder may be gone, which then looks like an empty one.
private final class VanishingModels: ModelStore {
    let areGone = Mutex(false)
    private let models = MemoryModelStore()

    func save(
        _ checkpoint: Checkpoint, asCandidate: Bool, once decision: @Sendable () async throws(StoreError) -> Void
    ) async throws(StoreError) {
        try await models.save(checkpoint, asCandidate: asCandidate, once: decision)
    }
    func current() async throws(StoreError) -> Checkpoint? { try await models.current() }
    func checkpoint(_ version: String) async throws(StoreError) -> Checkpoint { try await models.checkpoint(version) }
    func list() async throws(StoreError) -> [CheckpointSummary] { areGone.withLock { $0 } ? [] : try await models.list() }
    func select(_ version: String) async throws(StoreError) { try await models.select(version) }
    func rollBack() async throws(StoreError) -> CheckpointSummary? { try await models.rollBack() }
    func remove(_ version: String) async throws(StoreError) { try await models.remove(version) }
}

/// A finding other than the test is about.
private struct Unexpected: Error {}

extension LearningWatch.Finding {
    fileprivate var isUnchanged: Bool {
        if case .unchanged = self { true } else { false }
    }
}

/// A clock on which nobody waits.
private struct HastyClock: Clock {
    let now = ContinuousClock.now
    let minimumResolution = Duration.zero

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        await Task.yield()
    }
}
