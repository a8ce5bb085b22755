import Testing

@testable import Features

/// The sum of a window, found by searching, is that of the features it takes, found by looking at each.
@Suite struct FeatureWindowTests {
    /// Three words of subject, 60 of body (each a word, most a pair, some met before), hidden words, links, structure and claims, and a local group.
    private func vector() -> FeatureVector {
        var vector = FeatureVector()
        for word in 0..<63 as Range<UInt32> {
            vector.insert(word % 7 == 3 ? 1 : 100 + word, from: FeatureOrigin(.word, Int(word)))
            if word % 5 != 0 { vector.insert(1000 + word, from: FeatureOrigin(.pair, Int(word))) }
        }
        for index in 0..<4 as Range<UInt32> {
            vector.insert(2000 + index, from: FeatureOrigin(.hiddenWord, Int(index)))
            vector.insert(3000 + index, from: FeatureOrigin(.link, Int(index)))
            vector.insert(4000 + index, from: FeatureOrigin(.structure, Int(index)))
            vector.insert(5000 + index, from: FeatureOrigin(.claim, Int(index)))
        }
        vector.endPortable()
        for index in 0..<9 as Range<UInt32> { vector.insert(6000 + index, from: FeatureOrigin(.headerField, Int(index))) }
        vector.endHeader()
        return vector
    }

    private let windows = [0..<0, 3..<63, 3..<27, 10..<11, 50..<63, 60..<400, 0..<2, 63..<63].flatMap { words in
        [true, false].map { FeatureWindow(words: words, subjectEnd: 3, takesClaims: $0) }
    }

    @Test func sumsAreThoseOfTheFeaturesTaken() {
        let vector = vector()
        // Powers of two up to a mantissa's length, so that every order of adding gives the same.
        let weights = vector.hashes.indices.map { index in index < vector.set.portableEnd ? Float(1 << (index % 16)) : 0 }
        let sums = vector.windowSums(of: weights, subjectEnd: 3)
        for window in windows {
            let taken = vector.set.portable.filter { window.takes(vector.origins[$0]) }
            let sum = vector.sum(of: weights, in: window, with: sums)
            #expect(sum.count == taken.count, "\(window)")
            #expect(sum.sum == taken.reduce(0) { $0 + weights[$1] }, "\(window)")
        }
    }

    @Test func maskingLeavesTheFeaturesTaken() {
        let vector = vector()
        let weights = vector.hashes.indices.map { index in index < vector.set.portableEnd ? Float(index + 1) : 0 }
        let sums = vector.windowSums(of: weights, subjectEnd: 3)
        for window in windows {
            let masked = vector.masked(weights, to: window, with: sums)
            #expect(masked == weights.indices.map { window.takes(vector.origins[$0]) ? weights[$0] : 0 }, "\(window)")
        }
    }

    @Test func nothingHasAnEmptySum() {
        var vector = FeatureVector()
        vector.endPortable()
        let sums = vector.windowSums(of: [], subjectEnd: 0)
        let window = FeatureWindow(words: 0..<24, subjectEnd: 0, takesClaims: true)
        #expect(vector.sum(of: [], in: window, with: sums) == WeightSum())
        #expect(vector.masked([], to: window, with: sums).isEmpty)
    }
}
