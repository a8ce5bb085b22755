public import Learning
public import Messages

/// Adds up the evidence: the one place where findings become a probability.
///
/// Everything is log-odds, so the sum is the logistic regression of design section 4: the content expert's log-odds and each
/// finding's weight, plus the log-odds of spam before anything is known. Findings of one kind share their weight (`Saturation`); after
/// that adding is all it does, so every reason's share is its weight.
public struct Judge: Sendable {
    /// The log-odds before anything is known, and what the content expert counts, on each channel.
    public var weights: EvidenceWeights
    /// The largest amount of log-odds, either way, that a verdict may reach: nobody is ever certain.
    public var bound: Double

    /// A judge.
    public init(_ weights: EvidenceWeights = .starter, bound: Double = 12) {
        self.weights = weights
        self.bound = bound
    }

    /// The log-odds that a message of this channel is spam before anything is known of it.
    public func prior(on channel: Channel) -> Double { weights[channel].prior }

    /// What each piece of evidence adds to the sum, the strongest first.
    public func shares(of evidence: [Evidence]) -> [Evidence] {
        var shares = Judge.ranked(evidence)
        let isChanged = Judge.saturate(&shares)
        return isChanged ? Judge.ranked(shares) : shares
    }

    /// Lets each finding count half of what the one before of its kind counts; whether that changed any.
    private static func saturate(_ ranked: inout [Evidence]) -> Bool {
        var isChanged = false
        for place in stride(from: ranked.count - 1, to: 0, by: -1) where ranked[place].weight != 0 {
            let isForSpam = ranked[place].weight > 0
            for stronger in 0..<place where (ranked[stronger].weight > 0) == isForSpam {
                guard Saturation.isSameKind(ranked[stronger].id, ranked[place].id) else { continue }
                ranked[place].weight *= Saturation.share
                isChanged = true
            }
        }
        return isChanged
    }

    /// The sum of these shares and of the prior in log-odds.
    public func logOdds(of shares: [Evidence], on channel: Channel) -> Double {
        let sum = shares.reduce(prior(on: channel)) { $0 + $1.weight }
        return sum.isFinite ? min(max(sum, -bound), bound) : 0
    }

    /// The probability that belongs to log-odds.
    public static func probability(ofLogOdds logOdds: Double) -> Double {
        1 / (1 + naturalExponential(-logOdds))
    }

    /// The evidence with the strongest first; of equals the one whose id comes first, so that the order never depends on chance.
    static func ranked(_ evidence: [Evidence]) -> [Evidence] {
        evidence.sorted { left, right in
            abs(left.weight) != abs(right.weight) ? abs(left.weight) > abs(right.weight) : left.id < right.id
        }
    }

    /// e to a power, computed the same way on every machine so that verdicts are equal bit for bit (|error| < 1e-13, |x| <= 40).
    static func naturalExponential(_ exponent: Double) -> Double {
        let clamped = min(max(exponent, -40), 40)
        let power = (clamped * 1.442_695_040_888_963_4).rounded()
        let rest = clamped - power * 0.693_147_180_559_945_3
        var term = 1.0
        var sum = 1.0
        for divisor in 1...13 {
            term *= rest / Double(divisor)
            sum += term
        }
        return Double(sign: .plus, exponent: Int(power), significand: sum)
    }
}
