import Features
import Testing

@testable import Learning

@Suite struct OnlineLearnerTests {
    private func vector(_ hashes: [UInt32], _ family: ChannelFamily = .mail) -> FeatureVector {
        var vector = FeatureVector()
        vector.family = family
        for hash in hashes { vector.insert(hash) }
        return vector
    }

    private func taught(rounds: Int = 20) -> OnlineLearner {
        var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12))
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
        let model = taught().model()
        let features = vector([1, 2, 3, 4])
        let sum = features.hashes.reduce(Float(0)) { $0 + model.contribution(of: $1, in: features) }
        #expect(abs(sum + model.bias[1] - model.logOdds(of: features)) < 1e-4)
    }

    @Test func aSureAnswerTeachesNothingMore() {
        var learner = OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .init(margin: 0.5))
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
