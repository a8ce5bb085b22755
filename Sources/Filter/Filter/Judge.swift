public import Messages

/// Adds up the evidence: the one place where findings become a probability.
///
/// Everything is log-odds, so the sum is the logistic regression of design section 4: the content expert's log-odds and each
/// finding's weight, plus the log-odds of spam before anything is known. Adding is all it does, so every reason's share is its weight.
public struct Judge: Sendable {
    /// The log-odds that a message is spam before anything is known of it.
    public var prior: Double
    /// The largest amount of log-odds, either way, that a verdict may reach: nobody is ever certain.
    public var bound: Double

    /// A judge.
    public init(prior: Double = -0.5, bound: Double = 12) {
        self.prior = prior
        self.bound = bound
    }

    /// The sum of the evidence in log-odds.
    public func logOdds(of evidence: [Evidence]) -> Double {
        let sum = evidence.reduce(prior) { $0 + $1.weight }
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
