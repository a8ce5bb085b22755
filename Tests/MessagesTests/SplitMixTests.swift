import Messages
import Testing

@Suite struct SplitMixTests {
    @Test func theSameSeedGivesTheSameNumbers() {
        // The published first outputs of SplitMix64 for seed 1234567.
        var generator = SplitMix(seed: 1_234_567)
        #expect(generator.next() == 6_457_827_717_110_365_317)
        #expect(generator.next() == 3_203_168_211_198_807_973)
        #expect(generator.next() == 9_817_491_932_198_370_423)
    }

    @Test func oneNumberIsTheFirstOfItsSeed() {
        #expect(SplitMix.scattered(1_234_567) == 6_457_827_717_110_365_317)
        #expect(SplitMix.finalised(0) == 0)
        #expect(SplitMix.finalised(1_234_567 &+ 0x9E37_79B9_7F4A_7C15) == SplitMix.scattered(1_234_567))
    }

    @Test func fractionsLieBelowOne() {
        var generator = SplitMix(seed: 1_234_567)
        #expect(generator.fraction() == Double(6_457_827_717_110_365_317 >> 11) / 9_007_199_254_740_992)
        for _ in 0..<10_000 { #expect((0..<1).contains(generator.fraction())) }
    }
}
