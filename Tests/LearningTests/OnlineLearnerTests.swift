import Features
import Testing

@testable import Learning

@Suite struct OnlineLearnerTests {
    private func vector(_ hashes: [UInt32], _ family: ChannelFamily = .mail) -> FeatureSet {
        FeatureSet(family: family, hashes: hashes)
    }

    private func taught(rounds: Int = 20) -> OnlineLearner {
        var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .batch)
        for _ in 0..<rounds {
            learner.learn(vector([1, 2, 3]), isSpam: true)
            learner.learn(vector([4, 5, 3]), isSpam: false)
        }
        return learner
    }

    @Test func knowsNothingAtFirst() {
        #expect(ContentModel(version: "empty").logOdds(of: vector([1, 2, 3])) == 0)
    }

    @Test func tellsWhatItLearntApart() {
        let model = taught().model()
        #expect(model.logOdds(of: vector([1, 2])) > 1)
        #expect(model.logOdds(of: vector([4, 5])) < -1)
        #expect(abs(model.logOdds(of: vector([3]))) < 1)
        #expect(model.examples == (20, 20))
    }

    @Test func theSameExamplesGiveTheSameModel() {
        #expect(ModelFile.bytes(of: taught().model()) == ModelFile.bytes(of: taught().model()))
    }

    @Test func otherFamiliesShareTheCommonWeightsOnly() {
        let model = taught().model()
        let mail = model.score(of: vector([1, 2]))
        let text = model.score(of: vector([1, 2], .text))
        #expect(text > 0)
        #expect(text < mail)
    }

    @Test func contributionsAddUpToTheScore() {
        var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .init(localBits: 12))
        for _ in 0..<20 {
            learner.learn(local(portable: [1, 2, 3], header: [11, 12], grams: [21, 22]), isSpam: true)
            learner.learn(local(portable: [4, 5, 3], header: [13, 12], grams: [23, 22]), isSpam: false)
        }
        let model = learner.model()
        for features in [vector([1, 2, 3, 4]), local(portable: [1, 3], header: [11], grams: [22, 23])] {
            var contributions: [Float] = []
            let whole = model.opinion(on: features, weights: &contributions).logOdds
            model.turnIntoContributions(&contributions, of: features)
            #expect(whole == model.logOdds(of: features))
            #expect(contributions.count == features.count)
            #expect(contributions[0] > 0)
        }
    }

    private func local(_ family: ChannelFamily = .mail, portable: [UInt32], header: [UInt32], grams: [UInt32]) -> FeatureSet {
        FeatureSet(
            family: family, hashes: portable + header + grams, portableEnd: portable.count, headerEnd: portable.count + header.count)
    }

    @Test func localViewsLearnWhatThePortableOneCannotSee() {
        for family in ChannelFamily.allCases {
            var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .init(localBits: 12))
            let header: ([UInt32], [UInt32]) = family == .mail ? ([11], [12]) : ([], [])
            for _ in 0..<60 {
                learner.learn(local(family, portable: [1], header: header.0, grams: [21]), isSpam: true)
                learner.learn(local(family, portable: [1], header: header.1, grams: [22]), isSpam: false)
            }
            let model = learner.model()
            #expect(model.logOdds(of: local(family, portable: [1], header: header.0, grams: [21])) > 1)
            #expect(model.logOdds(of: local(family, portable: [1], header: header.1, grams: [22])) < -1)
        }
    }

    @Test func aModelReadBackScoresAsTheLearnerDid() throws {
        var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .init(localBits: 12))
        let spam = local(portable: [1, 2], header: [11], grams: [21])
        let ham = local(portable: [1, 3], header: [12], grams: [22])
        for _ in 0..<30 {
            learner.learn(spam, isSpam: true)
            learner.learn(ham, isSpam: false)
        }
        let model = try ModelFile.model(from: ModelFile.bytes(of: learner.model()).span)
        for features in [spam, ham] {
            #expect(abs(model.logOdds(of: features) - learner.logOdds(of: features)) < 0.05 * abs(learner.logOdds(of: features)))
        }
        #expect(ModelFile.bytes(of: model) == ModelFile.bytes(of: learner.model()))
    }

    @Test func aDoubtedLabelAgainstAllExperienceMovesLittleAndALastingChangeIsLearnt() {
        func score(after count: Int, isDoubted: Bool) -> Float {
            var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .init(replays: 0, localBits: nil))
            for _ in 0..<100 { learner.learn(vector([1, 2, 3]), isSpam: false) }
            for _ in 0..<count { learner.learn(vector([1, 2, 3]), isSpam: true, isDoubted: isDoubted) }
            return learner.logOdds(of: vector([1, 2, 3]))
        }
        let untouched = score(after: 0, isDoubted: true)
        #expect(untouched < -2)
        #expect(score(after: 1, isDoubted: true) - untouched < (score(after: 1, isDoubted: false) - untouched) * 2 / 3)
        #expect(score(after: 400, isDoubted: true) > 0)
    }

    @Test func theShareOfWrongLabelsIsFound() {
        // Sure scores, agreed with except by one label in so many.
        for one in [10, 20, 1_000_000] {
            var noise = LabelNoise()
            for number in 1...3000 { noise.learn(agreement: number % one == 0 ? -7 : 7) }
            #expect(abs(noise.share - 1 / Float(one)) < 0.01)
        }
        #expect(LabelNoise.belief(agreement: -5, noise: 0.1) < 0.1)
        #expect(LabelNoise.belief(agreement: -5, noise: 0) == 1)
        #expect(LabelNoise.belief(agreement: 5, noise: 0.1) > 0.999)
    }

    @Test func aSureAnswerTeachesNothingMore() {
        var learner = OnlineLearner(
            from: ContentModel(version: "test", bucketBits: 12),
            settings: .init(margin: 0.5, replays: 0, localBits: nil, isCalibrating: false))
        for _ in 0..<50 { learner.learn(vector([1]), isSpam: true) }
        #expect(learner.model().score(of: vector([1])) < 2)
    }

    @Test func theExponentialIsOne() {
        for (exponent, expected) in [(Float(0), Float(1)), (1, 2.718_281_8), (-1, 0.367_879_44), (10, 22_026.466), (-10, 4.539_993e-5)] {
            #expect(abs(exponential(exponent) / expected - 1) < 1e-5)
        }
        #expect(exponential(1000).isFinite)
        #expect(exponential(-1000) >= 0)
    }
}
