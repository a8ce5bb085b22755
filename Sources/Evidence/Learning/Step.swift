/// One correction: what a message truly is, and how far its label is believed.
struct Step {
    let isSpam: Bool
    /// How much the example counts.
    let weight: Float
    /// The step at the first correction of a weight.
    let rate: Float
    /// Corrections stop when the score is right by this margin.
    let margin: Float
    /// Whether a label that contradicts everything learnt so far is doubted.
    let isDoubted: Bool

    /// Where doubt begins: a score wrong by this much, in log-odds.
    private static let doubtBegins: Float = -1
    /// How fast it grows: at each further amount, the correction is divided by e.
    private static let doubtGrows: Float = 1.3
    /// What is left of a correction at least, so that a lasting change is learnt in the end.
    private static let leastBelief: Float = 0.01

    /// The error to correct a score by, or nothing when it is right by the margin.
    ///
    /// Wrong labels mostly contradict a sure score, and learning them whole is what breaks filters under noise (Sculley and Cormack
    /// 2008): so the further a score is on the wrong side, the less of the error counts, as in redescending estimators (Huber 1981).
    func error(atScore score: Float) -> Float? {
        let agreement = isSpam ? score : -score
        guard agreement < margin else { return nil }
        let probability = 1 / (1 + exponential(-score))
        let error = (isSpam ? 1 - probability : -probability) * weight
        guard isDoubted, agreement < Step.doubtBegins else { return error }
        return error * max(Step.leastBelief, exponential((agreement - Step.doubtBegins) / Step.doubtGrows))
    }
}
