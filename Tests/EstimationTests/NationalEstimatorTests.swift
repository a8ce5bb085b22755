import Estimation
import Foundation
import Messages
import Testing

private let classes: [ThreatClass] = [.none, .scam, .phishing]

private func errors(_ counts: [[Int]]? = nil) throws -> AuditedErrors {
    try AuditedErrors(
        classes: classes, counts: counts ?? [[990, 6, 4], [50, 900, 50], [100, 100, 800]], contributor: "one")
}

private func given(_ code: String, _ subscribers: Double, said: [Double], sources: [String: [Double]] = [:], sampling: Double = 1) throws
    -> OperatorReturn
{
    OperatorReturn(contributor: code, subscribers: subscribers, sampling: sampling, errors: try errors(), said: said, sources: sources)
}

struct NationalEstimatorTests {
    /// What a filter of these rates says of 10,000 wanted messages, 2,000 of scam and 1,000 of phishing, on the average.
    private static let said = [9900.0 + 100 + 100, 60.0 + 1800 + 100, 40.0 + 100 + 800]

    @Test func errorsAreTakenOut() throws {
        let corrected = try errors().corrected(Self.said)
        for (found, truth) in zip(corrected, [10_000.0, 2000, 1000]) { #expect(abs(found - truth) < 1e-6) }
        let estimator = try NationalEstimator(
            channel: .sms, returns: [try given("one", 100, said: Self.said)], others: [])
        #expect(abs(estimator.spamVolume.mid - 3000) < 1e-6)
        #expect(abs(estimator.attempted.mid - 13_000) < 1e-6)
        #expect(estimator.attempted.high - estimator.attempted.low < 1e-3)
        #expect(abs((estimator.delivered?.mid ?? 0) - 200) < 1e-6)
        #expect(abs(estimator.classShares[0].mid - 2.0 / 3) < 1e-9)
        #expect(estimator.spamVolume.method == .corrected && estimator.spamVolume.coverage == 1)
        #expect(estimator.zombieShare == nil)
    }

    /// One class of spam: the variance is that of Rogan and Gladen (1978), with a finite audit.
    @Test func oneClassHasTheVarianceOfRoganAndGladen() throws {
        let audit = try AuditedErrors(classes: [.none, .scam], counts: [[950, 50], [200, 800]], contributor: "one")
        let n = 10_000.0
        let share = 0.3
        let apparent = share * 0.8 + (1 - share) * 0.05
        let returned = OperatorReturn(
            contributor: "one", subscribers: 1, errors: audit, said: [n * (1 - apparent), n * apparent])
        let estimate = try NationalEstimator(channel: .sms, returns: [returned], others: []).spamVolume
        let information = 0.75
        let chance = n * (share * 0.16 + (1 - share) * 0.0475)
        let finite = n * n * (share * share * 0.16 / 1000 + (1 - share) * (1 - share) * 0.0475 / 1000)
        let error = ((chance + finite) / (information * information)).squareRoot()
        #expect(abs(estimate.mid - 3000) < 1e-6)
        #expect(abs(log(estimate.high / estimate.low) / 2 * estimate.mid / 1.959_964 / error - 1) < 0.01)
    }

    @Test func fewOperatorsGiveWideIntervals() throws {
        let said = Self.said
        func width(_ count: Int) throws -> Double {
            let returns = try (0..<count).map { place in
                try given("op\(place)", 100, said: said.map { $0 * (place % 2 == 0 ? 1.1 : 0.9) })
            }
            return try NationalEstimator(channel: .sms, returns: returns, others: [100, 100]).spamVolume.relativeHalfWidth
        }
        #expect(try width(2) > 3 * width(4))
        #expect(try width(4) > width(8))
    }

    @Test func whatNobodyReturnedIsForetoldByItsSize() throws {
        let returns = try [
            given("one", 100, said: [1000, 0, 0]), given("two", 300, said: [3000, 0, 0]), given("three", 50, said: [500, 0, 0]),
        ]
        let estimate = try NationalEstimator(channel: .email, returns: returns, others: [450]).attempted
        #expect(abs(estimate.mid - 9000) < 1e-6)
        #expect(estimate.coverage == 0.5 && estimate.method == .expanded && estimate.contributors == 3)
        // All three have ten a subscriber: nothing says that others differ.
        #expect(estimate.high - estimate.low < 1e-3)
    }

    @Test func aSampleStandsForAllAndSaysSo() throws {
        func estimate(_ sampling: Double) throws -> NationalEstimate {
            try NationalEstimator(
                channel: .sms, returns: [given("one", 1, said: Self.said.map { $0 * sampling }, sampling: sampling)], others: []
            ).attempted
        }
        #expect(abs(try estimate(0.01).mid - 13_000) < 1e-6)
        // Each message is looked at or not: the error of 130 of 13,000.
        #expect(abs(try estimate(0.01).relativeHalfWidth - 1.96 * (0.99 / 130).squareRoot()) < 0.003)
        #expect(try estimate(1).relativeHalfWidth < 1e-6)
    }

    @Test func sharesOfSourcesAddUp() throws {
        let parts = ["a": Self.said.map { $0 * 0.7 }, "b": Self.said.map { $0 * 0.3 }]
        let returns = try [
            given("one", 100, said: Self.said, sources: parts), given("two", 100, said: Self.said, sources: parts),
            given("three", 60, said: Self.said.map { $0 * 0.6 }, sources: ["a": Self.said.map { $0 * 0.6 }]),
        ]
        let estimator = try NationalEstimator(channel: .sms, returns: returns, others: [30])
        let top = estimator.topSources()
        #expect(top.map(\.item) == ["a", "b"])
        #expect(abs(top[0].mid + top[1].mid - 1) < 1e-9)
        #expect(top.allSatisfy { 0 < $0.low && $0.low < $0.mid && $0.mid < $0.high && $0.high < 1 })
        #expect(estimator.topSources(1).count == 1)
        #expect(estimator.sourceShare("nobody").mid == 0)
    }

    @Test func whatIsFoundUnevenlyIsLessCertain() throws {
        let parts = ["a": Self.said.map { $0 * 0.7 }, "b": Self.said.map { $0 * 0.3 }]
        var returns = try [
            given("one", 100, said: Self.said, sources: parts), given("two", 100, said: Self.said, sources: parts),
        ]
        let even = try NationalEstimator(channel: .sms, returns: returns, others: []).sourceShare("a")
        for place in returns.indices { returns[place].detectionSpread = 0.1 }
        let uneven = try NationalEstimator(channel: .sms, returns: returns, others: []).sourceShare("a")
        #expect(even.mid == uneven.mid && uneven.high - uneven.low > 2 * (even.high - even.low))
        // 100 labelled of each source, found alike or not: 0.9 and 0.5 differ by 0.2 from 0.7 each, less what is chance.
        #expect(OperatorReturn.detectionSpread(labelled: [100, 100], found: [70, 70]) == 0)
        let spread = OperatorReturn.detectionSpread(labelled: [100, 100], found: [90, 50])
        #expect(abs(spread - (0.08 - 0.34 / 198).squareRoot() / 0.7) < 1e-3, "\(spread)")
        #expect(OperatorReturn.detectionSpread(labelled: [], found: []) == 0)
        #expect(OperatorReturn.detectionSpread(labelled: [5], found: [0]) == 0)
    }

    @Test func whatCannotBeEstimatedSaysWhy() throws {
        #expect(throws: EstimationError.noReturns) { try NationalEstimator(channel: .sms, returns: [], others: [5]) }
        #expect(throws: EstimationError.oneReturn(contributor: "one")) {
            try NationalEstimator(channel: .sms, returns: [given("one", 10, said: [1, 1, 1])], others: [5])
        }
        #expect(throws: EstimationError.notAudited(threatClass: "phishing", contributor: "one")) {
            try errors([[9, 1, 0], [1, 9, 0], [0, 0, 0]])
        }
        #expect(throws: EstimationError.uninformative(contributor: "one")) { try errors([[9, 1, 0], [9, 1, 0], [0, 0, 10]]) }
        #expect(throws: EstimationError.self) { try errors([[1, 2], [3, 4]]) }
        for bad in [
            try given("x", -1, said: [1, 1, 1]), try given("x", .nan, said: [1, 1, 1]), try given("x", 1, said: [1, -1, 1]),
            try given("x", 1, said: [1, 1]), try given("x", 1, said: [1, 1, 1], sampling: 0),
        ] {
            let error = #expect(throws: EstimationError.self) { try NationalEstimator(channel: .sms, returns: [bad], others: []) }
            #expect(error?.description.hasPrefix("x: ") == true)
        }
    }
}
