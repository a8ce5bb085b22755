internal import Evaluation
internal import Features
internal import Filter
internal import Learning
internal import Messages

/// The TREC task: one message at a time is scored, then its label comes, sooner or later or never, right or wrong.
struct Stream {
    let plan: FeedbackPlan
    let model: ContentModel

    func scored(_ messages: LabelledMessages, by scanner: Scanner, _ prepared: Preparation) throws -> [ScoredMessage] {
        var learner = OnlineLearner(from: model)
        if prepared.isPersonal { learner.hearRecipients(by: model.recipientKey) }
        var waiting: [(place: Int, features: FeatureSet, isSpam: Bool, seen: Int?)] = []
        var taken = 0
        var place = 0
        return try messages.map(prepared, by: scanner) { features, key, isSpam, channel in
            let logOdds: Float
            if plan.delay == 0, plan.isLabelled(place) {
                // Learning begins with the score: whoever is told at once need not ask for it twice.
                logOdds = learner.learn(features, isSpam: plan.label(place, isSpam: isSpam), isDoubted: true)
            } else {
                let sight = learner.see(features)
                logOdds = sight.logOdds
                if plan.isLabelled(place) { waiting.append((place, features, plan.label(place, isSpam: isSpam), sight.number)) }
            }
            while taken < waiting.count, waiting[taken].place + plan.delay <= place {
                let label = waiting[taken]
                learner.learn(label.features, isSpam: label.isSpam, isDoubted: true, seen: label.seen)
                // What is learnt is let go, and the list itself kept short.
                waiting[taken].features = FeatureSet(family: features.family)
                taken += 1
            }
            if taken > 4096 {
                waiting.removeFirst(taken)
                taken = 0
            }
            place += 1
            return ScoredMessage(logOdds: Double(logOdds), isSpam: isSpam, key: key, channel: channel.evaluatedName)
        }
    }
}

/// A model taught from a whole collection, round after round.
struct Taught {
    let rounds: Int
    let base: ContentModel

    /// One message to learn from.
    typealias Example = (features: FeatureSet, key: UInt64, isSpam: Bool, channel: Channel)

    func model(from messages: LabelledMessages, by scanner: Scanner, _ prepared: Preparation) throws -> ContentModel {
        model(from: try messages.map(prepared, by: scanner) { ($0, $1, $2, $3) }, isPersonal: prepared.isPersonal)
    }

    /// The model after all rounds, calibrated on the scores each message got before it was first learnt.
    func model(from examples: [Example], isPersonal: Bool) -> ContentModel {
        let settings = OnlineLearner.Settings(rate: 0.3, margin: 6, replays: 0, localBits: 20)
        var learner = OnlineLearner(from: base, settings: settings, inertia: 1e-4)
        if isPersonal { learner.hearRecipients(by: base.recipientKey) }
        for round in 0..<rounds {
            learner.settings.isCalibrating = round == 0
            for place in Taught.shuffled(examples.count, round: round) {
                learner.learn(examples[place].features, isSpam: examples[place].isSpam)
            }
        }
        return learner.model(version: "taught")
    }

    /// An order that is the same for everybody and another one each round.
    private static func shuffled(_ count: Int, round: Int) -> [Int] {
        (0..<count).map { place in
            (FeedbackPlan.scattered(UInt64(place) &+ UInt64(round) &* 0x1_0000_0001), place)
        }.sorted { $0 < $1 }.map(\.1)
    }
}

/// Each message scored by a model that was taught from the other folds; messages that say the same lie in one fold.
struct CrossValidation {
    let folds: Int
    let rounds: Int
    let base: ContentModel

    func scored(_ messages: LabelledMessages, by scanner: Scanner, _ prepared: Preparation) throws -> [ScoredMessage] {
        let examples: [Taught.Example] = try messages.map(prepared, by: scanner) { ($0, $1, $2, $3) }
        func fold(_ example: Taught.Example) -> Int { CrossValidation.fold(ofKey: example.key, folds: folds) }
        var scored = examples.map { ScoredMessage(logOdds: 0, isSpam: $0.isSpam, key: $0.key, channel: $0.channel.evaluatedName) }
        for number in 0..<folds {
            let model = Taught(rounds: rounds, base: base).model(
                from: examples.filter { fold($0) != number }, isPersonal: prepared.isPersonal)
            for place in examples.indices where fold(examples[place]) == number {
                scored[place].logOdds = Double(model.logOdds(of: examples[place].features))
            }
        }
        return scored
    }

    /// The fold of messages with a content key.
    static func fold(ofKey key: UInt64, folds: Int) -> Int {
        Int(FeedbackPlan.scattered(key) % UInt64(folds))
    }
}
