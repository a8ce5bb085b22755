public import Features

/// Finds how a raw score becomes log-odds that mean what they say (Platt 1999, with his correction for small samples).
public struct PlattCalibration: Sendable {
    private var scores: [ChannelFamily: [(score: Float, isSpam: Bool)]] = [:]

    /// A calibration without samples.
    public init() {}

    /// Adds the raw score of a message that was not learnt from, and what it truly is.
    public mutating func add(score: Float, isSpam: Bool, family: ChannelFamily) {
        scores[family, default: []].append((score, isSpam))
    }

    /// The model with the calibration that fits the samples; a family without both classes keeps what it had.
    public func applied(to model: ContentModel) -> ContentModel {
        var model = model
        for (family, samples) in scores {
            let spam = samples.count { $0.isSpam }
            guard spam > 0, spam < samples.count else { continue }
            model.calibration[Int(family.rawValue)] = PlattCalibration.fit(samples, spam: spam)
        }
        return model
    }

    /// Newton's method on the two parameters of a logistic curve.
    private static func fit(_ samples: [(score: Float, isSpam: Bool)], spam: Int) -> ContentModel.Calibration {
        let ham = samples.count - spam
        // Platt's targets: what a uniform prior makes of a finite count.
        let spamTarget = (Double(spam) + 1) / (Double(spam) + 2)
        let hamTarget = 1 / (Double(ham) + 2)
        var scale = 1.0
        var offset = 0.0
        for _ in 0..<100 {
            var gradient = (0.0, 0.0)
            var curvature = (1e-9, 0.0, 1e-9)
            for (score, isSpam) in samples {
                // Every message weighs the same. With the two classes made to weigh alike, the few spams that look like ham moved all mail towards
                // spam (docs/learning.md).
                let weight = 1 / Double(spam + ham)
                let x = Double(score)
                let probability = Double(1 / (1 + exponential(-Float(scale * x + offset))))
                let error = probability - (isSpam ? spamTarget : hamTarget)
                let slope = max(probability * (1 - probability), 1e-9) * weight
                gradient.0 += weight * error * x
                gradient.1 += weight * error
                curvature.0 += slope * x * x
                curvature.1 += slope * x
                curvature.2 += slope
            }
            let determinant = curvature.0 * curvature.2 - curvature.1 * curvature.1
            guard abs(determinant) > 1e-18 else { break }
            let step = (
                (curvature.2 * gradient.0 - curvature.1 * gradient.1) / determinant,
                (curvature.0 * gradient.1 - curvature.1 * gradient.0) / determinant
            )
            let length = (step.0 * step.0 + step.1 * step.1).squareRoot()
            let damping = length > 1 ? 1 / length : 1
            scale -= step.0 * damping
            offset -= step.1 * damping
            if length < 1e-7 { break }
        }
        guard scale.isFinite, offset.isFinite, scale > 0 else { return ContentModel.Calibration() }
        return ContentModel.Calibration(scale: Float(scale), offset: Float(offset))
    }
}
