/// How many labels of a stream are wrong, estimated while it is learnt.
///
/// A label that comes is the true one, or with a small chance the other one (Rebbapragada and Brodley 2007; Natarajan et al. 2013). What
/// a score says of the class tells how likely this label is a wrong one; the mean of that is the new chance, as in expectation and
/// maximisation. A clean stream is found to be clean, and its labels are believed.
struct LabelNoise: Sendable {
    /// The share of wrong labels taken for granted at first, and how many examples that counts for.
    private static let prior: (noise: Float, examples: Float) = (0.003, 100)
    /// How many examples it looks back on, about: what was wrong long ago says little of today.
    private static let window: Float = 1000
    /// A stream with more wrong labels than this cannot be told from one that changed its mind.
    private static let most: Float = 0.3

    private var wrong: Float = 0
    private var examples: Float = 0

    /// The share of labels that are wrong, as far as is known.
    var share: Float {
        let prior = LabelNoise.prior
        return min(LabelNoise.most, (prior.noise * prior.examples + wrong) / (prior.examples + examples))
    }

    /// Learns from a label: how far the score before it agreed with it, in log-odds.
    mutating func learn(agreement: Float) {
        let wrongly = 1 - LabelNoise.belief(agreement: agreement, noise: share)
        let kept = examples < LabelNoise.window ? 1 : 1 - 1 / LabelNoise.window
        wrong = wrong * kept + wrongly
        examples = examples * kept + 1
    }

    /// The chance that a label is right, given how far a score agrees with it and how many labels are wrong.
    static func belief(agreement: Float, noise: Float) -> Float {
        let likely = 1 / (1 + exponential(-agreement))
        let right = (1 - noise) * likely
        return right / (right + noise * (1 - likely))
    }
}
