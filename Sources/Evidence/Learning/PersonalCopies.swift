internal import Features
public import Messages

/// What recipients taught for themselves: a copy of each feature for each of them, beside the common ones.
///
/// A copy's weight says how far this recipient's word departs from what all others hold, so the score is the common one plus their own sum: what they
/// never spoke of stays as it is for everybody. All copies lie in one table, a feature's hash mixed with the recipient's (Weinberger et al. 2009):
/// recipients who taught nothing need no room in it and are not looked for.
public struct PersonalCopies: Sendable {
    /// The buckets of the table, as a power of two: more gained nothing for 200 recipients (docs/learning.md).
    static let bucketBits = 18
    /// The bits of a hash that a model uses, and that are kept of an example.
    private static let hashMask = UInt32(1) << UInt32(ModelLimits.bucketBits.upperBound) - 1

    /// How recipients are hashed.
    public let key: RecipientKey
    let bucketBits: Int
    /// One weight a bucket.
    var weights: [BFloat16]
    /// How many examples each recipient taught, by mark.
    var recipients: [UInt64: UInt32]

    /// Copies that know nobody.
    init(key: RecipientKey, bucketBits: Int = PersonalCopies.bucketBits) {
        self.key = key
        self.bucketBits = bucketBits
        weights = Array(repeating: BFloat16(bits: 0), count: 1 << bucketBits)
        recipients = [:]
    }

    /// How many recipients taught something.
    public var count: Int { recipients.count }

    /// What stands for the recipient of a message, if that is one who taught; otherwise zero.
    public func mark(of envelope: Envelope) -> UInt64 {
        let mark = key.mark(of: envelope)
        return recipients[mark] == nil ? 0 : mark
    }

    /// What the recipient's own copies add to the score; nothing where that recipient taught nothing.
    func score(of features: FeatureSet) -> Float {
        guard recipients[features.recipient] != nil else { return 0 }
        return PersonalCopies.score(of: features, weights: weights.span, bucketBits: bucketBits)
    }

    static func score<Weight: StoredWeight>(of features: FeatureSet, weights: Span<Weight>, bucketBits: Int) -> Float {
        let places = Places(features, bucketBits: bucketBits)
        let hashes = features.hashes.span
        var sum: Float = 0
        for index in hashes.indices { sum += weights[places[hashes[index]]].value }
        return sum * ContentModel.scale(forCount: features.count)
    }

    /// Adds what each feature's copy gives to the score, in the order of the features.
    func addContributions(of features: FeatureSet, to contributions: inout [Float]) {
        guard recipients[features.recipient] != nil else { return }
        let places = Places(features, bucketBits: bucketBits)
        let scale = ContentModel.scale(forCount: features.count)
        for index in features.hashes.indices { contributions[index] += weights[places[features.hashes[index]]].value * scale }
    }

    /// Where the copies of one recipient lie: a hash function of their own (multiply-shift, Dietzfelbinger et al. 1997), so that two recipients
    /// meet in single features and never in all.
    struct Places {
        private let factor: UInt32
        private let salt: UInt32
        private let shift: UInt32

        init(_ features: FeatureSet, bucketBits: Int) {
            let mark = features.recipient
            factor = UInt32(truncatingIfNeeded: mark) | 1
            salt = UInt32(truncatingIfNeeded: mark >> 32) &+ UInt32(features.family.rawValue) &* 0x9E37_79B1
            shift = 32 - UInt32(bucketBits)
        }

        @inline(__always)
        subscript(_ hash: UInt32) -> Int {
            Int(((hash & PersonalCopies.hashMask ^ salt) &* factor) >> shift)
        }
    }
}

extension ContentModel {
    /// Drops what recipients taught for themselves: it is of no use to others, and none of their business.
    public mutating func forgetRecipients() { personal = nil }

    /// How recipients are hashed: by the model's own key, or, where it has none, by one that everybody knows and that no model keeps.
    public var recipientKey: RecipientKey { personal?.key ?? RecipientKey(low: 0, high: 0) }
}
