/// Keeps scores meaning what they say while a model learns: a scale that follows each score and the label that came for it.
///
/// It is the steepness of Platt's logistic curve (1999), learnt online like a weight: every score is seen before its message was learnt, so the
/// scale corrects for what the learner is too sure of. The curve's offset stays what it was: it changes with the mixture of the day, and
/// an offset that moves along a stream puts messages out of order (docs/learning.md).
struct OnlineCalibration: Sendable {
    private(set) var calibration: ContentModel.Calibration
    /// The sum of squared gradients, begun high: the first messages tell little of the curve.
    private var squares: Float = 400

    /// The step of the scale.
    private static let rate: Float = 0.2
    /// Between what bounds the scale stays: order is never reversed, and no score is blown up.
    private static let scales: ClosedRange<Float> = 0.2...5
    /// Scores are cut here before they teach: one message that is sure and wrong must not turn the curve.
    private static let largestScore: Float = 8

    init(_ calibration: ContentModel.Calibration) {
        self.calibration = calibration
    }

    func logOdds(ofScore score: Float) -> Float {
        calibration.offset + calibration.scale * score
    }

    mutating func learn(score: Float, isSpam: Bool) {
        let cut = min(max(score, -OnlineCalibration.largestScore), OnlineCalibration.largestScore)
        let probability = 1 / (1 + exponential(-logOdds(ofScore: cut)))
        let gradient = ((isSpam ? 1 : 0) - probability) * cut
        squares += gradient * gradient
        let scale = calibration.scale + OnlineCalibration.rate * gradient / squares.squareRoot()
        calibration.scale = min(max(scale, OnlineCalibration.scales.lowerBound), OnlineCalibration.scales.upperBound)
    }
}
