internal import Text

/// A part of a message to be judged for itself: what is said in a few words, without what others can put beside them.
///
/// Of the portable features a window takes the words and pairs of its ranges, and what belongs to no word: sender, links, structure. Hidden words
/// are never in it.
public struct FeatureWindow: Sendable, Hashable {
    /// The words, as indices into `Reading.folded.words`.
    public var words: Range<Int>
    /// Where the words of the subject end, which are always taken.
    public var subjectEnd: Int
    /// Whether it takes header fields that any sender can write.
    public var takesClaims: Bool

    /// A window.
    public init(words: Range<Int>, subjectEnd: Int, takesClaims: Bool) {
        self.words = words
        self.subjectEnd = subjectEnd
        self.takesClaims = takesClaims
    }

    /// Whether it takes a portable feature that was met there.
    public func takes(_ origin: FeatureOrigin) -> Bool {
        switch origin.kind {
        case .word, .pair: words.contains(origin.index) || origin.index < subjectEnd
        case .hiddenWord: false
        case .claim: takesClaims
        default: true
        }
    }
}

/// What the weights of some features come to.
public struct WeightSum: Sendable, Hashable {
    /// Their sum.
    public var sum: Float = 0
    /// How many features there are.
    public var count = 0

    /// The sum of no features.
    public init() {}

    @inline(__always)
    mutating func add(_ weight: Float) {
        sum += weight
        count &+= 1
    }

    static func + (left: WeightSum, right: WeightSum) -> WeightSum {
        var both = left
        both.sum += right.sum
        both.count += right.count
        return both
    }
}

/// What all windows of one message have in common, summed up once.
public struct WindowSums: Sendable {
    /// Where the features of words and pairs end.
    let wordsEnd: Int
    /// Where those of the subject end.
    let subjectEnd: Int
    /// Those of the subject, and what belongs to no word.
    let common: WeightSum
    /// The header fields that any sender can write.
    let claims: WeightSum
}

extension FeatureVector {
    /// Sums up what all windows have in common; `weights` has one for each portable feature, in order.
    public func windowSums(of weights: [Float], subjectEnd: Int) -> WindowSums {
        let origins = origins.span
        let weights = weights.span
        let end = min(set.portableEnd, weights.count)
        let wordsEnd = FeatureVector.firstIndex(in: origins, upTo: end) { $0.kind != .word && $0.kind != .pair }
        let subjectEnd = FeatureVector.firstIndex(in: origins, upTo: wordsEnd) { $0.index >= subjectEnd }
        var common = FeatureVector.sum(of: weights, 0..<subjectEnd)
        var claims = WeightSum()
        for index in wordsEnd..<end {
            switch origins[index].kind {
            case .hiddenWord: break
            case .claim: claims.add(weights[index])
            default: common.add(weights[index])
            }
        }
        return WindowSums(wordsEnd: wordsEnd, subjectEnd: subjectEnd, common: common, claims: claims)
    }

    /// What the weights of a window's features come to: a walk over its own words, whatever the message has beside them.
    public func sum(of weights: [Float], in window: FeatureWindow, with sums: WindowSums) -> WeightSum {
        let words = FeatureVector.sum(of: weights.span, features(of: window.words, with: sums))
        return words + (window.takesClaims ? sums.common + sums.claims : sums.common)
    }

    /// The weights with zero for every feature that a window does not take.
    public func masked(_ weights: [Float], to window: FeatureWindow, with sums: WindowSums) -> [Float] {
        var masked = weights
        mask(&masked, to: window, with: sums)
        return masked
    }

    private func mask(_ weights: inout [Float], to window: FeatureWindow, with sums: WindowSums) {
        let words = features(of: window.words, with: sums)
        let origins = origins.span
        var weights = weights.mutableSpan
        for index in sums.subjectEnd..<words.lowerBound { weights[index] = 0 }
        for index in words.upperBound..<sums.wordsEnd { weights[index] = 0 }
        for index in sums.wordsEnd..<weights.count where !window.takes(origins[index]) { weights[index] = 0 }
    }

    /// Where the features of words of the body stand.
    private func features(of words: Range<Int>, with sums: WindowSums) -> Range<Int> {
        let origins = origins.span
        let start = FeatureVector.firstIndex(in: origins, upTo: sums.wordsEnd) { $0.index >= words.lowerBound }
        let end = FeatureVector.firstIndex(in: origins, upTo: sums.wordsEnd) { $0.index >= words.upperBound }
        let first = max(start, sums.subjectEnd)
        return first..<max(first, end)
    }

    private static func sum(of weights: Span<Float>, _ range: Range<Int>) -> WeightSum {
        let weights = weights.extracting(range)
        var sum = WeightSum()
        for index in weights.indices { sum.sum += weights[index] }
        sum.count = weights.count
        return sum
    }

    /// The first of so many origins for which something holds, where it holds for all that follow: words come first, and in their order.
    @inline(__always)
    private static func firstIndex(in origins: Span<FeatureOrigin>, upTo end: Int, where holds: (FeatureOrigin) -> Bool) -> Int {
        var low = 0
        var high = end
        while low < high {
            let middle = (low + high) / 2
            if holds(origins[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
