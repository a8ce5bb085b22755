import Features
import Messages
import Storing
import Testing

@testable import Learning

@Suite struct TrainingLogTests {
    @Test func theLastWordOnAMessageCounts() async throws {
        let log = TrainingLog(MemoryRecordLog())
        let spam = try LearningSample.example("seed", isSpam: true, at: 1)
        let ham = try LearningSample.example("seed", isSpam: false, at: 3)
        try await log.append([spam])
        #expect(try await log.examples() == [spam])
        try await log.withdraw([spam.fingerprint], at: Timestamp(seconds: 2))
        #expect(try await log.examples() == [])
        try await log.append([ham])
        #expect(try await log.examples() == [ham])
    }

    @Test func whatIsTaughtAgainReplacesWhatWasTaught() async throws {
        let log = TrainingLog(MemoryRecordLog())
        let first = try LearningSample.example("seed", isSpam: true, at: 1)
        let second = try LearningSample.example("seed", isSpam: false, at: 2)
        let other = try LearningSample.example("oats", isSpam: true, at: 1)
        try await log.append([first, other, second])
        #expect(try await log.examples() == [other, second])
    }

    /// With `--now` the clock stands still: the order of the words counts, not their time.
    @Test func wordsOfOneMomentCountInTheirOrder() async throws {
        let log = TrainingLog(MemoryRecordLog())
        let example = try LearningSample.example("seed", isSpam: true, at: 1)
        try await log.append([example])
        try await log.withdraw([example.fingerprint], at: example.time)
        #expect(try await log.examples() == [])
        try await log.append([example])
        #expect(try await log.examples() == [example])
    }

    @Test func takingBackWhatWasNeverTaughtChangesNothing() async throws {
        let log = TrainingLog(MemoryRecordLog())
        let example = try LearningSample.example("seed", isSpam: true)
        try await log.append([example])
        try await log.withdraw(["0123456789abcdef"], at: Timestamp(seconds: 9000))
        #expect(try await log.examples() == [example])
    }

    @Test func damagedRecordsArePassedOver() async throws {
        let records = MemoryRecordLog()
        let log = TrainingLog(records)
        let example = try LearningSample.example("seed", isSpam: true)
        try await log.append([example])
        try await records.append([
            Record(id: "x/1", kind: "training", time: Timestamp(seconds: 1), body: [9, 9]),
            Record(id: "7/other", kind: "training", time: Timestamp(seconds: 1), body: [9, 9]),
        ])
        #expect(try await log.examples() == [example])
    }
}

@Suite struct LocalLearningTests {
    private let text = "Meet us at the feeder by the old barn on Thursday"

    private func learning(_ base: ContentModel) -> LocalLearning {
        LocalLearning(base: base, log: TrainingLog(MemoryRecordLog()), models: MemoryModelStore())
    }

    @Test func nothingIsLearntAtFirst() async throws {
        #expect(try await learning(ContentModel(version: "base", bucketBits: 12)).current() == nil)
    }

    /// Taught against what the base model thinks, a message moves the way it was taught.
    @Test(arguments: [(true, "Meet us at the feeder by the old barn on Thursday"), (false, "Claim your free casino bonus now, winner")])
    func aWordOfAPersonShows(isSpam: Bool, text: String) async throws {
        let base = try ContentModel.starter()
        let learning = learning(base)
        let features = try LearningSample.features(text)
        let lesson = try await learning.learn([LearningSample.example(text, isSpam: isSpam)], at: Timestamp(seconds: 2000))
        let model = try #require(try await learning.current())
        #expect(lesson.isUsed && model.version == lesson.version)
        let moved = model.logOdds(of: features) - base.logOdds(of: features)
        #expect(isSpam ? moved > 0.5 : moved < -0.5)
    }

    /// Taken back, an example leaves no trace: the weights are those of never having met it.
    @Test func whatIsForgottenWasNeverLearnt() async throws {
        let base = try ContentModel.starter()
        let kept = try LearningSample.example("Oats for the winter came today", isSpam: false, at: 1)
        let taken = try LearningSample.example(text, isSpam: true, at: 2)
        let learning = learning(base)
        _ = try await learning.learn([kept, taken], at: Timestamp(seconds: 3))
        #expect(try await learning.forget([taken.fingerprint], at: Timestamp(seconds: 4))?.version == "local-2")
        var model = try #require(try await learning.current())
        let never = try #require(LocalLearning.learner(learning: [kept], onTopOf: base, key: base.recipientKey, by: LocalLearning.Policy()))
            .model(
                version: "same")
        model.version = "same"
        #expect(ModelFile.bytes(of: model) == ModelFile.bytes(of: never))
        #expect(try await learning.forget([kept.fingerprint], at: Timestamp(seconds: 5))?.version == "local-3")
        model = try #require(try await learning.current())
        model.version = base.version
        #expect(ModelFile.bytes(of: model) == ModelFile.bytes(of: base))
    }

    @Test func whatNobodyTaughtCannotBeForgotten() async throws {
        let learning = learning(ContentModel(version: "base", bucketBits: 12))
        #expect(try await learning.forget(["0123456789abcdef"], at: Timestamp(seconds: 1)) == nil)
    }
}

@Suite struct BatchTrainingTests {
    private func trained() throws -> BatchTraining.Result {
        var training = BatchTraining()
        for (group, isSpam, words) in [("offers", true, "free seed offer winner"), ("letters", false, "dear Jenny the oats came")] {
            training.begin(group: group)
            for number in 0..<80 {
                let features = try LearningSample.features("\(words) \(["rye", "barley", "millet", "hemp"][number % 4]) \(number)")
                training.add(features, isSpam: isSpam, key: UInt64(number * 2 + (isSpam ? 1 : 0)))
            }
        }
        return training.model(version: "batch", settings: BatchTraining.Settings(bucketBits: 12, rounds: 6))
    }

    @Test func theSameExamplesGiveTheSameModel() throws {
        let first = try trained()
        let second = try trained()
        #expect(ModelFile.bytes(of: first.model) == ModelFile.bytes(of: second.model))
        #expect(first.reports == second.reports)
    }

    @Test func whatIsHeldOutIsReportedByGroup() throws {
        let result = try trained()
        let (model, reports) = (result.model, result.reports)
        #expect((0...1).contains(result.calibrationError))
        #expect(reports.map(\.name) == ["offers", "letters"])
        #expect(reports[0].spam > 0 && reports[0].ham == 0)
        #expect(reports[1].ham > 0 && reports[1].spam == 0)
        #expect(reports.allSatisfy { $0.hamMissed == 0 && $0.spamMissed == 0 })
        #expect(model.logOdds(of: try LearningSample.features("free seed offer")) > 0)
        #expect(model.logOdds(of: try LearningSample.features("dear Jenny, oats")) < 0)
    }
}

@Suite struct CalibrationTests {
    private func calibrated(_ samples: [(Float, Bool)]) -> ContentModel.Calibration {
        var calibration = PlattCalibration()
        for (score, isSpam) in samples { calibration.add(score: score, isSpam: isSpam, family: .mail) }
        return calibration.applied(to: ContentModel(version: "base", bucketBits: 10)).calibration[1]
    }

    @Test func higherScoresStayMoreLikelySpam() {
        let spam = (0..<20).map { (Float($0) - 4, true) }
        let ham = (0..<20).map { (Float($0) - 16, false) }
        let found = calibrated(spam + ham)
        #expect(found.scale > 0)
    }

    @Test func tooSureScoresAreTakenBack() {
        // Of ten scores of 8, seven are spam; of ten of -8, three.
        let high = (0..<50).map { (Float(8), $0 % 10 < 7) }
        let low = (0..<50).map { (Float(-8), $0 % 10 < 3) }
        #expect(calibrated(high + low).scale < 0.5)
    }

    @Test func aScoreThatIsTooHighThroughoutIsMoved() {
        let spam = (0..<20).map { (7 + Float($0 % 5) * 0.5, true) }
        let ham = (0..<20).map { (3 + Float($0 % 5) * 0.5, false) }
        #expect(calibrated(spam + ham).offset < 0)
    }

    @Test func oneClassAloneChangesNothing() {
        #expect(calibrated([(1, true), (2, true)]) == ContentModel.Calibration())
        #expect(calibrated([]) == ContentModel.Calibration())
    }
}

@Suite struct StarterModelTests {
    @Test func itIsReadAndKnowsSomething() throws {
        let model = try ContentModel.starter()
        #expect(!model.version.isEmpty)
        #expect(model.examples.ham > 1000 && model.examples.spam > 1000)
        #expect(model.weights.contains { $0 != 0 })
        #expect(model.calibration.dropFirst().allSatisfy { $0.scale > 0 && $0.scale.isFinite && $0.offset.isFinite })
        #expect(ModelFile.bytes(of: try ModelFile.model(from: ModelFile.bytes(of: model).span)) == ModelFile.bytes(of: model))
    }
}
