import Messages
import Testing

@testable import Evaluation

@Suite("Bootstrap")
struct BootstrapTests {
    private func messages(_ count: Int, key: (Int) -> UInt64) -> [ScoredMessage] {
        var random = SplitMix(seed: 7)
        return (0..<count).map { place in
            let isSpam = random.next() % 2 == 0
            let noise = Double(random.next() % 1000) / 250 - 2
            return ScoredMessage(logOdds: (isSpam ? 1 : -1) + noise, isSpam: isSpam, key: key(place))
        }
    }

    @Test("The interval holds the measure, and more messages make it narrower")
    func interval() throws {
        func width(_ count: Int) throws -> Double {
            let all = messages(count) { UInt64($0 + 1) }
            let value = try #require(Measures(of: all).oneMinusROCAPercent)
            let interval = try #require(Bootstrap(draws: 300).intervals(of: all).oneMinusROCAPercent)
            #expect(interval.low <= value && value <= interval.high)
            return interval.high - interval.low
        }
        #expect(try width(2000) < width(200))
    }

    @Test("Copies of one text are one piece of evidence: the interval is wider when messages share keys")
    func clusters() throws {
        func width(_ key: (Int) -> UInt64) throws -> Double {
            let interval = try #require(Bootstrap(draws: 300).intervals(of: messages(600, key: key)).spamErrorPercent)
            return interval.high - interval.low
        }
        #expect(try width { UInt64($0 / 30 + 1) } > width { UInt64($0 + 1) } * 0.9)
        // Key 0 is no key: the same as keys of their own.
        #expect(try width { _ in 0 } == width { UInt64($0 + 1) })
    }

    @Test("The same seed gives the same intervals, another seed others")
    func seed() {
        let all = messages(300) { UInt64($0 + 1) }
        #expect(Bootstrap(draws: 50, seed: 3).intervals(of: all) == Bootstrap(draws: 50, seed: 3).intervals(of: all))
        #expect(Bootstrap(draws: 50, seed: 3).intervals(of: all) != Bootstrap(draws: 50, seed: 4).intervals(of: all))
        #expect(Bootstrap(draws: 0).intervals(of: all) == Bootstrap.Intervals())
        #expect(Bootstrap().intervals(of: []) == Bootstrap.Intervals())
    }
}
