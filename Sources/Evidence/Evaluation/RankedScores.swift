/// Scores in order, with how much ham and spam each distinct score holds: everything about ranking follows from it.
///
/// Messages with equal scores cannot be told apart; they stand in one step and count half where it matters.
public struct RankedScores: Sendable {
    /// The messages of one score.
    public struct Step: Sendable, Hashable {
        /// The score: log-odds of spam.
        public var logOdds: Double
        /// The weight of ham with this score.
        public var ham: Double
        /// The weight of spam with this score.
        public var spam: Double
    }

    /// The steps, the lowest score first.
    public let steps: [Step]
    /// The weight of all ham.
    public let ham: Double
    /// The weight of all spam.
    public let spam: Double

    /// Ranks messages; scores that are no numbers stand in the middle, at 0.
    public init(_ messages: [ScoredMessage]) {
        self.init(order: RankedScores.order(of: messages), of: messages) { _ in 1 }
    }

    /// Ranks messages whose order is known, each counted with a weight: what a bootstrap does a thousand times.
    init(order: [Int], of messages: [ScoredMessage], weight: (Int) -> Double) {
        var steps: [Step] = []
        for index in order {
            let count = weight(index)
            guard count > 0 else { continue }
            let message = messages[index]
            let logOdds = message.logOdds.isNaN ? 0 : message.logOdds
            if steps.last?.logOdds != logOdds { steps.append(Step(logOdds: logOdds, ham: 0, spam: 0)) }
            if message.isSpam { steps[steps.count - 1].spam += count } else { steps[steps.count - 1].ham += count }
        }
        self.steps = steps
        self.ham = steps.reduce(0) { $0 + $1.ham }
        self.spam = steps.reduce(0) { $0 + $1.spam }
    }

    /// The messages' indices, the lowest score first, equal scores in the order they came.
    static func order(of messages: [ScoredMessage]) -> [Int] {
        func score(_ index: Int) -> Double { messages[index].logOdds.isNaN ? 0 : messages[index].logOdds }
        return messages.indices.sorted { (score($0), $0) < (score($1), $1) }
    }

    /// 100 times the area above the ROC curve (1-ROCA%): the chance, in per cent, that a ham scores above a spam. Nothing without
    /// both classes. Source: Cormack and Lynam, TREC 2005 Spam Track Overview, section 3.
    public var oneMinusROCAPercent: Double? {
        guard ham > 0, spam > 0 else { return nil }
        var spamBelow = 0.0
        var wrong = 0.0
        for step in steps {
            wrong += step.ham * (spamBelow + step.spam / 2)
            spamBelow += step.spam
        }
        return 100 * wrong / (ham * spam)
    }

    /// The share of spam missed, in per cent, at the lowest threshold that loses at most this share of the ham; nothing without both classes.
    public func spamErrorPercent(atHamError share: Double) -> Double? {
        guard ham > 0, spam > 0 else { return nil }
        let allowed = share * ham
        var lost = 0.0
        var missed = spam
        for step in steps.reversed() {
            lost += step.ham
            // A hair of tolerance: 0.001 of 3,000 is not quite 3 in binary.
            guard lost <= allowed + 1e-9 else { break }
            missed -= step.spam
        }
        return 100 * missed / spam
    }

    /// What share of each class, in per cent, is on the wrong side of a threshold: at it or below is ham.
    public func errorPercents(threshold: Double) -> (ham: Double?, spam: Double?) {
        var wrong = (ham: 0.0, spam: 0.0)
        for step in steps {
            if step.logOdds > threshold { wrong.ham += step.ham } else { wrong.spam += step.spam }
        }
        return (ham > 0 ? 100 * wrong.ham / ham : nil, spam > 0 ? 100 * wrong.spam / spam : nil)
    }

    /// The points of the ROC curve: ham lost and spam missed, in per cent, as the threshold falls from above all scores to below them.
    public var curve: [(hamLost: Double, spamMissed: Double)] {
        guard ham > 0, spam > 0 else { return [] }
        var lost = 0.0
        var missed = spam
        var points = [(hamLost: 0.0, spamMissed: 100.0)]
        for step in steps.reversed() {
            lost += step.ham
            missed -= step.spam
            points.append((100 * lost / ham, 100 * missed / spam))
        }
        return points
    }
}
