/// One message as an evaluation sees it: the score it got before its class was known, and the class.
public struct ScoredMessage: Sendable, Hashable {
    /// The log-odds of spam that a filter gave.
    public var logOdds: Double
    /// The true class.
    public var isSpam: Bool
    /// The same for messages that say the same: what confidence intervals draw by.
    public var key: UInt64

    /// A scored message.
    public init(logOdds: Double, isSpam: Bool, key: UInt64 = 0) {
        self.logOdds = logOdds
        self.isSpam = isSpam
        self.key = key
    }

    /// The probability of spam that the log-odds say.
    public var probability: Double { Logistic.probability(ofLogOdds: logOdds) }
}
