/// One correction: what a message truly is, and how far its label is believed.
struct Step {
    /// The chance of spam by the label: 1 or 0, or between where a label is only guessed.
    private let chanceOfSpam: Float
    /// How much the example counts.
    let weight: Float
    /// The step at the first correction of a weight.
    let rate: Float
    /// Corrections stop when the score is right by this margin.
    let margin: Float
    /// The share of labels taken to be wrong; at 0 every label is believed.
    let noise: Float

    /// What is left of a correction at least, so that a lasting change is learnt in the end.
    private static let leastBelief: Float = 0.01

    init(isSpam: Bool, weight: Float, rate: Float, margin: Float, noise: Float) {
        chanceOfSpam = isSpam ? 1 : 0
        self.weight = weight
        self.rate = rate
        self.margin = margin
        self.noise = noise
    }

    /// A step towards a guess: no margin makes it sure enough, and what says the contrary is what it is for.
    init(chanceOfSpam: Float, rate: Float) {
        self.chanceOfSpam = chanceOfSpam
        self.rate = rate
        weight = 1
        margin = .infinity
        noise = 0
    }

    /// The error to correct a score by, or nothing when it is right by the margin.
    ///
    /// Wrong labels mostly contradict a sure score, and learning them whole is what breaks filters under noise (Sculley and Cormack
    /// 2008): so the error counts as far as the label is believed.
    func error(atScore score: Float) -> Float? {
        let agreement = chanceOfSpam > 0.5 ? score : -score
        guard agreement < margin else { return nil }
        let probability = 1 / (1 + exponential(-score))
        let error = (chanceOfSpam - probability) * weight
        guard noise > 0 else { return error }
        return error * max(Step.leastBelief, LabelNoise.belief(agreement: agreement, noise: noise))
    }
}
