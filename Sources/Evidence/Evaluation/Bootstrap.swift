internal import Messages

/// Confidence intervals by drawing again and again from what was measured (Efron 1979).
///
/// Draws are by content key: copies of one campaign stand or fall together, so they are one piece of evidence and not many.
public struct Bootstrap: Sendable {
    /// The middle 95 per cent of what the draws gave.
    public struct Interval: Sendable, Hashable {
        /// The lower end.
        public var low: Double
        /// The upper end.
        public var high: Double
    }

    /// The interval of each measure; nothing where a measure is not defined.
    public struct Intervals: Sendable, Hashable {
        /// Of 1-ROCA%.
        public var oneMinusROCAPercent: Interval?
        /// Of lam%.
        public var lamPercent: Interval?
        /// Of hm%.
        public var hamErrorPercent: Interval?
        /// Of sm%.
        public var spamErrorPercent: Interval?
        /// Of sm% at hm 0.1 %.
        public var spamErrorPercentAtHam0_1: Interval?
    }

    /// How often is drawn.
    public let draws: Int
    /// Where the random numbers begin: the same seed gives the same intervals.
    public let seed: UInt64

    /// A bootstrap.
    public init(draws: Int = 1000, seed: UInt64 = 1) {
        self.draws = max(0, draws)
        self.seed = seed
    }

    /// The intervals of the measures of messages.
    public func intervals(of messages: [ScoredMessage], threshold: Double = 0) -> Intervals {
        let (clusters, count) = Bootstrap.clusters(of: messages)
        guard count > 0, draws > 0 else { return Intervals() }
        let order = RankedScores.order(of: messages)
        var random = SplitMix(seed: seed)
        var samples: [Measures] = []
        samples.reserveCapacity(draws)
        var weights = Array(repeating: 0.0, count: count)
        for _ in 0..<draws {
            for index in weights.indices { weights[index] = 0 }
            for _ in 0..<count { weights[Int(random.next() % UInt64(count))] += 1 }
            let ranked = RankedScores(order: order, of: messages) { weights[clusters[$0]] }
            samples.append(Measures(of: ranked, calibrationError: nil, threshold: threshold))
        }
        return Intervals(
            oneMinusROCAPercent: Bootstrap.interval(samples.compactMap(\.oneMinusROCAPercent)),
            lamPercent: Bootstrap.interval(samples.compactMap(\.lamPercent)),
            hamErrorPercent: Bootstrap.interval(samples.compactMap(\.hamErrorPercent)),
            spamErrorPercent: Bootstrap.interval(samples.compactMap(\.spamErrorPercent)),
            spamErrorPercentAtHam0_1: Bootstrap.interval(samples.compactMap(\.spamErrorPercentAtHam0_1)))
    }

    /// Which cluster each message belongs to, and how many clusters there are. Key 0 is no key: such a message stands alone.
    private static func clusters(of messages: [ScoredMessage]) -> (of: [Int], count: Int) {
        var numbers: [UInt64: Int] = [:]
        var count = 0
        let clusters = messages.map { message in
            if message.key != 0, let known = numbers[message.key] { return known }
            if message.key != 0 { numbers[message.key] = count }
            count += 1
            return count - 1
        }
        return (clusters, count)
    }

    private static func interval(_ values: [Double]) -> Interval? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
        }
        return Interval(low: quantile(0.025), high: quantile(0.975))
    }
}
