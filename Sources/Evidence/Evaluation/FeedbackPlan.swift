internal import Messages

/// Which messages of a stream are ever explained to the filter, when, and how truthfully: the tasks of TREC 2007 and label noise.
///
/// Everything is drawn from the seed and the message's place, so that every filter gets the same stream.
public struct FeedbackPlan: Sendable, Hashable {
    /// How many messages pass between a message and its label; 0 is immediate feedback.
    public var delay: Int
    /// The share of messages whose label comes at all, from 0 to 1.
    public var share: Double
    /// The share of labels that come wrong, from 0 to 1.
    public var noise: Double
    /// Where the draws begin.
    public var seed: UInt64

    /// A plan; immediate, complete and truthful unless said otherwise.
    public init(delay: Int = 0, share: Double = 1, noise: Double = 0, seed: UInt64 = 1) {
        self.delay = max(0, delay)
        self.share = share
        self.noise = noise
        self.seed = seed
    }

    /// Whether the label of the message at a place in the stream comes at all.
    public func isLabelled(_ place: Int) -> Bool {
        share >= 1 || draw(place, stream: 1) < share
    }

    /// The label as it comes.
    public func label(_ place: Int, isSpam: Bool) -> Bool {
        noise > 0 && draw(place, stream: 2) < noise ? !isSpam : isSpam
    }

    /// A number from 0 up to 1 that belongs to a place.
    private func draw(_ place: Int, stream: UInt64) -> Double {
        var random = SplitMix(seed: seed &* 0x9E37_79B9 &+ stream &* 0x1_0000_0001 &+ UInt64(truncatingIfNeeded: place))
        return random.fraction()
    }
}

extension FeedbackPlan {
    /// A number scattered over all 64 bits: an order without meaning that is the same for everybody.
    public static func scattered(_ number: UInt64) -> UInt64 {
        SplitMix.scattered(number)
    }
}
