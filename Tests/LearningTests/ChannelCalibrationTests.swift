import Features
import Messages
import Testing

@testable import Learning

@Suite struct ChannelCalibrationTests {
    private let fax = Channel(rawValue: "fax")

    /// A channel has what its lines say, and its family's numbers for the rest; one that nobody knows yet is as good as any.
    @Test func channelsFallBackToTheirFamily() throws {
        let text = "content.im 2\ncontent.social 1.5\nprior.fax -3\nprior.social -1\nshare.social 0.3\n"
        let weights = try #require(EvidenceWeights(text: text))
        #expect(weights[.im] == .init(prior: -1, factor: 2, share: 0.3))
        #expect(weights[fax] == .init(prior: -3, factor: 1.5, share: 0.3))
        #expect(weights[.post] == weights[ChannelFamily.social])
        #expect(weights[.sms] == weights[ChannelFamily.text])
        #expect(weights.channels == [fax, .im])
        #expect(EvidenceWeights(text: weights.text) == weights)
        #expect(weights.numbers(of: nil, in: .social) == weights[ChannelFamily.social])
        #expect(weights.findings.isEmpty)
    }

    /// More spam in the content never lowers the sum, whatever a table says.
    @Test func contentNeverCountsAgainstItself() throws {
        let weights = try #require(EvidenceWeights(text: "content.im -2\ncontent.social -1\n"))
        #expect(weights[.im].factor == 0)
        #expect(weights[.post].factor == 0)
        for channel in Channel.known + [fax] {
            let traits = MessageTraits(family: ChannelFamily(channel), channel: channel)
            let sums = stride(from: -9.0, through: 9, by: 0.25).map {
                EvidenceWeights.starter.logOdds(content: $0, findings: [], on: traits)
            }
            #expect(zip(sums, sums.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(sums.last ?? 0 > sums.first ?? 0)
        }
    }

    /// Bayes' theorem: the odds are multiplied with the odds of the new share and divided by those of the old one.
    @Test func anotherShareMovesTheLogOdds() {
        var weights = EvidenceWeights()
        weights[ChannelFamily.text] = .init(prior: -1, factor: 1.25, share: 0.2)
        let told = weights.assuming([.sms: 0.5, .im: 0.28])
        #expect(abs(told[.sms].prior - (-1 + 1.386_294_361_119_890_6)) < 1e-12)
        #expect(told[.sms].factor == 1.25)
        #expect(told[.mms] == weights[.mms])
        #expect(abs(told[.im].prior - weights[.im].prior) < 1e-12)
        #expect(abs(told.assuming([.sms: 0.2])[.sms].prior + 1) < 1e-12)
        #expect(weights.assuming([:]) == weights)
    }

    @Test(arguments: [
        (0.5, 0.0), (0.0001, -9.210_240_366_975_85), (0.9999, 9.210_240_366_975_85), (0.45, -0.200_670_695_462_151),
        (0, -9.210_240_366_975_85),
    ])
    func sharesAsLogOdds(share: Double, logOdds: Double) {
        #expect(abs(AssumedShare.logOdds(share) - logOdds) < 1e-11)
    }

    @Test func whatShipsSaysTheShareItAssumes() {
        for family in ChannelFamily.allCases { #expect(EvidenceWeights.starter[family].share == AssumedShare.of(family)) }
        #expect(EvidenceWeights.starter.channels == [.im, .post, .voice])
    }

    /// Messages of a channel whose content says the truth with this much certainty.
    private func add(
        _ count: Int, _ channel: Channel, certainty: Double, to fitting: inout EvidenceFitting, family: ChannelFamily = .social
    ) {
        for number in 0..<count {
            let isSpam = number % 2 == 0
            // One in ten is wrong.
            let isRight = number / 2 % 10 > 0
            fitting.add([], content: isSpam == isRight ? certainty : -certainty, family: family, channel: channel, isSpam: isSpam)
        }
    }

    /// A channel with messages enough gets numbers of its own, between what it says and what its family says; one with few has none.
    @Test func channelsArePulledToTheirFamily() {
        var fitting = EvidenceFitting(from: EvidenceWeights())
        add(400, .im, certainty: 1, to: &fitting)
        add(400, .post, certainty: 2, to: &fitting)
        add(60, .voice, certainty: 2, to: &fitting)
        add(400, .sms, certainty: 2, to: &fitting, family: .text)
        fitting.balance(total: 4000)
        let weights = fitting.weights()
        #expect(weights.channels == [.im, .post])
        #expect(weights[.im].factor > weights[ChannelFamily.social].factor)
        #expect(weights[.post].factor < weights[ChannelFamily.social].factor)
        #expect(weights[.voice] == weights[ChannelFamily.social])
        #expect(weights[.sms] == weights[ChannelFamily.text])
        // Nine in ten are right: log-odds of 2.2.
        #expect(abs(weights[.im].factor * 1 - 2.2) < 0.5)
        #expect(abs(weights[.post].factor * 2 - 2.2) < 0.5)
        #expect(weights == fitting.weights())
        #expect(EvidenceWeights(text: weights.text) == weights)
    }

    /// Lessons of one channel.
    private func lessons(_ count: Int, rightByBase share: Double, on channel: Channel) throws -> [TrainingExample] {
        try (0..<count).map { number in
            let isSpam = number % 2 == 0
            let isRight = Double(number / 2 % 10) < share * 10
            return try LearningSample.example(isSpam == isRight ? "win" : "hello", isSpam: isSpam, channel: channel)
        }
    }

    private func base() throws -> ContentModel {
        var learner = OnlineLearner(from: ContentModel(version: "base", bucketBits: 12))
        for _ in 0..<30 {
            learner.learn(try LearningSample.features("win", .im), isSpam: true)
            learner.learn(try LearningSample.features("hello", .im), isSpam: false)
        }
        var model = learner.model()
        model.local = nil
        model.evidenceWeights = EvidenceWeights(findings: ["link.a": 1])
        return model
    }

    /// What is taught here moves the channel it came by and no other, where it is plainly a sample of what comes and not of what was wrong.
    @Test func lessonsMoveTheirChannel() throws {
        let base = try base()
        let before = try #require(base.evidenceWeights)
        let weights = try #require(EvidenceWeights(fittedTo: try lessons(200, rightByBase: 0.8, on: .im), beside: base))
        #expect(weights.channels == [.im])
        #expect(weights[.im].factor < before[.im].factor)
        #expect(weights[ChannelFamily.social] == before[ChannelFamily.social])
        #expect(EvidenceWeights(fittedTo: try lessons(200, rightByBase: 0.2, on: .im), beside: base) == nil)
        #expect(EvidenceWeights(fittedTo: try lessons(40, rightByBase: 0.8, on: .im), beside: base) == nil)
    }
}
