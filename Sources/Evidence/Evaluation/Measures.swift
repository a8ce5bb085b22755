#if canImport(Glibc)
    internal import Glibc
#endif

/// How well scores tell spam from ham, in the measures of the TREC spam tracks (Cormack and Lynam 2005) and with calibration.
public struct Measures: Sendable, Hashable {
    /// How many ham messages were scored.
    public var ham: Int
    /// How many spam messages were scored.
    public var spam: Int
    /// The area above the ROC curve, in per cent (1-ROCA%).
    public var oneMinusROCAPercent: Double?
    /// The logistic average of the two error rates, in per cent (lam%).
    public var lamPercent: Double?
    /// Ham taken for spam at the threshold, in per cent (hm%).
    public var hamErrorPercent: Double?
    /// Spam taken for ham at the threshold, in per cent (sm%).
    public var spamErrorPercent: Double?
    /// Spam missed, in per cent, when at most one ham in a thousand may be lost.
    public var spamErrorPercentAtHam0_1: Double?
    /// The expected calibration error, from 0 to 1.
    public var calibrationError: Double?

    /// The measures of messages; above `threshold` (log-odds) a message is called spam.
    public init(of messages: [ScoredMessage], threshold: Double = 0) {
        let ranked = RankedScores(messages)
        self.init(of: ranked, calibrationError: Reliability(of: messages).expectedError, threshold: threshold)
    }

    init(of ranked: RankedScores, calibrationError: Double?, threshold: Double) {
        let errors = ranked.errorPercents(threshold: threshold)
        ham = Int(ranked.ham.rounded())
        spam = Int(ranked.spam.rounded())
        oneMinusROCAPercent = ranked.oneMinusROCAPercent
        lamPercent = Measures.logisticAverage(errors, ham: ranked.ham, spam: ranked.spam)
        hamErrorPercent = errors.ham
        spamErrorPercent = errors.spam
        spamErrorPercentAtHam0_1 = ranked.spamErrorPercent(atHamError: 0.001)
        self.calibrationError = calibrationError
    }

    /// The average of the two error rates in log-odds. Each count gets a half more, of one more, so that no error at all is not infinitely good.
    private static func logisticAverage(_ errors: (ham: Double?, spam: Double?), ham: Double, spam: Double) -> Double? {
        guard let hamError = errors.ham, let spamError = errors.spam else { return nil }
        func logit(_ percent: Double, of count: Double) -> Double {
            Logistic.logOdds(ofProbability: (percent / 100 * count + 0.5) / (count + 1))
        }
        return 100 * Logistic.probability(ofLogOdds: (logit(hamError, of: ham) + logit(spamError, of: spam)) / 2)
    }
}
