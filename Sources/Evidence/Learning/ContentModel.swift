public import Features

/// What has been learnt of content: one weight for each feature and family of channels, and how to turn their sum into log-odds.
///
/// A model is a value that never changes; scanners share one snapshot, and whoever learns makes another. It is a logistic
/// regression over hashed features (Weinberger et al. 2009): every weight is an amount of log-odds.
///
/// Weights lie in buckets of four: the common weight first, then one for each family of channels, so that a feature costs one
/// visit to memory. A weight is the upper half of a 32-bit float (bfloat16), which halves the memory a scanner walks through.
public struct ContentModel: Sendable {
    /// Weights in a bucket: the common one and one for each family.
    static let slots = 4

    /// How far a score of this family is stretched and moved so that it becomes calibrated log-odds.
    public struct Calibration: Sendable, Hashable {
        /// The factor; below 1 where the raw score is too sure of itself.
        public var scale: Float
        /// What is added after scaling.
        public var offset: Float

        /// A calibration.
        public init(scale: Float = 1, offset: Float = 0) {
            self.scale = scale
            self.offset = offset
        }
    }

    /// The model's name and version, as verdicts record it.
    public var version: String
    /// How many buckets there are, as a power of two.
    let bucketBits: Int
    /// The weights, bucket after bucket.
    var weights: [UInt16]
    /// The score of a message without features, for each family (index 0 is unused).
    var bias: [Float]
    /// The calibration of each family (index 0 is unused).
    var calibration: [Calibration]
    /// How many examples of ham and spam were learnt from.
    public var examples: (ham: UInt32, spam: UInt32)
    /// What was learnt where the program runs, beside what ships; nothing until somebody taught something.
    public internal(set) var local: LocalViews?
    /// What recipients taught for themselves; nothing until one did.
    public internal(set) var personal: PersonalCopies?
    /// How much each piece of evidence weighs, where that was fitted anew; nothing for the weights that ship.
    public var evidenceWeights: EvidenceWeights?

    /// A model that knows nothing: every message gets log-odds of zero.
    public init(version: String, bucketBits: Int = 18) {
        self.version = version
        self.bucketBits = min(max(bucketBits, ModelLimits.bucketBits.lowerBound), ModelLimits.bucketBits.upperBound)
        self.weights = Array(repeating: 0, count: ContentModel.slots << self.bucketBits)
        self.bias = Array(repeating: 0, count: ContentModel.slots)
        self.calibration = Array(repeating: Calibration(), count: ContentModel.slots)
        self.examples = (0, 0)
    }

    /// The calibrated log-odds that a message with these features is spam.
    public func logOdds(of features: FeatureSet) -> Float {
        calibrated(score(of: features), Int(features.family.rawValue))
    }

    /// The score before calibration.
    func score(of features: FeatureSet) -> Float {
        combined(portableScore(of: features), features)
    }

    /// The portable view's score together with those of the local views, where there are any, and with what the recipient's own copies add.
    private func combined(_ portable: Float, _ features: FeatureSet) -> Float {
        let common = common(portable, features)
        guard features.recipient != 0, let personal else { return common }
        return common + personal.score(of: features)
    }

    private func common(_ portable: Float, _ features: FeatureSet) -> Float {
        guard let local, features.isLocal else { return portable }
        return local.scores(of: features).combined(portable: portable, share: local.share(of: features.family))
    }

    private func portableScore(of features: FeatureSet) -> Float {
        let family = Int(features.family.rawValue)
        let hashes = features.hashes.span
        // A UInt16 has no padding, so a bucket may be read as one number.
        let weights = unsafe weights.span.bytes
        let mask = 1 << bucketBits - 1
        let shift = UInt64(16 * family)
        var sum: Float = 0
        for index in features.portable {
            let offset = (Int(hashes[index]) & mask) &* (2 * ContentModel.slots)
            // Every bit pattern is a UInt64, and the range is checked against the span.
            let bucket = UInt64(littleEndian: unsafe weights.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
            let common = ContentModel.widen(UInt16(truncatingIfNeeded: bucket))
            sum += common + ContentModel.widen(UInt16(truncatingIfNeeded: bucket &>> shift))
        }
        return bias[family] + sum * ContentModel.scale(forCount: features.portableEnd)
    }

    /// What all views say of a message, and the portable one alone.
    public struct Opinion: Sendable, Hashable {
        /// The log-odds by all views.
        public var logOdds: Float
        /// The log-odds by the portable view.
        public var portable: Float
        /// How much the portable view counts among all, from 0 to 1.
        public var portableShare: Float
    }

    /// The log-odds of a message, and the weight that the portable view gives each portable feature, in their order; `weights` is replaced by as
    /// many numbers as there are features, zero for those of other groups.
    ///
    /// One visit to the table of weights serves the sum, the opinions on parts of the message, and the explanation.
    public func opinion(on features: FeatureSet, weights kept: inout [Float]) -> Opinion {
        let family = Int(features.family.rawValue)
        let missing = features.count - kept.count
        if missing > 0 { kept.append(contentsOf: repeatElement(0, count: missing)) }
        kept.removeLast(kept.count - features.count)
        let sum = ContentModel.sum(features, in: weights, mask: 1 << bucketBits - 1, family: family, into: &kept)
        let portable = bias[family] + sum * ContentModel.scale(forCount: features.portableEnd)
        return Opinion(
            logOdds: calibrated(combined(portable, features), family), portable: calibrated(portable, family),
            portableShare: portableShare(of: features))
    }

    /// How much the portable view counts among the views of a message.
    private func portableShare(of features: FeatureSet) -> Float {
        guard let local, features.isLocal else { return 1 }
        return 1 - local.share(of: features.family) * (features.family == .mail ? 2 / 3 : 1 / 2)
    }

    /// The log-odds that the portable view alone gives a message, or a part of one, whose features' weights come to this.
    public func logOdds(ofPortable weights: WeightSum, family: ChannelFamily) -> Float {
        let family = Int(family.rawValue)
        return calibrated(bias[family] + weights.sum * ContentModel.scale(forCount: weights.count), family)
    }

    private func calibrated(_ score: Float, _ family: Int) -> Float {
        calibration[family].offset + calibration[family].scale * score
    }

    /// Turns the portable view's weights into what each feature gives to the log-odds: amounts in proportion to them, since calibration and
    /// scaling change neither the order nor the signs.
    public func turnIntoContributions(_ weights: inout [Float], of features: FeatureSet) {
        let personal = features.recipient == 0 ? nil : personal
        let local = features.isLocal ? local : nil
        guard local != nil || personal != nil else { return }
        let kept = ContentModel.scale(forCount: features.portableEnd) * portableShare(of: features)
        for index in weights.indices { weights[index] *= kept }
        local?.addContributions(of: features, to: &weights)
        personal?.addContributions(of: features, to: &weights)
    }

    private static func sum(
        _ features: FeatureSet, in weights: [UInt16], mask: Int, family: Int, into kept: inout [Float]
    ) -> Float {
        let weights = weights.span
        let hashes = features.hashes.span
        var kept = kept.mutableSpan
        var sum: Float = 0
        for index in features.portable {
            let bucket = (Int(hashes[index]) & mask) * slots
            let weight = widen(weights[bucket]) + widen(weights[bucket + family])
            kept[index] = weight
            sum += weight
        }
        for index in features.portableEnd..<hashes.count { kept[index] = 0 }
        return sum
    }

    /// The value each present feature has: such that every message has length 1, and long ones do not shout.
    static func scale(forCount count: Int) -> Float {
        count == 0 ? 0 : 1 / Float(count).squareRoot()
    }

    /// A stored weight as a float.
    @inline(__always)
    static func widen(_ stored: UInt16) -> Float {
        Float(bitPattern: UInt32(stored) << 16)
    }

    /// A float as a stored weight, rounded to the nearest even (finite values only; others become zero).
    static func narrow(_ weight: Float) -> UInt16 {
        guard weight.isFinite else { return 0 }
        let bits = weight.bitPattern
        let rounded = (bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16
        return UInt16(truncatingIfNeeded: rounded)
    }
}

/// The bounds of what a model file may claim.
public enum ModelLimits {
    /// Powers of two for the number of buckets: from 1,024 to 4 million.
    public static let bucketBits = 10...22
    /// The longest version name, in bytes.
    public static let versionBytes = 255
    /// How many recipients may teach for themselves: beyond, their copies would blur in a table that all share (docs/learning.md).
    public static let recipients = 1 << 12
    /// What every weight, bias, scale and offset stays below, in log-odds: far above what is ever learnt, and low enough that no
    /// sum over a message's features and no product with a scale overflows into infinity, or from there into no number at all.
    public static let magnitude: Float = 1e6
}

extension ContentModel {
    /// The places, in the vector, of the features that move the score most one way, the strongest first and of equals the earliest.
    public func strongest(in features: FeatureSet, towardSpam: Bool, count: Int) -> [Int] {
        var contributions: [Float] = []
        _ = opinion(on: features, weights: &contributions)
        turnIntoContributions(&contributions, of: features)
        return ContentModel.strongest(of: contributions, towardSpam: towardSpam, count: count)
    }

    /// The places of the contributions that move a score most one way, the strongest first and of equals the earliest.
    public static func strongest(of contributions: [Float], towardSpam: Bool, count: Int) -> [Int] {
        guard count > 0 else { return [] }
        // One place more than asked for takes in the newcomer while the others move.
        var weights = [Float](repeating: 0, count: count + 1)
        var places = [Int](repeating: 0, count: count + 1)
        let found = select(contributions.span, sign: towardSpam ? 1 : -1, limit: count, &weights, &places)
        places.removeLast(places.count - found)
        return places
    }

    private static func select(
        _ contributions: Span<Float>, sign: Float, limit: Int, _ weights: inout [Float], _ places: inout [Int]
    ) -> Int {
        var weights = weights.mutableSpan
        var places = places.mutableSpan
        // A Float has no padding, so eight of them may be read as one vector.
        let bytes = unsafe contributions.bytes
        var found = 0
        var least: Float = 0
        var index = -1
        while index + 1 < contributions.count {
            index += 1
            if index & 7 == 0, index + 8 <= contributions.count {
                // Every bit pattern is a Float, and the range was checked.
                let block = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 4 * index, as: SIMD8<Float>.self)
                if (sign * block).max() <= least {
                    index += 7
                    continue
                }
            }
            let weight = contributions[index] * sign
            guard weight > least else { continue }
            var place = found
            while place > 0, weights[place - 1] < weight {
                weights[place] = weights[place - 1]
                places[place] = places[place - 1]
                place -= 1
            }
            weights[place] = weight
            places[place] = index
            if found < limit { found += 1 }
            if found == limit { least = weights[limit - 1] }
        }
        return found
    }
}
