import Features
import Learning
import Messages
import Rules
import Testing

@testable import Filter

@Suite struct JudgeTests {
    private func evidence(_ id: String, _ weight: Double) -> Evidence {
        Evidence(id: id, layer: .filtering, weight: weight)
    }

    private func sum(_ judge: Judge, _ evidence: [Evidence]) -> Double {
        judge.logOdds(of: judge.shares(of: evidence), on: .email)
    }

    @Test func weightsAndPriorAddUp() {
        let judge = Judge(EvidenceWeights())
        #expect(sum(judge, []) == -0.5)
        #expect(sum(judge, [evidence("a", 1.25), evidence("b", -0.25)]) == 0.5)
    }

    @Test func everyFamilyHasItsPrior() {
        var weights = EvidenceWeights()
        weights[ChannelFamily.text].prior = -2
        let judge = Judge(weights)
        #expect(judge.logOdds(of: [], on: .sms) == -2)
        #expect(judge.logOdds(of: [], on: .email) == -0.5)
    }

    @Test func aChannelMayHaveItsOwnPrior() {
        var weights = EvidenceWeights()
        weights[ChannelFamily.social].prior = -1
        weights[Channel.im] = .init(prior: -3)
        let judge = Judge(weights)
        #expect(judge.logOdds(of: [], on: .im) == -3)
        #expect(judge.logOdds(of: [], on: .post) == -1)
        #expect(judge.logOdds(of: [], on: Channel(rawValue: "fax")) == -1)
    }

    /// Whoever knows the share of spam says it, and every verdict of that channel moves by as much.
    @Test func theShareOfSpamMovesTheJudge() throws {
        var setup = try FilterSample.setup()
        let before = setup.judge
        setup.spamShares = [.sms: 0.02]
        let way = setup.judge.prior(on: .sms) - before.prior(on: .sms)
        // 0.02 against the 0.1 that ships: odds of 1 to 49 instead of 1 to 9.
        #expect(abs(way + 1.694_595_720_774_407) < 1e-9)
        #expect(setup.judge.prior(on: .email) == before.prior(on: .email))
    }

    @Test func nobodyIsEverCertain() {
        let judge = Judge(EvidenceWeights(), bound: 12)
        #expect(sum(judge, [evidence("a", 1e9)]) == 12)
        #expect(sum(judge, [evidence("a", -1e9)]) == -12)
        #expect(sum(judge, [evidence("a", .nan)]) == 0)
        #expect(sum(judge, [evidence("a", .infinity)]) == 0)
        #expect(Judge.probability(ofLogOdds: 12) < 1)
        #expect(Judge.probability(ofLogOdds: -12) > 0)
    }

    @Test func findingsOfOneKindShareTheirWeight() {
        let shares = Judge(EvidenceWeights()).shares(of: [
            evidence("link.a", 1), evidence("link.b", 2), evidence("html.a", 1), evidence("link.c", -1), evidence("link.d", 0.5),
        ])
        #expect(shares.map(\.id) == ["link.b", "html.a", "link.c", "link.a", "link.d"])
        #expect(shares.map(\.weight) == [2, 1, -1, 0.5, 0.125])
    }

    /// Whatever was found before: one finding more moves the sum to its own side or leaves it, and the order of findings says nothing.
    @Test func moreEvidenceNeverCountsAgainstItself() {
        let judge = Judge(EvidenceWeights())
        var random = Repeatable(state: 7)
        for _ in 0..<2000 {
            var all = (0..<Int(random.next() % 12)).map { number in
                evidence("kind\(random.next() % 3).\(number)", Double(random.next() % 41) / 8 - 2.5)
            }
            let before = sum(judge, all)
            #expect(sum(judge, all.shuffled(using: &random)) == before)
            let weight = Double(random.next() % 41) / 8 - 2.5
            all.append(evidence("kind\(random.next() % 3).new", weight))
            let after = sum(judge, all)
            #expect(weight >= 0 ? after >= before - 1e-12 : after <= before + 1e-12)
        }
    }

    /// A stronger finding never says less than a weaker one in its place.
    @Test func sumsRiseWithEveryWeight() {
        let judge = Judge(EvidenceWeights())
        var random = Repeatable(state: 11)
        for _ in 0..<2000 {
            var all = (0..<Int(1 + random.next() % 8)).map { evidence("kind\(random.next() % 2).\($0)", Double(random.next() % 30) / 8) }
            let before = sum(judge, all)
            all[Int(random.next() % UInt64(all.count))].weight += Double(random.next() % 16) / 8
            #expect(sum(judge, all) >= before - 1e-12)
        }
    }

    private struct Repeatable: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }

    @Test func theStrongestComesFirstWhateverTheOrder() {
        let all = [evidence("d", 0.5), evidence("b", -2), evidence("c", 2), evidence("a", 0.5)]
        let expected = ["b", "c", "a", "d"]
        #expect(Judge.ranked(all).map(\.id) == expected)
        #expect(Judge.ranked(all.reversed()).map(\.id) == expected)
    }

    @Test(arguments: [
        (0.0, 0.5), (1, 0.731_058_578_630_004_9), (-1, 0.268_941_421_369_995_1), (2, 0.880_797_077_977_882_4),
        (12, 0.999_993_855_825_398), (-12, 6.144_174_602_214_718e-6),
    ])
    func probabilitiesAreTheLogisticCurve(logOdds: Double, probability: Double) {
        #expect(abs(Judge.probability(ofLogOdds: logOdds) - probability) < 1e-13)
    }

    @Test func probabilitiesRise() {
        let all = stride(from: -50.0, through: 50, by: 0.25).map(Judge.probability)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(all.allSatisfy { $0 > 0 && $0 <= 1 })
    }
}
