import Estimation
import Messages
import Simulation
import TestSupport
import Testing

/// What the benchmark measures over 200 seeds of the demo country, here on a small one. Seeds are fixed, and so is the outcome.
struct TruthRecoveryTests {
    private static let days = 20_500..<20_530

    private func lines(_ profile: SimulationProfile, seeds: Int) throws -> [TruthRecovery.Line] {
        let recovery = TruthRecovery(profile, days: Self.days)
        var outcomes: [TruthRecovery.Outcome] = []
        for seed in 1...seeds { outcomes += try recovery.outcomes(seed: UInt64(seed)) }
        return TruthRecovery.lines(of: outcomes)
    }

    /// Filters that find all campaigns alike, and filters that find some far better than others.
    @Test(arguments: [0, 1.0]) func intervalsHoldTheTruth(hardness: Double) throws {
        var profile = try smallProfile()
        profile.channels[0].hardness = hardness
        let lines = try lines(profile, seeds: 40)
        for line in lines {
            let name = "\(line.quantity.indicator.rawValue) \(line.quantity.isPart) \(line.quantity.choice?.rawValue ?? "")"
            // Numbers of campaigns and sources are lower bounds.
            guard ![.campaigns, .sources].contains(line.quantity.indicator) else { continue }
            #expect(line.coverage >= 0.9, "\(name): \(line.inside) of \(line.cases)")
            #expect(line.halfWidth < 0.6, "\(name): \(line.halfWidth)")
            #expect(abs(line.ratio - 1) < 0.1, "\(name): \(line.ratio)")
        }
        #expect(lines.contains { $0.quantity.indicator == .sourceShare && $0.quantity.choice == .largest && $0.cases > 780 })
    }

    /// The assumption that those who return nothing are like the others: where it fails, intervals of volumes fail with it.
    @Test func whoReturnsNothingMustBeLikeTheRest() throws {
        var profile = try smallProfile()
        for place in profile.operators.indices where profile.operators[place].returns == .none { profile.operators[place].exposure = 4 }
        let line = try #require(try lines(profile, seeds: 20).first { $0.quantity.indicator == .spam && !$0.quantity.isPart })
        #expect(line.coverage < 0.8 && line.ratio < 0.8)
    }

    /// What nobody corrects is off: counts of filters as they are, against the truth.
    @Test func uncorrectedCountsMissTheTruth() throws {
        let country = SimulatedCountry(try smallProfile(), seed: 1)
        var truth = TruthCounter(country)
        var returns = ReturnCounter(country)
        Traffic(of: country, days: Self.days).draw { cell in
            truth.add(cell)
            returns.add(cell)
        }
        let given = try returns.returns(of: .email)
        #expect(given.map(\.contributor) == ["ash", "beech", "elder", "hawthorn"])
        #expect(given.map(\.sampling) == [1, 0.2, 1, 1])
        let estimate = try returns.estimator(of: .email).spamVolume
        let spam = Double(truth.truth.channels[0].spam)
        let counted = given.reduce(0) { $0 + $1.said.dropFirst().reduce(0, +) / $1.sampling }
        #expect(estimate.contains(spam) && !estimate.contains(counted))
    }
}
