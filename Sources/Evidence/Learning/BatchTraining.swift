public import Features
internal import Messages

/// Trains a model from many labelled messages at once: the starter model, or a centre's own.
///
/// Messages with the same content key are kept together: of ten keys one serves to calibrate the model and another to measure it, and neither is
/// learnt from. Copies of one text count less, so does a source of texts or a class that outnumbers the others, and of a mail's features most are
/// left out at random, others in each round. The same examples in the same order give the same model, bit for bit.
public struct BatchTraining: Sendable {
    private struct Example: Sendable {
        var features: FeatureSet
        var key: UInt64
        var weight: Float
        var group: Int
        var isSpam: Bool
    }

    /// How the model does on what was held out of one group of examples.
    public struct GroupReport: Sendable, Hashable {
        /// The group's name.
        public var name: String
        /// Held-out ham.
        public var ham = 0
        /// Held-out spam.
        public var spam = 0
        /// Ham given more than even odds of spam.
        public var hamMissed = 0
        /// Spam given less than even odds.
        public var spamMissed = 0
    }

    /// How a model is learnt; docs/learning.md has the experiments behind the numbers.
    public struct Settings: Sendable, Hashable {
        /// The number of buckets, as a power of two.
        public var bucketBits: Int
        /// How often the examples are gone through.
        public var rounds: Int
        /// The step at the first correction of a weight, for texts and for mail.
        var rate: (texts: Float, mail: Float) { (0.6, 0.3) }
        /// The sum of squared corrections each weight is taken to have seen: one example moves it little.
        var inertia: Float { 0.01 }
        /// The share of a mail's features that is learnt in a round. The mail of one place differs from that of another far more than texts do:
        /// where any few features may be missing, none can carry the verdict alone.
        var mailShare: (of: UInt64, features: UInt64) { (3, 10) }

        /// The settings; without any, those that the starter model is made with.
        public init(bucketBits: Int = 18, rounds: Int = 8) {
            self.bucketBits = bucketBits
            self.rounds = rounds
        }
    }

    /// A trained model and how it does on what was held out to measure it.
    public struct Result: Sendable {
        /// The model.
        public var model: ContentModel
        /// Its errors, group by group.
        public var reports: [GroupReport]
        /// The mean distance between the probability given and the share that is spam, over fifteen bins (expected calibration error).
        public var calibrationError: Double
    }

    /// What an example serves for.
    private enum Use: UInt64 { case calibrating = 0, measuring, learning }

    private var examples: [Example] = []
    private var groups: [String] = []

    /// Whether messages of this content key are held out: no model that was trained so has learnt from them.
    public static func isHeldOut(key: UInt64) -> Bool { use(ofMixed: SplitMix.scattered(key)) != .learning }

    /// No examples yet.
    public init() {}

    /// How many examples there are.
    public var count: Int { examples.count }

    /// Begins a group: the examples added from now on are reported under its name.
    public mutating func begin(group name: String) {
        groups.append(name)
    }

    /// Adds an example; `key` is the same for messages that say the same, `weight` how much it counts.
    public mutating func add(_ features: FeatureSet, isSpam: Bool, key: UInt64, weight: Float = 1) {
        if groups.isEmpty { groups.append("examples") }
        examples.append(
            Example(features: features, key: SplitMix.scattered(key), weight: weight, group: groups.count - 1, isSpam: isSpam))
    }

    /// The model learnt from the examples. `progress` is called for each example in each round.
    public func model(version: String, settings: Settings = Settings(), progress: () -> Void = {}) -> Result {
        let learnt = examples.indices.filter { use(of: $0) == .learning }
        let weights = weights(of: learnt)
        var learner = OnlineLearner(
            from: ContentModel(version: version, bucketBits: settings.bucketBits), settings: .batch, inertia: settings.inertia)
        for round in 0..<settings.rounds {
            let order = learnt.sorted {
                (SplitMix.scattered(examples[$0].key &+ UInt64(round)), $0) < (SplitMix.scattered(examples[$1].key &+ UInt64(round)), $1)
            }
            for index in order {
                let example = examples[index]
                let isMail = example.features.family == .mail
                let seed = SplitMix.scattered(UInt64(index) &* 64 &+ UInt64(round))
                learner.settings.rate = isMail ? settings.rate.mail : settings.rate.texts
                learner.learn(
                    isMail ? thinned(example.features, seed: seed, settings.mailShare) : example.features, isSpam: example.isSpam,
                    weight: weights[index])
                progress()
            }
        }
        var model = learner.model()
        model.examples = (
            UInt32(clamping: learnt.count { !examples[$0].isSpam }), UInt32(clamping: learnt.count { examples[$0].isSpam })
        )
        model = calibrated(model)
        let measured = examples.indices.filter { use(of: $0) == .measuring }
        return Result(model: model, reports: report(on: measured, by: model), calibrationError: calibrationError(on: measured, by: model))
    }

    private func use(of index: Int) -> Use { BatchTraining.use(ofMixed: examples[index].key) }

    private static func use(ofMixed key: UInt64) -> Use { Use(rawValue: key % 10) ?? .learning }

    /// What each example counts: the copies of a text together as much as the root of their number, of the texts of one class and group those as the
    /// root of theirs, and then the two classes of a family alike but for the root of their ratio.
    private func weights(of learnt: [Int]) -> [Float] {
        var weights = examples.map(\.weight)
        var copies: [SIMD2<UInt64>: Int] = [:]
        for index in learnt { copies[copyKey(index), default: 0] += 1 }
        for index in learnt { weights[index] /= Float(copies[copyKey(index), default: 1]).squareRoot() }
        balance(&weights, of: learnt.filter { examples[$0].features.family != .mail }) { example in
            example.group * 2 + (example.isSpam ? 1 : 0)
        } share: { sum, _ in
            (1000 / max(sum, 100)).squareRoot()
        }
        balance(&weights, of: learnt) { example in
            Int(example.features.family.rawValue) * 2 + (example.isSpam ? 1 : 0)
        } share: {
            (($0 + $1) / (2 * $0)).squareRoot()
        }
        return weights
    }

    private func copyKey(_ index: Int) -> SIMD2<UInt64> {
        SIMD2(examples[index].key, UInt64(examples[index].group))
    }

    /// Multiplies the weights of the examples of each class by a factor of what the class and its counterpart (the class whose number differs in
    /// the last bit) weigh together.
    private func balance(
        _ weights: inout [Float], of learnt: [Int], classOf: (Example) -> Int, share: (_ sum: Float, _ counterpart: Float) -> Float
    ) {
        var sums: [Int: Float] = [:]
        for index in learnt { sums[classOf(examples[index]), default: 0] += weights[index] }
        for index in learnt {
            let name = classOf(examples[index])
            weights[index] *= share(sums[name, default: 1], sums[name ^ 1, default: 0])
        }
    }

    /// A share of an example's portable features, drawn by the seed.
    private func thinned(_ features: FeatureSet, seed: UInt64, _ share: (of: UInt64, features: UInt64)) -> FeatureSet {
        var random = SplitMix(seed: seed)
        // The model that ships is drawn from the second number on.
        _ = random.next()
        let kept = features.hashes[features.portable].filter { _ in random.next() % share.features < share.of }
        return FeatureSet(family: features.family, hashes: kept)
    }

    private func calibrated(_ model: ContentModel) -> ContentModel {
        var calibration = PlattCalibration()
        for index in examples.indices where use(of: index) == .calibrating {
            let example = examples[index]
            calibration.add(score: model.score(of: example.features), isSpam: example.isSpam, family: example.features.family)
        }
        return calibration.applied(to: model)
    }

    private func calibrationError(on measured: [Int], by model: ContentModel) -> Double {
        var bins = Array(repeating: (weight: 0.0, probability: 0.0, spam: 0.0), count: 15)
        for index in measured {
            let probability = Double(1 / (1 + exponential(-model.logOdds(of: examples[index].features))))
            let bin = min(Int(probability * 15), 14)
            bins[bin].weight += 1
            bins[bin].probability += probability
            bins[bin].spam += examples[index].isSpam ? 1 : 0
        }
        let total = bins.reduce(0) { $0 + $1.weight }
        return total > 0 ? bins.reduce(0) { $0 + abs($1.probability - $1.spam) } / total : 0
    }

    private func report(on held: [Int], by model: ContentModel) -> [GroupReport] {
        var reports = groups.map { GroupReport(name: $0) }
        for index in held {
            let example = examples[index]
            let isCalledSpam = model.logOdds(of: example.features) > 0
            if example.isSpam {
                reports[example.group].spam += 1
                if !isCalledSpam { reports[example.group].spamMissed += 1 }
            } else {
                reports[example.group].ham += 1
                if isCalledSpam { reports[example.group].hamMissed += 1 }
            }
        }
        return reports
    }
}
