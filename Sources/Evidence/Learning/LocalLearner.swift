internal import Features

/// Learns the local views, one example at a time: the mutable twin of `LocalViews`.
struct LocalLearner: Sendable {
    let bucketBits: Int
    let inertia: Float
    var weights: [Float]
    var squares: [Float]
    var bias: [Float]
    var biasSquares: [Float]
    var examples: [Float]

    /// A learner that goes on from views; `inertia` is the sum of squared corrections each weight is taken to have seen.
    init(from views: LocalViews, inertia: Float) {
        bucketBits = views.bucketBits
        self.inertia = inertia
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

    /// Corrects each view by its own error, and notes the steps. A repeated example is not counted again.
    mutating func learn(
        _ features: FeatureSet, scores: ViewScores, by step: Step, isRepeated: Bool, noting correction: inout Correction
    ) {
        let first = Int(features.family.rawValue) * LocalViews.slots
        if !isRepeated { examples[Int(features.family.rawValue)] += 1 }
        let counts = LocalViews.counts(of: features)
        let isMail = features.family == .mail
        if let error = step.error(atScore: scores.first) {
            let scale = ContentModel.scale(forCount: counts.first)
            let gradient = error * scale
            correction.first.add(error: error, rate: step.rate, scale: scale, inertia: inertia)
            correct(features, features.portable, slot: 0, by: gradient, rate: step.rate)
            correct(features, isMail ? features.header : features.grams, slot: 0, by: gradient, rate: step.rate)
            correctBias(first, by: error, rate: step.rate)
        }
        if let second = scores.second, let error = step.error(atScore: second) {
            let scale = ContentModel.scale(forCount: counts.second)
            let gradient = error * scale
            correction.second.add(error: error, rate: step.rate, scale: scale, inertia: inertia)
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

    /// Takes back what an example moved, and its count.
    mutating func takeBack(_ correction: Correction, from features: FeatureSet) {
        let family = Int(features.family.rawValue)
        let bias = family * LocalViews.slots
        examples[family] = max(0, examples[family] - 1)
        let counts = LocalViews.counts(of: features)
        let isMail = features.family == .mail
        takeBack(correction.first, features, features.portable, 0, count: counts.first)
        takeBack(correction.first, features, isMail ? features.header : features.grams, 0, count: counts.first)
        correction.first.takeBack(&self.bias[bias], &biasSquares[bias])
        guard isMail else { return }
        takeBack(correction.second, features, features.header, 1, count: counts.second)
        takeBack(correction.second, features, features.grams, 0, count: counts.second)
        correction.second.takeBack(&self.bias[bias + 1], &biasSquares[bias + 1])
    }

    private mutating func takeBack(_ view: Correction.View, _ features: FeatureSet, _ range: Range<Int>, _ slot: Int, count: Int) {
        let salt = LocalViews.salt(features.family)
        let mask = LocalViews.mask(bucketBits)
        let places = features.hashes[range].lazy.map { LocalViews.place($0, salt, mask) + slot }
        view.takeBack(
            places, scale: ContentModel.scale(forCount: count), share: 1, inertia: inertia, &weights, &squares)
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
