public import Features

/// Learns a content model one example at a time.
///
/// Logistic regression by stochastic gradient descent with a rate of its own for every weight (AdaGrad, Duchi et al. 2011): a
/// weight that was often corrected moves less. The same examples in the same order give the same model, bit for bit.
public struct OnlineLearner: Sendable {
    /// How the learner learns.
    public struct Settings: Sendable, Hashable {
        /// The step at the first correction of a weight.
        public var rate: Float
        /// How far the family's copy of a weight follows a correction, against the common one.
        public var familyShare: Float
        /// Corrections stop when the score is right by this margin (log-odds); below it every example teaches.
        public var margin: Float

        /// Settings; what experience on public corpora suggests unless given.
        public init(rate: Float = 0.3, familyShare: Float = 0.5, margin: Float = 8) {
            self.rate = rate
            self.familyShare = familyShare
            self.margin = margin
        }
    }

    private let settings: Settings
    private let version: String
    private let bucketBits: Int
    private var weights: [Float]
    private var squares: [Float]
    private var bias: [Float]
    private var biasSquares: [Float]
    private var calibration: [ContentModel.Calibration]
    private var examples: (ham: UInt32, spam: UInt32)

    /// A learner that goes on from a model. Corrections already made in it are not known, so its weights move as freely as new ones,
    /// unless `inertia` (the sum of squared corrections each weight is taken to have seen) holds them back.
    public init(from model: ContentModel, settings: Settings = Settings(), inertia: Float = 0.01) {
        self.settings = settings
        self.version = model.version
        self.bucketBits = model.bucketBits
        self.weights = model.weights.map(ContentModel.widen)
        self.squares = Array(repeating: max(inertia, 1e-6), count: model.weights.count)
        self.bias = model.bias
        self.biasSquares = Array(repeating: max(inertia, 1e-6) * 100, count: model.bias.count)
        self.calibration = model.calibration
        self.examples = model.examples
    }

    /// Learns that a message with these features is spam, or is not; gives the score it had before.
    ///
    /// `weight` says how much the example counts: below 1 for a class that is too common or a source that is trusted less.
    @discardableResult
    public mutating func learn(_ features: borrowing FeatureVector, isSpam: Bool, weight: Float = 1) -> Float {
        let family = Int(features.family.rawValue)
        let score = score(of: features)
        if isSpam { examples.spam &+= 1 } else { examples.ham &+= 1 }
        let agreement = isSpam ? score : -score
        guard agreement < settings.margin else { return score }
        let probability = 1 / (1 + exponential(-score))
        let error = (isSpam ? 1 - probability : -probability) * weight
        correct(features, family: family, by: error)
        biasSquares[family] += error * error
        bias[family] += settings.rate * error / biasSquares[family].squareRoot()
        return score
    }

    private func score(of features: borrowing FeatureVector) -> Float {
        let family = Int(features.family.rawValue)
        let hashes = features.hashes.span
        let weights = weights.span
        let mask = 1 << bucketBits - 1
        var sum: Float = 0
        for index in hashes.indices {
            let bucket = (Int(hashes[index]) & mask) * ContentModel.slots
            sum += weights[bucket] + weights[bucket + family]
        }
        return bias[family] + sum * ContentModel.scale(forCount: hashes.count)
    }

    private mutating func correct(_ features: borrowing FeatureVector, family: Int, by error: Float) {
        let value = ContentModel.scale(forCount: features.count)
        let gradient = error * value
        let familyGradient = gradient * settings.familyShare
        let mask = 1 << bucketBits - 1
        let rate = settings.rate
        let hashes = features.hashes.span
        for index in hashes.indices {
            let common = (Int(hashes[index]) & mask) * ContentModel.slots
            let own = common + family
            squares[common] += gradient * gradient
            weights[common] += rate * gradient / squares[common].squareRoot()
            squares[own] += familyGradient * familyGradient
            weights[own] += rate * familyGradient / squares[own].squareRoot()
        }
    }

    /// What has been learnt so far, as a model of this version; the calibration is the one the learner began with.
    public func model(version: String? = nil) -> ContentModel {
        var model = ContentModel(version: version ?? self.version, bucketBits: bucketBits)
        model.weights = weights.map(ContentModel.narrow)
        model.bias = bias
        model.calibration = calibration
        model.examples = examples
        return model
    }
}

/// e to the power of a number, held inside the range in which a float can say it.
func exponential(_ exponent: Float) -> Float {
    let clamped = min(max(exponent, -40), 40)
    // exp(x) = 2^k * exp(r) with |r| <= ln(2)/2; the polynomial's error is below a float's last bit there.
    let power = (clamped * 1.442_695_04).rounded()
    let rest = clamped - power * 0.693_147_18
    let polynomial =
        1 + rest * (1 + rest * (0.5 + rest * (0.166_666_67 + rest * (0.041_666_667 + rest * (0.008_333_334 + rest * 0.001_388_889)))))
    return Float(sign: .plus, exponent: Int(power), significand: polynomial)
}
