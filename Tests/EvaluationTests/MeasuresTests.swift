import Testing

@testable import Evaluation

@Suite("Measures")
struct MeasuresTests {
    private func messages(ham: [Double], spam: [Double]) -> [ScoredMessage] {
        ham.map { ScoredMessage(logOdds: $0, isSpam: false) } + spam.map { ScoredMessage(logOdds: $0, isSpam: true) }
    }

    @Test("The area above the curve counts the pairs in the wrong order, and equal scores half")
    func area() throws {
        // Of nine pairs one is wrong (3 above 2) and one is equal (2 and 2).
        let measures = Measures(of: messages(ham: [-1, 2, 3], spam: [2, 4, 5]))
        let area = try #require(measures.oneMinusROCAPercent)
        #expect(abs(area - 100 * 1.5 / 9) < 1e-12)
    }

    @Test("Perfect scores have no area above the curve, reversed ones nothing below it")
    func extremes() {
        #expect(Measures(of: messages(ham: [-2, -1], spam: [1, 2])).oneMinusROCAPercent == 0)
        #expect(Measures(of: messages(ham: [1, 2], spam: [-2, -1])).oneMinusROCAPercent == 100)
    }

    @Test("A message at the threshold is ham")
    func threshold() {
        let measures = Measures(of: messages(ham: [0, 1], spam: [0, 0, 1, 2]))
        #expect(measures.hamErrorPercent == 50)
        #expect(measures.spamErrorPercent == 50)
        let higher = Measures(of: messages(ham: [0, 1], spam: [0, 0, 1, 2]), threshold: 1)
        #expect(higher.hamErrorPercent == 0)
        #expect(higher.spamErrorPercent == 75)
    }

    @Test("The logistic average lies between the error rates, nearer the lower")
    func logisticAverage() throws {
        let ham = Array(repeating: -1.0, count: 990) + Array(repeating: 1.0, count: 10)
        let spam = Array(repeating: 1.0, count: 900) + Array(repeating: -1.0, count: 100)
        let lam = try #require(Measures(of: messages(ham: ham, spam: spam)).lamPercent)
        // sqrt(odds 0.0106 * odds 0.1116) = 0.0344 odds.
        #expect(abs(lam - 3.33) < 0.02)
    }

    @Test("At one ham lost in a thousand, the threshold is as low as the ham allows")
    func missedAtHamError() throws {
        let ham = (0..<1000).map { Double($0) / 1000 }
        // One ham may be lost: that of 0.999. So spam above 0.998 is caught.
        let spam = [0.5, 0.9979, 0.9985, 0.9995]
        #expect(Measures(of: messages(ham: ham, spam: spam)).spamErrorPercentAtHam0_1 == 50)
        // Fewer than a thousand: none may be lost.
        #expect(
            Measures(of: messages(ham: [1, 2, 3], spam: [2.5, 3, 3.5])).spamErrorPercentAtHam0_1.map { abs($0 - 200.0 / 3) < 1e-9 } == true)
    }

    @Test("One class alone has its error rate and nothing that needs both")
    func oneClass() {
        let measures = Measures(of: messages(ham: [-1, -2, 1, -3], spam: []))
        #expect(measures.hamErrorPercent == 25)
        #expect(measures.spamErrorPercent == nil)
        #expect(measures.oneMinusROCAPercent == nil)
        #expect(measures.lamPercent == nil)
        #expect(measures.spamErrorPercentAtHam0_1 == nil)
    }

    @Test("No messages, and scores that are no numbers, do no harm")
    func degenerate() {
        #expect(Measures(of: []).calibrationError == nil)
        let odd = messages(ham: [.nan, -.infinity], spam: [.infinity, .nan])
        #expect(Measures(of: odd).oneMinusROCAPercent == 12.5)
    }

    @Test("Probabilities that come true have no calibration error; sure ones that are wrong have the largest")
    func calibration() throws {
        let even = messages(ham: Array(repeating: 0, count: 50), spam: Array(repeating: 0, count: 50))
        #expect(try #require(Measures(of: even).calibrationError) < 1e-12)
        let wrong = messages(ham: Array(repeating: 30, count: 50), spam: [])
        #expect(try #require(Measures(of: wrong).calibrationError) > 0.999)
    }
}
