/// Whether probabilities mean what they say: of the messages given 0.9, nine in ten should be spam.
public struct Reliability: Sendable {
    /// Messages with about the same probability.
    public struct Bin: Sendable, Hashable {
        /// How many messages there are.
        public var count: Int
        /// The mean of the probabilities given.
        public var meanProbability: Double
        /// The share that is spam.
        public var spamShare: Double
    }

    /// The bins that hold messages, the lowest probability first.
    public let bins: [Bin]
    /// The expected calibration error: the mean distance of probability and share, each bin counted by its messages (Naeini et al. 2015).
    /// Nothing without messages.
    public let expectedError: Double?

    /// How many bins of equal width there are.
    public static let binCount = 15

    /// The reliability of messages' probabilities.
    public init(of messages: [ScoredMessage]) {
        var sums = Array(repeating: (count: 0, probability: 0.0, spam: 0), count: Reliability.binCount)
        for message in messages {
            let probability = message.logOdds.isNaN ? 0.5 : message.probability
            let bin = min(Reliability.binCount - 1, Int(probability * Double(Reliability.binCount)))
            sums[bin].count += 1
            sums[bin].probability += probability
            sums[bin].spam += message.isSpam ? 1 : 0
        }
        bins = sums.filter { $0.count > 0 }.map {
            Bin(
                count: $0.count, meanProbability: $0.probability / Double($0.count), spamShare: Double($0.spam) / Double($0.count))
        }
        expectedError =
            messages.isEmpty
            ? nil : bins.reduce(0) { $0 + Double($1.count) * abs($1.meanProbability - $1.spamShare) } / Double(messages.count)
    }
}
