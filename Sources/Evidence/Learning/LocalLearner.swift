internal import Features

/// Learns the local views, one example at a time: the mutable twin of `LocalViews`.
struct LocalLearner: Sendable {
    let bucketBits: Int
    private(set) var weights: [Float]
    private var squares: [Float]
    private(set) var bias: [Float]
    private var biasSquares: [Float]
    private(set) var examples: [Float]

    /// A learner that goes on from views; `inertia` is the sum of squared corrections each weight is taken to have seen.
    init(from views: LocalViews, inertia: Float) {
        bucketBits = views.bucketBits
        weights = views.weights.map(\.value)
        squares = Array(repeating: inertia, count: views.weights.count)
        bias = views.bias
        biasSquares = Array(repeating: 1, count: views.bias.count)
        examples = views.examples
    }

    func scores(of features: FeatureSet) -> ViewScores {
        LocalViews.scores(of: features, weights: weights.span, bias: bias.span, bucketBits: bucketBits)
    }

    func share(of family: ChannelFamily) -> Float {
        LocalViews.share(examples: examples[Int(family.rawValue)])
    }

    /// Corrects each view by its own error. A repeated example is not counted again.
    mutating func learn(_ features: FeatureSet, scores: ViewScores, by step: Step, isRepeated: Bool) {
        let first = Int(features.family.rawValue) * LocalViews.slots
        if !isRepeated { examples[Int(features.family.rawValue)] += 1 }
        let counts = LocalViews.counts(of: features)
        let isMail = features.family == .mail
        if let error = step.error(atScore: scores.first) {
            let gradient = error * ContentModel.scale(forCount: counts.first)
            correct(features, features.portable, slot: 0, by: gradient, rate: step.rate)
            correct(features, isMail ? features.header : features.grams, slot: 0, by: gradient, rate: step.rate)
            correctBias(first, by: error, rate: step.rate)
        }
        if let second = scores.second, let error = step.error(atScore: second) {
            let gradient = error * ContentModel.scale(forCount: counts.second)
            correct(features, features.header, slot: 1, by: gradient, rate: step.rate)
            correct(features, features.grams, slot: 0, by: gradient, rate: step.rate)
            correctBias(first + 1, by: error, rate: step.rate)
        }
    }

    private mutating func correctBias(_ index: Int, by error: Float, rate: Float) {
        biasSquares[index] += error * error
        bias[index] += rate * error / biasSquares[index].squareRoot()
    }

    private mutating func correct(_ features: FeatureSet, _ range: Range<Int>, slot: Int, by gradient: Float, rate: Float) {
        LocalLearner.correct(
            features.hashes.span.extracting(range), slot: slot, by: gradient, rate: rate, salt: LocalViews.salt(features.family),
            mask: LocalViews.mask(bucketBits), &weights, &squares)
    }

    private static func correct(
        _ hashes: Span<UInt32>, slot: Int, by gradient: Float, rate: Float, salt: UInt32, mask: UInt32, _ weights: inout [Float],
        _ squares: inout [Float]
    ) {
        var weights = weights.mutableSpan
        var squares = squares.mutableSpan
        let square = gradient * gradient
        let move = rate * gradient
        for index in hashes.indices {
            let place = LocalViews.place(hashes[index], salt, mask) &+ slot
            let sum = squares[place] + square
            squares[place] = sum
            weights[place] += move / sum.squareRoot()
        }
    }

    /// What was learnt, to be read by scanners.
    var views: LocalViews {
        var views = LocalViews(bucketBits: bucketBits)
        views.weights = weights.map { BFloat16($0) }
        views.bias = bias
        views.examples = examples
        return views
    }
}
