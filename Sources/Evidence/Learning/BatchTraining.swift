public import Features

/// Trains a model from many labelled messages at once: the starter model, or a centre's own.
///
/// Messages with the same content key are kept together: one key in ten is held out, never learnt from, and serves to calibrate the model and to
/// measure it. The same examples in the same order give the same model, bit for bit.
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

    private var examples: [Example] = []
    private var groups: [String] = []

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
            Example(features: features, key: BatchTraining.mix(key), weight: weight, group: groups.count - 1, isSpam: isSpam))
    }

    /// The model learnt in so many rounds, and how it does on what was held out. `progress` is called for each example in each round.
    public func model(
        version: String, bucketBits: Int = 18, rounds: Int = 3, progress: () -> Void = {}
    ) -> (model: ContentModel, reports: [GroupReport]) {
        let held = Set(examples.indices.filter { examples[$0].key % 10 == 0 })
        let base = ContentModel(version: version, bucketBits: bucketBits)
        var learner = OnlineLearner(from: base, settings: .batch, inertia: 0.01)
        for round in 0..<rounds {
            let order = examples.indices.filter { !held.contains($0) }.sorted {
                (BatchTraining.mix(examples[$0].key &+ UInt64(round)), $0) < (BatchTraining.mix(examples[$1].key &+ UInt64(round)), $1)
            }
            for index in order {
                learner.learn(examples[index].features, isSpam: examples[index].isSpam, weight: examples[index].weight)
                progress()
            }
        }
        var model = learner.model()
        var calibration = PlattCalibration()
        for index in held.sorted() {
            let example = examples[index]
            calibration.add(score: model.score(of: example.features), isSpam: example.isSpam, family: example.features.family)
        }
        model = calibration.applied(to: model)
        return (model, report(on: held.sorted(), by: model))
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

    /// The finaliser of SplitMix64: keys in a row come out scattered.
    private static func mix(_ key: UInt64) -> UInt64 {
        var hash = key &+ 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }
}
