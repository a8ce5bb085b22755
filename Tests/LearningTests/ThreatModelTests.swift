import Features
import Messages
import Testing

@testable import Learning

@Suite struct ThreatModelTests {
    /// Texts of five words each: four that name the class, and one that all share.
    private func training(copies: Int = 40) -> ThreatTraining {
        var training = ThreatTraining()
        for copy in 0..<copies {
            for (place, threat) in [ThreatClass.advertising, .phishing, .scam, .none].enumerated() {
                let words = ThreatModelTests.words(of: place).map { $0 &* 0x9E37_79B1 }
                training.add(
                    FeatureSet(family: .text, hashes: words + [UInt32(copy)]), words: 5, threat: threat, language: "en",
                    key: UInt64(copy * 4 + place + 1))
            }
        }
        return training
    }

    private static func words(of place: Int) -> [UInt32] {
        [100, 200, 300, 400].map { $0 + UInt32(place) } + [7]
    }

    private func scores(_ model: ThreatModel, _ words: [UInt32]) -> ThreatModel.Scores? {
        model.scores(of: FeatureSet(family: .text, hashes: words.map { $0 &* 0x9E37_79B1 }), words: words.count)
    }

    @Test func theWordsOfAClassSpeakForIt() throws {
        let model = training().model(version: "t")
        for place in 0..<3 {
            let found = try #require(scores(model, ThreatModelTests.words(of: place)))
            #expect(found.indices.max { found[$0] < found[$1] } == place)
        }
        let ham = try #require(scores(model, [103, 203, 303, 403]))
        #expect(ham.indices.max { ham[$0] < ham[$1] } == 5, "words of ham speak for no class")
    }

    @Test func unknownWordsSayNothing() {
        let model = training().model(version: "t")
        #expect(scores(model, []) == nil)
        #expect(scores(model, [9001, 9002, 9003]) == nil)
        #expect(scores(model, [100, 200, 300]) == nil, "three are too few")
        #expect(scores(model, [100, 200, 300, 400] + (9000..<9036)) != nil, "one in ten is known")
        #expect(scores(model, [100, 200, 300, 400] + (9000..<9037)) == nil, "fewer than one in ten")
        #expect(scores(ThreatModel(version: "empty"), [100, 200]) == nil)
    }

    @Test func onlyTheWordsCount() {
        let model = training().model(version: "t")
        let features = FeatureSet(family: .text, hashes: [100, 200, 300, 400].map { $0 &* 0x9E37_79B1 })
        #expect(model.scores(of: features, words: 3) == nil)
        #expect(model.scores(of: features, words: 4) != nil)
        #expect(model.scores(of: features, words: 99) == model.scores(of: features, words: 4))
    }

    @Test func trainingIsRepeatable() {
        #expect(ThreatModelFile.bytes(of: training().model(version: "t")) == ThreatModelFile.bytes(of: training().model(version: "t")))
    }

    @Test func whatIsHeldOutIsNotLearnt() {
        var training = ThreatTraining()
        for key in 1...100 as ClosedRange<UInt64> {
            training.add(FeatureSet(family: .text, hashes: [1, 2]), words: 2, threat: .scam, language: "en", key: key)
        }
        #expect(training.count == (1...100).count { !ThreatTraining.isHeldOut($0) })
        training.add(FeatureSet(family: .text, hashes: [1, 2]), words: 2, threat: .malware, language: "en", key: 1000)
        #expect(training.count == (1...100).count { !ThreatTraining.isHeldOut($0) }, "a class that is not learnt")
    }

    @Test func anExplanationNamesTheWordsOfTheClass() {
        let model = training().model(version: "t")
        let features = FeatureSet(family: .text, hashes: [7, 101, 9000].map { $0 &* 0x9E37_79B1 })
        var contributions: [Float] = [1]
        model.contributions(of: features, words: 3, to: .phishing, into: &contributions)
        #expect(contributions.count == 3)
        #expect(contributions[1] > contributions[0] && contributions[1] > 0 && contributions[2] == 0)
        model.contributions(of: features, words: 3, to: .malware, into: &contributions)
        #expect(contributions.isEmpty)
    }

    @Test func aFullTableIsNoTrap() {
        var model = ThreatModel(version: "full", slotBits: 10)
        for hash in 0..<4096 as Range<UInt32> { _ = model.insert(hash << 16, weights: [1, 0, 0, 0, 0, 0]) }
        let hasRoom = model.insert(0xFFFF_0000, weights: [1, 0, 0, 0, 0, 0])
        #expect(!hasRoom)
        let isDone = model.insert(5, weights: [0, 0, 0, 0, 0, 0])
        #expect(isDone, "what says nothing takes no room")
        #expect(model.scores(of: FeatureSet(family: .text, hashes: Array(repeating: 0xFFFF_0000, count: 4)), words: 4) == nil)
        #expect(model.scores(of: FeatureSet(family: .text, hashes: [0, 0, 0, 0]), words: 4) != nil)
    }

    @Test func theModelThatShipsIsSmallAndKnowsItsClasses() throws {
        let model = try ThreatModel.starter()
        #expect(model.version.hasPrefix("threat-"))
        #expect(model.examples.allSatisfy { $0 >= 100 })
        let size = try ThreatModelFile.bytes(of: model).count + ModelFile.bytes(of: ContentModel.starter()).count
        #expect(size <= 4 << 20)
    }
}

@Suite struct ThreatModelFileTests {
    private func sample() -> ThreatModel {
        var model = ThreatModel(version: "sample", slotBits: 10)
        for index in 0..<300 as Range<UInt32> {
            _ = model.insert(index &* 0x9E37_79B1, weights: (0..<6).map { Int8(truncatingIfNeeded: Int(index) * 7 + $0 * 40) })
        }
        model.step = 0.125
        model.examples = [1, 2, 3, 4, 5, 600_000]
        return model
    }

    @Test func whatIsWrittenIsRead() throws {
        let bytes = ThreatModelFile.bytes(of: sample())
        let model = try ThreatModelFile.model(from: bytes.span)
        #expect(ThreatModelFile.bytes(of: model) == bytes)
        #expect(model.version == "sample" && model.step == 0.125 && model.examples == [1, 2, 3, 4, 5, 600_000])
    }

    @Test func everyCutAndEveryTailIsNoticed() {
        let bytes = ThreatModelFile.bytes(of: sample())
        for length in [0, 3, 4, 71, 72, 80, bytes.count - 1] {
            #expect(throws: ThreatModelFile.Failure.self) { try ThreatModelFile.model(from: Array(bytes[..<length]).span) }
        }
        #expect(throws: ThreatModelFile.Failure.wrongLength(expected: bytes.count, found: bytes.count + 1)) {
            try ThreatModelFile.model(from: (bytes + [0]).span)
        }
    }

    @Test func everyChangedByteIsNoticed() {
        let bytes = ThreatModelFile.bytes(of: sample())
        for offset in Array(0..<90) + [bytes.count / 2, bytes.count - 1] {
            var changed = bytes
            changed[offset] ^= 0x41
            #expect(throws: ThreatModelFile.Failure.self) { try ThreatModelFile.model(from: changed.span) }
        }
    }

    @Test func fieldsOutOfRangeAreRefusedUnderAGoodSeal() {
        for step in [0, -1, 2, Float.nan, .infinity] {
            var model = sample()
            model.step = step
            let bytes = ThreatModelFile.bytes(of: model)
            #expect(throws: ThreatModelFile.Failure.fieldOutOfRange(field: "step", offset: 8)) {
                try ThreatModelFile.model(from: bytes.span)
            }
        }
    }

    @Test func failuresSayWhatToDo() {
        let failures: [ThreatModelFile.Failure] = [
            .notAModel, .unknownFormat(9), .fieldOutOfRange(field: "step", offset: 8), .wrongLength(expected: 1, found: 2), .wrongChecksum,
        ]
        #expect(failures.allSatisfy { $0.description.contains("threat model") })
    }
}
