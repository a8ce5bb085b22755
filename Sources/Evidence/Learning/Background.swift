internal import Features
internal import Messages

/// What messages without a label tell while labels come late or seldom, and nearly all that came are of one class.
///
/// A filter that knows spam alone calls everything spam. Two things help, and both fade as labels of the rarer class come:
/// - *Positive and unlabelled* (Elkan and Noto 2008): a second learner, a copy of the first, learns with each label one message that
///   still waits for its own, as probably of the class that is missing. It is a copy so that what it guessed is never in the
///   model: it is thrown away, not taken back.
/// - *Level*: half of the mean score of messages without a label is taken from scores, so that those of the first hours can be compared
///   with later ones.
///
/// Where each label comes before the next message is scored, nothing is ever kept here, and nothing changes.
struct Background: Sendable {
    /// The rarer class's examples at which unlabelled messages teach no more.
    private static let taught = 50
    /// The rarer class's examples at which the copy, which had a part of taught / (taught + examples) until then, is let go.
    private static let forgotten = 500
    /// The share of the other class's examples at which the rarer one is no longer rare enough for unlabelled messages to teach.
    private static let rare: Float = 0.25
    /// Fewer waiting messages than this say nothing of what is to come.
    private static let leastWaiting = 100
    /// Lessons from unlabelled messages at which the copy has its full part.
    private static let lessonsToTrust: Float = 20
    /// The chance that a waiting message is of the common class after all.
    private static let chanceOfCommon: Float = 0.1
    /// How much of the level is taken from scores, and on how many messages it looks back, about.
    private static let level: (share: Float, window: Float) = (0.5, 500)

    private var waiting = WaitingMessages()
    /// The copy that guesses, or none.
    private var guesser: [OnlineLearner] = []
    private var lessons: Float = 0
    private var mean: Float = 0
    private var seen: Float = 0
    /// Which waiting message is drawn; begun at the same place each time, so that the same stream gives the same scores.
    private var lot = SplitMix(seed: 7)

    var isGuessing: Bool { !guesser.isEmpty }

    /// The log-odds of a message, given those of the learner itself.
    func logOdds(of features: FeatureSet, own: Float, _ examples: Counts) -> Float {
        var logOdds = own
        if seen > 0 { logOdds -= Background.level.share * mean * examples.imbalance(upTo: 1) * examples.newness(upTo: Background.taught) }
        guard let guesser = guesser.first else { return logOdds }
        let rarer = Float(examples.rarer)
        let part = (1 - rarer / (rarer + Float(Background.taught))) * min(1, lessons / Background.lessonsToTrust)
        return (1 - part) * logOdds + part * guesser.logOdds(of: features)
    }

    /// Keeps a message whose label has not come, with the learner's own log-odds; gives its number.
    mutating func keep(_ features: FeatureSet, own: Float, _ examples: Counts) -> Int? {
        guard examples.rarer < Background.taught else { return nil }
        if examples.common > 0 {
            seen = min(seen + 1, Background.level.window)
            mean += (own - mean) / seen
        }
        return waiting.keep(features)
    }

    /// Passes over messages seen before the one whose label came, and has the copy learn that label and a message that waits.
    mutating func learn(
        _ lesson: ReplayMemory.Example, seen number: Int?, _ examples: Counts, copying learner: () -> OnlineLearner
    ) {
        waiting.passOver(upTo: number)
        guard examples.rarer < Background.forgotten else {
            guesser = []
            return
        }
        if isGuessing {
            guesser[0].learn(lesson.features, isSpam: lesson.isSpam, weight: lesson.weight, isDoubted: lesson.isDoubted)
        }
        let rate = examples.imbalance(upTo: Background.rare) * examples.newness(upTo: Background.taught)
        guard rate > 0, waiting.count >= Background.leastWaiting, let message = waiting.message(at: lot.next()) else { return }
        if !isGuessing { guesser = [learner()] }
        let chance = examples.isMostlySpam ? Background.chanceOfCommon : 1 - Background.chanceOfCommon
        guesser[0].guess(message, chanceOfSpam: chance, rate: rate)
        lessons += 1
    }

    /// Forgets what was guessed: an example that was learnt is taken back, and the next copy shall not know it.
    mutating func forgetGuesses() {
        guesser = []
        lessons = 0
    }
}

extension Background {
    /// How many examples of each class were learnt.
    struct Counts {
        let ham: Int
        let spam: Int

        var rarer: Int { min(ham, spam) }
        var common: Int { max(ham, spam) }
        var isMostlySpam: Bool { spam >= ham }

        /// From 1 where the rarer class is missing to 0 where it has this share of the other one's examples.
        func imbalance(upTo share: Float) -> Float {
            max(0, 1 - Float(rarer) / (Float(max(common, 1)) * share))
        }

        /// From 1 where the rarer class is missing to 0 where it has so many examples.
        func newness(upTo count: Int) -> Float {
            max(0, 1 - Float(rarer) / Float(count))
        }
    }
}
