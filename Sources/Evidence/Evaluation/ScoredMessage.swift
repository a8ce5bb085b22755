/// One message as an evaluation sees it: the score it got before its class was known, and the class.
public struct ScoredMessage: Sendable, Hashable {
    /// The log-odds of spam that a filter gave.
    public var logOdds: Double
    /// The true class.
    public var isSpam: Bool
    /// The same for messages that say the same: what confidence intervals draw by.
    public var key: UInt64
    /// The code of the channel it came by; empty where nobody said.
    public var channel: String

    /// A scored message.
    public init(logOdds: Double, isSpam: Bool, key: UInt64 = 0, channel: String = "") {
        self.logOdds = logOdds
        self.isSpam = isSpam
        self.key = key
        self.channel = channel
    }

    /// The probability of spam that the log-odds say.
    public var probability: Double { Logistic.probability(ofLogOdds: logOdds) }
}

extension [ScoredMessage] {
    /// The messages channel by channel, in the order of their codes; one entry where all came by one.
    public var byChannel: [(channel: String, messages: [ScoredMessage])] {
        Dictionary(grouping: self, by: \.channel).sorted { $0.key < $1.key }.map { (channel: $0.key, messages: $0.value) }
    }
}
