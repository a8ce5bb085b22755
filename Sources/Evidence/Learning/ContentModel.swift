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
    public func logOdds(of features: borrowing FeatureVector) -> Float {
        let family = Int(features.family.rawValue)
        let calibration = calibration[family]
        return calibration.offset + calibration.scale * score(of: features)
    }

    /// The score before calibration.
    func score(of features: borrowing FeatureVector) -> Float {
        let family = Int(features.family.rawValue)
        let hashes = features.hashes.span
        let weights = weights.span
        let mask = 1 << bucketBits - 1
        var sum: Float = 0
        for index in hashes.indices {
            let bucket = (Int(hashes[index]) & mask) * ContentModel.slots
            sum += ContentModel.widen(weights[bucket]) + ContentModel.widen(weights[bucket + family])
        }
        return bias[family] + sum * ContentModel.scale(forCount: hashes.count)
    }

    /// How much one feature adds to the calibrated log-odds of a message with so many features.
    public func contribution(of hash: UInt32, in features: borrowing FeatureVector) -> Float {
        let family = Int(features.family.rawValue)
        let bucket = (Int(hash) & (1 << bucketBits - 1)) * ContentModel.slots
        let weight = ContentModel.widen(weights[bucket]) + ContentModel.widen(weights[bucket + family])
        return calibration[family].scale * weight * ContentModel.scale(forCount: features.count)
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
    /// What every weight, bias, scale and offset stays below, in log-odds: far above what is ever learnt, and low enough that no
    /// sum over a message's features and no product with a scale overflows into infinity, or from there into no number at all.
    public static let magnitude: Float = 1e6
}

extension ContentModel {
    /// The places, in the vector, of the features that move the score most one way, the strongest first.
    public func strongest(in features: borrowing FeatureVector, towardSpam: Bool, count: Int) -> [Int] {
        let family = Int(features.family.rawValue)
        let mask = 1 << bucketBits - 1
        let hashes = features.hashes.span
        let weights = weights.span
        var best: [(weight: Float, index: Int)] = []
        best.reserveCapacity(count + 1)
        var least: Float = 0
        for index in hashes.indices {
            let bucket = (Int(hashes[index]) & mask) * ContentModel.slots
            let sum = ContentModel.widen(weights[bucket]) + ContentModel.widen(weights[bucket + family])
            let weight = towardSpam ? sum : -sum
            guard weight > least else { continue }
            let place = best.firstIndex { $0.weight < weight } ?? best.count
            best.insert((weight, index), at: place)
            if best.count > count {
                best.removeLast()
                least = best[count - 1].weight
            }
        }
        return best.map(\.index)
    }
}
