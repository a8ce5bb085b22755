/// One correction: what a message truly is, and how far its label is believed.
struct Step {
    let isSpam: Bool
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

    /// The error to correct a score by, or nothing when it is right by the margin.
    ///
    /// Wrong labels mostly contradict a sure score, and learning them whole is what breaks filters under noise (Sculley and Cormack
    /// 2008): so the error counts as far as the label is believed.
    func error(atScore score: Float) -> Float? {
        let agreement = isSpam ? score : -score
        guard agreement < margin else { return nil }
        let probability = 1 / (1 + exponential(-score))
        let error = (isSpam ? 1 - probability : -probability) * weight
        guard noise > 0 else { return error }
        return error * max(Step.leastBelief, LabelNoise.belief(agreement: agreement, noise: noise))
    }
}
