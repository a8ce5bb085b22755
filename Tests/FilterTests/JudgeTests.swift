import Messages
import Rules
import Testing

@testable import Filter

@Suite struct JudgeTests {
    private func evidence(_ id: String, _ weight: Double) -> Evidence {
        Evidence(id: id, layer: .filtering, weight: weight)
    }

    @Test func weightsAndPriorAddUp() {
        let judge = Judge(prior: -0.5)
        #expect(judge.logOdds(of: []) == -0.5)
        #expect(judge.logOdds(of: [evidence("a", 1.25), evidence("b", -0.25)]) == 0.5)
    }

    @Test func nobodyIsEverCertain() {
        let judge = Judge(prior: 0, bound: 12)
        #expect(judge.logOdds(of: [evidence("a", 1e9)]) == 12)
        #expect(judge.logOdds(of: [evidence("a", -1e9)]) == -12)
        #expect(judge.logOdds(of: [evidence("a", .nan)]) == 0)
        #expect(judge.logOdds(of: [evidence("a", .infinity)]) == 0)
        #expect(Judge.probability(ofLogOdds: 12) < 1)
        #expect(Judge.probability(ofLogOdds: -12) > 0)
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

@Suite struct ThreatTests {
    private func threat(_ probability: Double, _ pieces: [(String, Double)]) -> ThreatClass {
        ThreatDecision.threat(
            probability: probability, evidence: pieces.map { Evidence(id: $0.0, layer: .filtering, weight: $0.1) },
            threats: ["link.a": .phishing, "file.b": .malware, "shape.c": .scam], phrases: .init())
    }

    @Test func hamHasNoThreat() {
        #expect(threat(0.49, [("link.a", 3)]) == .none)
    }

    @Test func theClassWithMostWeightIsNamed() {
        #expect(threat(0.9, [("link.a", 1), ("file.b", 2)]) == .malware)
        #expect(threat(0.9, [("link.a", 1.5), ("link.a", 1), ("file.b", 2)]) == .phishing)
    }

    @Test func whatSpeaksAgainstSpamPointsToNothing() {
        #expect(threat(0.9, [("link.a", -3), ("shape.c", 0.1)]) == .scam)
        #expect(threat(0.9, [("text.d", 3)]) == .unspecified)
    }

    @Test func equalWeightsAreDecidedByName() {
        for _ in 0..<20 { #expect(threat(0.9, [("link.a", 1), ("file.b", 1), ("shape.c", 1)]) == .malware) }
    }
}
