public import Features
public import Messages

/// Trains a threat model from many messages whose class is known.
///
/// Messages with the same content key are kept together: of those that say the same the first one counts, and one key in ten is held out and
/// never learnt from. The same examples in the same order give the same model, bit for bit.
public struct ThreatTraining: Sendable {
    private struct Example: Sendable {
        var hashes: [UInt32]
        var place: Int
        var language: String
        var key: UInt64
        var isHam: Bool
    }

    /// How training goes; docs/learning.md has the experiments behind the numbers.
    private enum Settings {
        static let rounds: UInt64 = 8
        /// The step at the first correction of a weight, and the sum of squares it begins with.
        static let rate: Float = 0.3
        static let inertia: Float = 1e-3
        /// A feature is learnt when it stands in so many examples; of more features than there is room for, those of more examples.
        static let leastExamples = 3
        static let mostFeatures = 40_000
        /// What an example of a rare class may count beside one of its language's average.
        static let mostWeight: Float = 5
        /// What ham counts beside spam.
        static let hamWeight: Float = 0.4
    }

    private var examples: [Example] = []
    private var seen: Set<UInt64> = []

    /// No examples yet.
    public init() {}

    /// How many examples there are to learn from.
    public var count: Int { examples.count }

    /// Whether messages with this content key are held out.
    public static func isHeldOut(_ key: UInt64) -> Bool { SplitMix.scattered(key) % 10 == 0 }

    /// Adds an example of spam of a class, or of ham (`none`); its first `words` features are learnt. A class that is not learnt, a key that
    /// is held out and one that was met before are passed over.
    public mutating func add(_ features: FeatureSet, words: Int, threat: ThreatClass, language: String, key: UInt64) {
        guard let place = ThreatModel.classes.firstIndex(of: threat == .none ? .unspecified : threat) else { return }
        guard !ThreatTraining.isHeldOut(key), seen.insert(key).inserted else { return }
        examples.append(
            Example(
                hashes: Array(features.hashes.prefix(max(0, words))), place: place, language: language, key: key, isHam: threat == .none))
    }

    /// The model that the examples give.
    public func model(version: String) -> ThreatModel {
        let features = chosenFeatures()
        let known = Dictionary(uniqueKeysWithValues: features.enumerated().map { ($1, $0) })
        let places = examples.map { example in example.hashes.compactMap { known[$0] } }
        let importance = importance()
        let classes = ThreatModel.classes.count
        var weights = [Float](repeating: 0, count: features.count * classes)
        var squares = [Float](repeating: Settings.inertia, count: features.count * classes)
        for round in 0..<Settings.rounds {
            let order = examples.indices.map { (SplitMix.scattered(examples[$0].key &+ round &+ 1), $0) }.sorted { $0 < $1 }
            for (_, index) in order {
                let value = ThreatModel.value(forCount: examples[index].hashes.count)
                learn(places[index], value, examples[index].place, importance[index], &weights, &squares)
            }
        }
        return table(version: version, features, weights)
    }

    /// The features that enough examples have, in the order of their hashes.
    private func chosenFeatures() -> [UInt32] {
        var counts: [UInt32: Int] = [:]
        for example in examples { for hash in example.hashes { counts[hash, default: 0] += 1 } }
        var least = Settings.leastExamples
        var chosen = counts.filter { $0.value >= least }
        while chosen.count > Settings.mostFeatures {
            least += 1
            chosen = chosen.filter { $0.value >= least }
        }
        return chosen.keys.sorted()
    }

    /// What each example counts: the classes of a language weigh the same, however many examples they have.
    private func importance() -> [Float] {
        var ofLanguage: [String: [Float]] = [:]
        for example in examples {
            ofLanguage[example.language, default: Array(repeating: 0, count: ThreatModel.classes.count)][example.place] += 1
        }
        return examples.map { example in
            guard let counts = ofLanguage[example.language] else { return 0 }
            let average = counts.reduce(0, +) / Float(counts.count { $0 > 0 })
            return min(Settings.mostWeight, average / counts[example.place]) * (example.isHam ? Settings.hamWeight : 1)
        }
    }

    /// One step of AdaGrad on the cross entropy.
    private func learn(
        _ places: [Int], _ value: Float, _ truth: Int, _ importance: Float, _ weights: inout [Float], _ squares: inout [Float]
    ) {
        let classes = ThreatModel.classes.count
        var scores = [Float](repeating: 0, count: classes)
        for place in places { for c in 0..<classes { scores[c] += value * weights[place * classes + c] } }
        let highest = scores.reduce(-Float.infinity) { max($0, $1) }
        for c in 0..<classes { scores[c] = exponential(scores[c] - highest) }
        let sum = scores.reduce(0, +)
        let errors = (0..<classes).map { importance * ((($0 == truth) ? 1 : 0) - scores[$0] / sum) * value }
        for place in places {
            for c in 0..<classes {
                squares[place * classes + c] += errors[c] * errors[c]
                weights[place * classes + c] += Settings.rate * errors[c] / squares[place * classes + c].squareRoot()
            }
        }
    }

    /// The weights in bytes, in units such that the largest is 127.
    private func table(version: String, _ features: [UInt32], _ weights: [Float]) -> ThreatModel {
        var model = ThreatModel(version: version)
        for example in examples { model.examples[example.place] += 1 }
        let largest = weights.reduce(0) { max($0, $1.magnitude) }
        guard largest > 0 else { return model }
        model.step = min(max(largest / 127, ThreatModelLimits.step.lowerBound), ThreatModelLimits.step.upperBound)
        let classes = ThreatModel.classes.count
        for (place, hash) in features.enumerated() {
            let bytes = (0..<classes).map { c in Int8(min(max((weights[place * classes + c] / model.step).rounded(), -127), 127)) }
            // A feature without room is one that is not known; with the table two thirds full none is.
            _ = model.insert(hash, weights: bytes)
        }
        return model
    }
}
