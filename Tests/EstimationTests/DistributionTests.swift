import Estimation
import Testing

/// Quantiles against tables: Abramowitz and Stegun, and R 4's qt, qbeta.
struct DistributionTests {
    @Test func quantilesAreThoseOfTables() {
        #expect(abs(Distributions.normal(0.975) - 1.959_963_985) < 1e-8)
        #expect(abs(Distributions.studentT(0.975, degrees: 1) - 12.706_204_736) < 1e-6)
        #expect(abs(Distributions.studentT(0.975, degrees: 2) - 4.302_652_730) < 1e-7)
        #expect(abs(Distributions.studentT(0.95, degrees: 7) - 1.894_578_605) < 1e-7)
        #expect(abs(Distributions.studentT(0.975, degrees: 1e9) - 1.959_963_985) < 1e-6)
        #expect(abs(Distributions.beta(0.5, 2, 3) - 0.385_727_561_6) < 1e-8)
        #expect(abs(Distributions.logGamma(0.5) - 0.572_364_942_924_7) < 1e-10)
        #expect(abs(Distributions.logGamma(101) - 363.739_375_555_563_5) < 1e-9)
    }

    @Test func sharesHaveTheirIntervals() {
        // Newcombe 1998, table I: 81 of 263 and 0 of 20.
        let wilson = ShareInterval.wilson(81, of: 263)
        #expect(abs(wilson.lowerBound - 0.2553) < 5e-5 && abs(wilson.upperBound - 0.3662) < 5e-5)
        let none = ShareInterval.clopperPearson(0, of: 20)
        #expect(none.lowerBound == 0 && abs(none.upperBound - 0.1684) < 5e-5)
        let exact = ShareInterval.clopperPearson(81, of: 263)
        #expect(abs(exact.lowerBound - 0.2527) < 5e-5 && abs(exact.upperBound - 0.3676) < 5e-5)
        #expect(ShareInterval.clopperPearson(20, of: 20).upperBound == 1)
        #expect(ShareInterval.wilson(0, of: 0) == 0...1)
        let odds = ShareInterval.logit(0.5, error: 0.1, quantile: 1.96)
        #expect(abs(odds.lowerBound + odds.upperBound - 1) < 1e-12 && odds.lowerBound > 0.31)
        #expect(ShareInterval.logit(0, error: 0.01, quantile: 2) == 0...0.02)
    }

    @Test func twoListsGiveANumber() {
        // (61 x 51) / 31 - 1
        let count = CaptureRecapture.chapman(first: 60, second: 50, both: 30)
        #expect(abs(count.mid - (61.0 * 51 / 31 - 1)) < 1e-9)
        #expect(count.low > 80 && count.low < count.mid && count.mid < count.high)
        // Lists that are the same leave nothing unseen.
        let same = CaptureRecapture.chapman(first: 40, second: 40, both: 40)
        #expect(same.low == 40 && same.mid == 40 && same.high == 40)
        let bound = CaptureRecapture.chao(seen: 100, once: 20, twice: 9)
        #expect(abs(bound.mid - 119) < 1e-9)
        #expect(bound.low > 100 && bound.high > 119)
    }
}
