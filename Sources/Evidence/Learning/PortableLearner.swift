internal import Features

/// Learns the portable view: the mutable twin of a content model's own weights.
struct PortableLearner: Sendable {
    let bucketBits: Int
    let inertia: Float
    var weights: [Float]
    var squares: [Float]
    var bias: [Float]
    var biasSquares: [Float]

    init(from model: ContentModel, inertia: Float) {
        bucketBits = model.bucketBits
        self.inertia = inertia
        weights = model.weights.map(ContentModel.widen)
        squares = Array(repeating: inertia, count: model.weights.count)
        bias = model.bias
        biasSquares = Array(repeating: 1, count: model.bias.count)
    }

    func score(of features: FeatureSet) -> Float {
        let family = Int(features.family.rawValue)
        let hashes = features.hashes.span
        let weights = weights.span
        let mask = 1 << bucketBits - 1
        var sum: Float = 0
        for index in features.portable {
            let bucket = (Int(hashes[index]) & mask) * ContentModel.slots
            sum += weights[bucket] + weights[bucket + family]
        }
        return bias[family] + sum * ContentModel.scale(forCount: features.portableEnd)
    }

    /// Corrects the weights by an error; the common weight and the family's own take half of the step each.
    mutating func correct(_ features: FeatureSet, by error: Float, rate: Float) {
        let family = Int(features.family.rawValue)
        biasSquares[family] += error * error
        bias[family] += rate * error / biasSquares[family].squareRoot()
        PortableLearner.correct(
            features.hashes.span.extracting(features.portable), by: error * ContentModel.scale(forCount: features.portableEnd),
            rate: rate / 2, family: family, mask: 1 << bucketBits - 1, &weights, &squares)
    }

    private static func correct(
        _ hashes: Span<UInt32>, by gradient: Float, rate: Float, family: Int, mask: Int, _ weights: inout [Float], _ squares: inout [Float]
    ) {
        var weights = weights.mutableSpan
        var squares = squares.mutableSpan
        let square = gradient * gradient
        let move = rate * gradient
        for index in hashes.indices {
            let common = (Int(hashes[index]) & mask) * ContentModel.slots
            let sum = squares[common] + square
            squares[common] = sum
            weights[common] += move / sum.squareRoot()
            let own = squares[common + family] + square
            squares[common + family] = own
            weights[common + family] += move / own.squareRoot()
        }
    }

    /// Takes back what an example moved.
    mutating func takeBack(_ correction: Correction.View, from features: FeatureSet) {
        let family = Int(features.family.rawValue)
        correction.takeBack(&bias[family], &biasSquares[family])
        let mask = 1 << bucketBits - 1
        let scale = ContentModel.scale(forCount: features.portableEnd)
        for slot in [0, family] {
            let places = features.hashes[features.portable].lazy.map { (Int($0) & mask) * ContentModel.slots + slot }
            correction.takeBack(places, scale: scale, share: 0.5, inertia: inertia, &weights, &squares)
        }
    }

    /// What was learnt, without calibration and counts.
    func model(version: String) -> ContentModel {
        var model = ContentModel(version: version, bucketBits: bucketBits)
        model.weights = weights.map(ContentModel.narrow)
        model.bias = bias
        return model
    }
}
