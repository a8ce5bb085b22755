import Features
import Messages
import Storing
import Testing

@testable import Learning

/// The life of a local model: what each promise of docs/learn.md says.
@Suite struct LifeCycleTests {
    private static let birds = ["finch", "robin", "wren", "heron", "stork", "crane", "swift", "linnet", "siskin", "plover"]

    private func example(_ number: Int, isSpam: Bool, source: String = "test", at seconds: Int64 = 1000) throws -> TrainingExample {
        let bird = LifeCycleTests.birds[number % 10]
        let text =
            isSpam ? "Claim prize \(number) today, \(bird) winner, click" : "Dear \(bird), lunch at \(number) in the garden with Jenny"
        var example = try LearningSample.example(text, isSpam: isSpam, at: seconds, source: source)
        // Each says something else, so that one in ten is held out.
        example.contentKey = UInt64(number * 2 + (isSpam ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
        return example
    }

    private func examples(_ numbers: Range<Int>) throws -> [TrainingExample] {
        try numbers.map { try example($0, isSpam: $0 % 2 == 0) }
    }

    private struct Place {
        var records = MemoryRecordLog()
        var models = MemoryModelStore()
        var learners = MemoryModelStore()
        var base = ContentModel(version: "base", bucketBits: 12)

        func learning(_ policy: LocalLearning.Policy = LocalLearning.Policy()) -> LocalLearning {
            LocalLearning(base: base, log: TrainingLog(records), models: models, learners: learners, policy: policy)
        }
    }

    private func smallPolicy() -> LocalLearning.Policy {
        var policy = LocalLearning.Policy()
        policy.exactLimit = 20
        return policy
    }

    private let now = Timestamp(seconds: 2000)

    // MARK: Undo

    @Test func whatASourceTaughtIsTakenBackTogetherAndLeavesNoTrace() async throws {
        let place = Place()
        let learning = place.learning()
        let kept = try (0..<4).map { try example($0, isSpam: $0 % 2 == 0) }
        _ = try await learning.learn(kept, at: now)
        let before = try #require(try await learning.current())
        _ = try await learning.learn((4..<9).map { try example($0, isSpam: true, source: "trap") }, at: now)
        let fingerprints = try await learning.fingerprints(of: "trap")
        #expect(fingerprints.count == 5)
        _ = try await learning.forget(fingerprints, at: now)
        var after = try #require(try await learning.current())
        after.version = before.version
        #expect(ModelFile.bytes(of: after) == ModelFile.bytes(of: before))
        #expect(try await learning.fingerprints(of: "trap") == [])
    }

    /// Beyond the limit an example is taken back by inverse corrections: exact where it was alone, and its effect is gone anywhere.
    @Test func amongManyAnExampleIsTakenBackAtOnceAndExactlyAfterARebuild() async throws {
        let place = Place()
        let learning = place.learning(smallPolicy())
        _ = try await learning.learn(examples(0..<60), at: now)
        let before = try #require(try await learning.current())
        let odd = try LearningSample.example("Zirconium quokka telescope bargain", isSpam: true, at: 1500)
        _ = try await learning.learn([odd], at: now)
        let taught = try #require(try await learning.current())
        #expect(taught.score(of: odd.features) > 1)
        _ = try await learning.forget([odd.fingerprint], at: now)
        #expect(try await learning.takenBack() == 1)
        let after = try #require(try await learning.current())
        let moved = taught.score(of: odd.features) - before.score(of: odd.features)
        #expect(abs(after.score(of: odd.features) - before.score(of: odd.features)) < 0.25 * moved)

        _ = try await learning.rebuild(at: now)
        #expect(try await learning.takenBack() == 0)
        let never = Place()
        _ = try await never.learning(smallPolicy()).learn(examples(0..<60), at: now)
        _ = try await never.learning(smallPolicy()).rebuild(at: now)
        var rebuilt = try #require(try await learning.current())
        let other = try #require(try await never.learning().current())
        rebuilt.version = other.version
        #expect(ModelFile.bytes(of: rebuilt) == ModelFile.bytes(of: other))
    }

    @Test func weightsThatOneExampleMovedAloneComeBack() {
        var learner = OnlineLearner(
            from: ContentModel(version: "test", bucketBits: 12), settings: LearnerState.settings, inertia: LearnerState.inertia)
        let before = learner.model(version: "test")
        let features = FeatureSet(family: .mail, hashes: [1, 2, 3, 11, 12, 21, 22, 23], portableEnd: 3, headerEnd: 5)
        var correction = Correction()
        for round in 0..<5 {
            _ = learner.learn(features, isSpam: true, trust: 1, isRepeated: round > 0, noting: &correction)
        }
        #expect(learner.score(of: features) > 1)
        learner.takeBack(features, isSpam: true, correction)
        #expect(abs(learner.score(of: features) - before.score(of: features)) < 0.3)
        #expect(learner.portable.weights.allSatisfy { abs($0) < 1e-4 })
        #expect(learner.local?.weights.allSatisfy { abs($0) < 1e-3 } == true)
        #expect(learner.examples == (0, 0))
    }

    @Test func aLearnerReadBackGoesOnAsBefore() async throws {
        let place = Place()
        let learning = place.learning(smallPolicy())
        _ = try await learning.learn(examples(0..<40), at: now)
        let bytes = try #require(try await place.learners.current()).bytes
        let state = try #require(LearnerFile.state(from: bytes, base: place.base))
        #expect(LearnerFile.bytes(of: state) == bytes)
        #expect(state.ledger.entries.count == 40)
        for length in [0, 4, 39, 40, bytes.count / 2, bytes.count - 1] {
            #expect(LearnerFile.state(from: Array(bytes[..<length]), base: place.base) == nil)
        }
        #expect(LearnerFile.state(from: bytes, base: ContentModel(version: "other", bucketBits: 12)) == nil)
    }

    @Test func aLostLearnerIsBuiltAgain() async throws {
        var place = Place()
        _ = try await place.learning(smallPolicy()).learn(examples(0..<40), at: now)
        place.learners = MemoryModelStore()
        let lesson = try await place.learning(smallPolicy()).learn([example(41, isSpam: false)], at: now)
        #expect(lesson.isUsed)
        #expect(try await place.learning(smallPolicy()).fingerprints().count == 41)
    }

    // MARK: Corrections show

    @Test(arguments: [20, 1000]) func aCorrectionShowsAtOnceAmongMany(exactLimit: Int) async throws {
        var policy = LocalLearning.Policy()
        policy.exactLimit = exactLimit
        let learning = Place().learning(policy)
        _ = try await learning.learn(examples(0..<60), at: now)
        let wrong = try LearningSample.example("Claim prize today, finch winner, click: Jenny", isSpam: false, at: 1500)
        #expect(try #require(try await learning.current()).logOdds(of: wrong.features) > 0)
        #expect(try await learning.learn([wrong], at: now).isUsed)
        #expect(try #require(try await learning.current()).logOdds(of: wrong.features) < 0)
    }

    // MARK: Poisoning

    /// What a doubted source may say of good messages in a day does not turn them.
    @Test(arguments: [20, 1000]) func aPoisonedSourceIsBounded(exactLimit: Int) async throws {
        func score(trust: Float) async throws -> Float {
            var policy = LocalLearning.Policy()
            policy.exactLimit = exactLimit
            policy.sources = SourceRules(["reports": .init(trust: trust)])
            let learning = Place().learning(policy)
            _ = try await learning.learn(examples(0..<60), at: now)
            let poison = try (0..<8).map { number in
                try LearningSample.example("Dear finch, lunch \(number) in the garden, Jenny", isSpam: true, source: "reports")
            }
            _ = try await learning.learn(poison, at: now, isForced: true)
            return try #require(try await learning.current()).logOdds(of: LearningSample.features("Dear finch, lunch in the garden, Jenny"))
        }
        #expect(try await score(trust: 1) > 0)
        #expect(try await score(trust: 0.1) < 0)
        #expect(try await score(trust: 0) < 0)
    }

    @Test func aSourceMaySayOnlySoMuchADay() async throws {
        var policy = LocalLearning.Policy()
        policy.sources = SourceRules(["reports": .init(trust: 0.5, mostPerDay: 5)], others: nil)
        let learning = Place().learning(policy)
        func teach(_ numbers: Range<Int>, _ source: String = "reports", at seconds: Int64) async throws -> Lesson {
            try await learning.learn(
                numbers.map { try example($0, isSpam: true, source: source, at: seconds) }, at: Timestamp(seconds: seconds))
        }
        #expect(try await teach(0..<4, at: 1000).refusal == nil)
        #expect(try await teach(4..<6, at: 2000).refusal == .tooMany(source: "reports", most: 5, left: 1))
        #expect(try await teach(4..<5, at: 2000).refusal == nil)
        #expect(try await teach(6..<11, at: 1000 + 86_400 + 2000).refusal == nil)
        #expect(try await teach(20..<21, "stranger", at: 3000).refusal == .unknownSource("stranger"))
    }

    /// Sources of one kind have the rule of their kind, each for itself, and can be taken back together or one by one.
    @Test func sourcesOfOneKindAreCountedEach() async throws {
        var policy = LocalLearning.Policy()
        policy.sources = SourceRules(["link": .init(trust: 0.5, mostPerDay: 2)], others: nil)
        let learning = Place().learning(policy)
        func teach(_ numbers: Range<Int>, _ source: String) async throws -> Lesson.Refusal? {
            try await learning.learn(numbers.map { try example($0, isSpam: true, source: source, at: 1000) }, at: Timestamp(seconds: 1000))
                .refusal
        }
        #expect(try await teach(0..<2, "link/001") == nil)
        #expect(try await teach(2..<3, "link/001") == .tooMany(source: "link/001", most: 2, left: 0))
        #expect(try await teach(3..<5, "link/002") == nil)
        #expect(try await teach(5..<6, "linked") == .unknownSource("linked"))
        #expect(try await learning.fingerprints(of: "link").count == 4)
        #expect(try await learning.fingerprints(of: "link/002").count == 2)
    }

    @Test func aSourceBelievedLessDoesNotOverruleOneBelievedMore() async throws {
        var policy = LocalLearning.Policy()
        policy.sources = SourceRules(["reports": .init(trust: 0.5)])
        let learning = Place().learning(policy)
        let ham = try example(1, isSpam: false)
        _ = try await learning.learn([ham], at: now)
        var spam = ham
        spam.isSpam = true
        spam.source = "reports"
        let lesson = try await learning.learn([spam], at: now)
        #expect(lesson.overruled == [ham.fingerprint] && lesson.version == nil)
        #expect(try await learning.taught().map(\.isSpam) == [false])
    }

    @Test func aCanaryStopsAModelUnlessForced() async throws {
        let place = Place()
        _ = try await place.learning().learn(examples(0..<8), at: now)
        let before = try #require(try await place.learning().current())
        var policy = LocalLearning.Policy()
        let text = "Dear robin, lunch in the garden with Jenny"
        policy.canaries = [Canary(name: "lunch", features: try LearningSample.features(text), isSpam: false)]
        let wrong = try LearningSample.example(text, isSpam: true, at: 1500)
        let lesson = try await place.learning(policy).learn([wrong], at: now)
        #expect(!lesson.isUsed && lesson.trial?.lostCanaries == ["lunch"] && lesson.taught.isEmpty)
        #expect(try await place.learning().current()?.version == before.version)
        #expect(try await place.models.list().map(\.isCandidate) == [false, true])
        #expect(try await place.learning().fingerprints().count == 8)
        #expect(try await place.learning(policy).learn([wrong], at: now, isForced: true).isUsed)
        #expect(try await place.learning().fingerprints().count == 9)
    }

    /// A folder with its labels turned round is found out by what was held out before.
    @Test func aModelThatDoesWorseOnHeldOutMessagesIsNotUsed() async throws {
        let learning = Place().learning()
        let first = try await learning.learn(examples(0..<120), at: now)
        #expect(first.isUsed && (first.trial?.heldOut ?? 0) > 4)
        #expect(try await learning.taught().filter(\.isHeldOut).count == first.trial?.heldOut)
        let turned = try (200..<600).map { try example($0, isSpam: $0 % 2 == 0) }.map { example in
            var example = example
            example.isSpam.toggle()
            return example
        }
        let lesson = try await learning.learn(turned, at: now)
        #expect(!lesson.isUsed && (lesson.trial?.lost ?? 0) > 0)
        #expect(try await learning.fingerprints().count == 120)
    }

    /// A folder of spam and then one of ham: both are tried, not only the last.
    @Test func bothClassesAreTried() {
        let things = (0..<2000).map { $0 < 1000 }
        let last = Trial.last(things) { $0 }
        #expect(last.count == 1000 && last.count { $0 } == 500 && last.first == true && last.last == false)
    }

    // MARK: Delta, checkpoints

    @Test func aDeltaOnTheSameBaseMakesTheSameModel() async throws {
        let place = Place()
        let learning = place.learning()
        _ = try await learning.learn(examples(0..<8), at: now)
        let model = try #require(try await learning.current())
        let delta = learning.delta(of: model)
        let whole = ModelFile.bytes(of: model)
        #expect(delta.count < whole.count / 2)
        let other = ContentModel(version: "other", bucketBits: 12)
        let read = try ModelDelta.model(from: delta, onOneOf: [other, place.base])
        #expect(ModelFile.bytes(of: read) == whole)
        #expect(throws: ModelDelta.Failure.otherBase) { try ModelDelta.model(from: delta, onOneOf: [other]) }
        #expect(throws: ModelDelta.Failure.notADelta) { try ModelDelta.model(from: whole, onOneOf: [place.base]) }
        for length in [0, 3, 4, 29, 40, delta.count - 1] {
            #expect(throws: ModelDelta.Failure.self) { try ModelDelta.model(from: Array(delta[..<length]), onOneOf: [place.base]) }
        }
        for index in [0, 4, 7, 14, 21, 28, 29, 30, 35, delta.count / 2, delta.count - 1] {
            var damaged = delta
            damaged[index] ^= 0x41
            #expect(throws: ModelDelta.Failure.self) { try ModelDelta.model(from: damaged, onOneOf: [place.base]) }
        }
    }

    @Test func oldCheckpointsGoAndTheStepBackStays() async throws {
        let place = Place()
        var policy = LocalLearning.Policy()
        policy.kept = 3
        for number in 0..<6 { _ = try await place.learning(policy).learn([example(number, isSpam: number % 2 == 0)], at: now) }
        #expect(try await place.models.list().map(\.version) == ["local-4", "local-5", "local-6"])
        #expect(try await place.models.rollBack()?.version == "local-5")
        _ = try await place.learning(policy).learn([example(9, isSpam: true)], at: now)
        #expect(try await place.models.current()?.version == "local-7")
    }
}
