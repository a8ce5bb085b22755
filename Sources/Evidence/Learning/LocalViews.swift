internal import Features

/// What was learnt where the program runs: further views of a message beside the portable one that ships.
///
/// A mail has two: its words with its header, and its header with its bytes. Any other message has one: its words with its characters.
/// Each view is a logistic regression of its own, trained on its own errors; their mean is better than the best of them
/// (docs/learning.md), because they are wrong on different messages.
///
/// Weights lie in buckets of two, one for each view a feature is in; families of channels have buckets of their own.
public struct LocalViews: Sendable {
    /// Weights in a bucket.
    static let slots = 2
    /// Local examples at which the local views have half of their say; before, the portable view has more.
    static let examplesToHalf: Float = 20

    /// How many buckets there are, as a power of two.
    let bucketBits: Int
    /// The weights, bucket after bucket.
    var weights: [BFloat16]
    /// The score of a message without features, for each family and view.
    var bias: [Float]
    /// How many examples of each family were learnt.
    var examples: [Float]

    /// Views that know nothing.
    init(bucketBits: Int) {
        self.bucketBits = bucketBits
        weights = Array(repeating: BFloat16(bits: 0), count: LocalViews.slots << bucketBits)
        bias = Array(repeating: 0, count: LocalViews.slots * ContentModel.slots)
        examples = Array(repeating: 0, count: ContentModel.slots)
    }

    /// The scores of a message in the local views.
    func scores(of features: FeatureSet) -> ViewScores {
        LocalViews.scores(of: features, weights: weights.span, bias: bias.span, bucketBits: bucketBits)
    }

    /// Whether no example of any family was learnt.
    var isUntaught: Bool { examples.allSatisfy { $0 == 0 } }

    /// How much of the score the local views give, from 0 to 1.
    func share(of family: ChannelFamily) -> Float {
        LocalViews.share(examples: examples[Int(family.rawValue)])
    }

    static func share(examples: Float) -> Float {
        examples / (examples + examplesToHalf)
    }
}

/// The scores of one message in the local views; the second is there for mail only.
struct ViewScores {
    var first: Float
    var second: Float?

    /// The score of all views: their mean, the local ones counted as far as they have learnt.
    func combined(portable: Float, share: Float) -> Float {
        guard let second else { return portable * (1 - share / 2) + first * share / 2 }
        return portable * (1 - share * 2 / 3) + (first + second) * share / 3
    }
}

extension LocalViews {
    /// The first weight of a feature's bucket. Families are told apart by a salt, so that each has weights of its own.
    @inline(__always)
    static func place(_ hash: UInt32, _ salt: UInt32, _ mask: UInt32) -> Int {
        Int((hash ^ salt) & mask) &* slots
    }

    @inline(__always)
    static func salt(_ family: ChannelFamily) -> UInt32 {
        UInt32(family.rawValue) &* 0x9E37_79B1
    }

    static func mask(_ bucketBits: Int) -> UInt32 {
        UInt32(1) << UInt32(bucketBits) - 1
    }

    /// How many features each view of a set has.
    static func counts(of features: FeatureSet) -> (first: Int, second: Int) {
        features.family == .mail
            ? (features.headerEnd, features.count - features.portableEnd)
            : (features.portableEnd + features.count - features.headerEnd, 0)
    }

    /// The scores in both views.
    static func scores<Weight: StoredWeight>(
        of features: FeatureSet, weights: Span<Weight>, bias: Span<Float>, bucketBits: Int
    ) -> ViewScores {
        let hashes = features.hashes.span
        let family = features.family
        let first = Int(family.rawValue) * slots
        func sum(_ range: Range<Int>, _ slot: Int) -> Float {
            LocalViews.sum(hashes.extracting(range), slot, weights, salt: salt(family), mask: mask(bucketBits))
        }
        let counts = counts(of: features)
        let portable = sum(features.portable, 0)
        guard family == .mail else {
            let all = portable + sum(features.grams, 0)
            return ViewScores(first: bias[first] + all * ContentModel.scale(forCount: counts.first))
        }
        let header = sums(
            of: hashes.extracting(features.header), weights, salt: salt(family), mask: mask(bucketBits))
        let words = portable + header.first
        let bytes = header.second + sum(features.grams, 0)
        return ViewScores(
            first: bias[first] + words * ContentModel.scale(forCount: counts.first),
            second: bias[first + 1] + bytes * ContentModel.scale(forCount: counts.second))
    }

    @inline(__always)
    private static func sum<Weight: StoredWeight>(
        _ hashes: Span<UInt32>, _ slot: Int, _ weights: Span<Weight>, salt: UInt32, mask: UInt32
    ) -> Float {
        var sum: Float = 0
        for index in hashes.indices { sum += weights[place(hashes[index], salt, mask) &+ slot].value }
        return sum
    }

    /// The sums in both views: a bucket holds both weights, and fetching it costs most.
    @inline(__always)
    private static func sums<Weight: StoredWeight>(
        of hashes: Span<UInt32>, _ weights: Span<Weight>, salt: UInt32, mask: UInt32
    ) -> (first: Float, second: Float) {
        var first: Float = 0
        var second: Float = 0
        for index in hashes.indices {
            let place = place(hashes[index], salt, mask)
            first += weights[place].value
            second += weights[place &+ 1].value
        }
        return (first, second)
    }

    /// Adds what each feature gives to the combined score, in the order of the features.
    func addContributions(of features: FeatureSet, to contributions: inout [Float]) {
        let share = share(of: features.family)
        let counts = LocalViews.counts(of: features)
        let isMail = features.family == .mail
        let perView = share / (isMail ? 3 : 2)
        let factors = (
            first: perView * ContentModel.scale(forCount: counts.first), second: perView * ContentModel.scale(forCount: counts.second)
        )
        let salt = LocalViews.salt(features.family)
        let mask = LocalViews.mask(bucketBits)
        for index in features.hashes.indices {
            let place = LocalViews.place(features.hashes[index], salt, mask)
            let isGram = index >= features.headerEnd
            contributions[index] += weights[place].value * (isMail && isGram ? factors.second : factors.first)
            if isMail, !isGram, index >= features.portableEnd { contributions[index] += weights[place + 1].value * factors.second }
        }
    }
}
