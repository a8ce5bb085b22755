internal import Features

/// Learns recipients' own copies: the mutable twin of `PersonalCopies`.
struct PersonalLearner: Sendable {
    /// The sum of squared corrections each copy is taken to have seen: with less, one word of a recipient turns many of that recipient's other messages too
    /// (docs/learning.md).
    static let inertia: Float = 0.01
    /// The most recipients there may be; a stream hears who comes later no more, and a lesson of theirs is refused.
    static let limit = ModelLimits.recipients

    let key: RecipientKey
    let bucketBits: Int
    var weights: [Float]
    var squares: [Float]
    var recipients: [UInt64: UInt32]

    /// A learner that goes on from copies.
    init(from copies: PersonalCopies) {
        key = copies.key
        bucketBits = copies.bucketBits
        weights = copies.weights.map(\.value)
        squares = Array(repeating: PersonalLearner.inertia, count: weights.count)
        recipients = copies.recipients
    }

    func score(of features: FeatureSet) -> Float {
        guard recipients[features.recipient] != nil else { return 0 }
        return PersonalCopies.score(of: features, weights: weights.span, bucketBits: bucketBits)
    }

    /// Corrects a recipient's copies by the error of the whole score. A repeated example is not counted again.
    mutating func learn(
        _ features: FeatureSet, atScore score: Float, by step: Step, isRepeated: Bool, noting correction: inout Correction.View
    ) {
        let taught = recipients[features.recipient]
        guard taught != nil || recipients.count < PersonalLearner.limit else { return }
        recipients[features.recipient] = (taught ?? 0) &+ (isRepeated ? 0 : 1)
        guard let error = step.error(atScore: score) else { return }
        let scale = ContentModel.scale(forCount: features.count)
        correction.add(error: error, rate: step.rate, scale: scale, inertia: PersonalLearner.inertia)
        PersonalLearner.correct(
            features.hashes.span, PersonalCopies.Places(features, bucketBits: bucketBits), by: error * scale, rate: step.rate, &weights,
            &squares)
    }

    private static func correct(
        _ hashes: Span<UInt32>, _ places: PersonalCopies.Places, by gradient: Float, rate: Float, _ weights: inout [Float],
        _ squares: inout [Float]
    ) {
        var weights = weights.mutableSpan
        var squares = squares.mutableSpan
        let square = gradient * gradient
        let move = rate * gradient
        for index in hashes.indices {
            let place = places[hashes[index]]
            let sum = squares[place] + square
            squares[place] = sum
            weights[place] += move / sum.squareRoot()
        }
    }

    /// Takes back what an example moved, and its count; a recipient of whom nothing is left is forgotten.
    mutating func takeBack(_ correction: Correction.View, from features: FeatureSet) {
        guard let taught = recipients[features.recipient] else { return }
        recipients[features.recipient] = taught > 1 ? taught - 1 : nil
        let places = PersonalCopies.Places(features, bucketBits: bucketBits)
        correction.takeBack(
            features.hashes.lazy.map { places[$0] }, scale: ContentModel.scale(forCount: features.count), share: 1,
            inertia: PersonalLearner.inertia, &weights, &squares)
    }

    /// What was learnt, to be read by scanners; nothing when nobody taught.
    var copies: PersonalCopies? {
        guard !recipients.isEmpty else { return nil }
        var copies = PersonalCopies(key: key, bucketBits: bucketBits)
        copies.weights = weights.map { BFloat16($0) }
        copies.recipients = recipients
        return copies
    }
}
