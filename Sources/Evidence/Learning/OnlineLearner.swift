public import Features

/// Learns a content model one example at a time.
///
/// Each view of a message is a logistic regression by stochastic gradient descent with a rate of its own for every weight (AdaGrad,
/// Duchi et al. 2011): a weight that was often corrected moves less. With each new example a few old ones are learnt again. The same
/// examples in the same order give the same model, bit for bit.
public struct OnlineLearner: Sendable {
    /// How the learner learns; docs/learning.md has the experiments behind the numbers.
    public struct Settings: Sendable, Hashable {
        /// The step at the first correction of a weight.
        public var rate: Float
        /// Corrections stop when the score is right by this margin (log-odds); below it every example teaches.
        public var margin: Float
        /// How many old examples are learnt again with each new one.
        public var replays: Int
        /// How many examples of each class are remembered for that.
        public var memory: Int
        /// The buckets of local views, as a power of two, where the model has none yet; nothing learns the portable view alone.
        public var localBits: Int?
        /// Whether the calibration follows what is seen, each score before its label is learnt.
        public var isCalibrating: Bool

        /// Settings; without any, for a stream of feedback where the program runs.
        public init(
            rate: Float = 0.6, margin: Float = 6, replays: Int = 2, memory: Int = 2000, localBits: Int? = 20, isCalibrating: Bool = true
        ) {
            self.rate = rate
            self.margin = margin
            self.replays = replays
            self.memory = memory
            self.localBits = localBits
            self.isCalibrating = isCalibrating
        }

        /// For learning from a whole collection at once, round after round, what is to ship.
        public static let batch = Settings(replays: 0, memory: 0, localBits: nil, isCalibrating: false)
    }

    /// How much slower is learnt from labels of which many are wrong: at a share of one in so many, half as fast.
    private static let caution: Float = 30

    /// How the learner learns; may be changed between examples.
    public var settings: Settings
    private let version: String
    var portable: PortableLearner
    var local: LocalLearner?
    /// Learns what recipients say for themselves; without it their word is everybody's.
    var personal: PersonalLearner?
    private var memory: ReplayMemory
    private var personalMemory: ReplayMemory
    private var calibration: [OnlineCalibration]
    private var noise: [LabelNoise]
    /// What messages without a label tell; empty where every label comes at once.
    private(set) var background = Background()
    var examples: (ham: UInt32, spam: UInt32)

    /// A learner that goes on from a model. Corrections already made in it are not known, so its weights move as freely as new ones,
    /// unless `inertia` (the sum of squared corrections each weight is taken to have seen) holds them back.
    public init(from model: ContentModel, settings: Settings = Settings(), inertia: Float = 1e-6) {
        self.settings = settings
        version = model.version
        portable = PortableLearner(from: model, inertia: max(inertia, 1e-6))
        if let views = model.local ?? settings.localBits.map({ LocalViews(bucketBits: $0) }) {
            local = LocalLearner(from: views, inertia: 1e-6)
        }
        personal = model.personal.map { PersonalLearner(from: $0) }
        memory = ReplayMemory(capacity: settings.replays > 0 ? settings.memory : 0)
        personalMemory = memory
        calibration = model.calibration.map { OnlineCalibration($0) }
        noise = model.calibration.map { _ in LabelNoise() }
        examples = model.examples
    }

    /// The calibrated log-odds that a message with these features is spam.
    public func logOdds(of features: FeatureSet) -> Float {
        logOdds(of: features, own: calibration[Int(features.family.rawValue)].logOdds(ofScore: score(of: features)))
    }

    private func logOdds(of features: FeatureSet, own: Float) -> Float {
        isPersonal(features) ? own : background.logOdds(of: features, own: own, counts)
    }

    private var counts: Background.Counts { Background.Counts(ham: Int(examples.ham), spam: Int(examples.spam)) }

    /// Scores a message whose label is not there yet, or may never come, and keeps its features for a while where labels are missing.
    ///
    /// Give the number to ``learn(_:isSpam:weight:isDoubted:seen:)`` when the label comes.
    public mutating func see(_ features: FeatureSet) -> (logOdds: Float, number: Int?) {
        let own = calibration[Int(features.family.rawValue)].logOdds(ofScore: score(of: features))
        let logOdds = logOdds(of: features, own: own)
        return (logOdds, isPersonal(features) ? nil : background.keep(features, own: own, counts))
    }

    /// From now on, recipients who are named teach for themselves.
    public mutating func hearRecipients(by key: RecipientKey) {
        if personal?.key != key { personal = PersonalLearner(from: PersonalCopies(key: key)) }
    }

    /// Whether features are of a recipient, and recipients are heard.
    private func isPersonal(_ features: FeatureSet) -> Bool { features.recipient != 0 && personal != nil }

    /// Learns that a message with these features is spam, or is not; gives the log-odds it had before.
    ///
    /// `weight` says how much the example counts: below 1 for a class that is too common or a source that is trusted less. A doubted
    /// example counts less the more it contradicts what was learnt, as far as labels of this family were found to be wrong; a person's own
    /// correction is not doubted. `seen` is the number of a message that was seen without its label.
    @discardableResult
    public mutating func learn(
        _ features: FeatureSet, isSpam: Bool, weight: Float = 1, isDoubted: Bool = false, seen: Int? = nil
    ) -> Float {
        let scores = scores(of: features)
        let family = Int(features.family.rawValue)
        let before = logOdds(of: features, own: calibration[family].logOdds(ofScore: scores.combined))
        guard !isPersonal(features) else {
            count(isSpam: isSpam)
            correct(features, scores, isSpam: isSpam, weight: weight, isDoubted: isDoubted, isRepeated: false)
            personalMemory.keep(ReplayMemory.Example(features: features, isSpam: isSpam, weight: weight, isDoubted: isDoubted))
            for _ in 0..<settings.replays { replay(personalMemory.next()) }
            return before
        }
        if settings.isCalibrating { calibration[family].learn(score: scores.combined, isSpam: isSpam) }
        if isDoubted { noise[family].learn(agreement: isSpam ? scores.combined : -scores.combined) }
        count(isSpam: isSpam)
        correct(features, scores, isSpam: isSpam, weight: weight, isDoubted: isDoubted, isRepeated: false)
        let example = ReplayMemory.Example(features: features, isSpam: isSpam, weight: weight, isDoubted: isDoubted)
        memory.keep(example)
        for _ in 0..<settings.replays { replay(memory.next()) }
        learnBackground(example, seen: seen)
        return before
    }

    private mutating func learnBackground(_ example: ReplayMemory.Example, seen: Int?) {
        var background = Background()
        swap(&background, &self.background)
        background.learn(example, seen: seen, counts) { self }
        self.background = background
    }

    /// Learns from a message without a label as one that is spam with this chance, at a part of the usual rate.
    mutating func guess(_ features: FeatureSet, chanceOfSpam: Float, rate: Float) {
        let wrong = noise[Int(features.family.rawValue)].share
        let rate = settings.rate * rate / (1 + OnlineLearner.caution * wrong)
        let step = Step(chanceOfSpam: chanceOfSpam, rate: rate)
        var correction = Correction()
        correct(features, scores(of: features), by: step, isRepeated: true, noting: &correction)
    }

    /// Learns an example that a list of examples names, so that it can be taken back: at a part of the usual rate, and without memory of it.
    /// Gives the log-odds it had before. A repeated example is not counted again.
    mutating func learn(
        _ features: FeatureSet, isSpam: Bool, trust: Float, isRepeated: Bool, noting correction: inout Correction
    ) -> Float {
        let scores = scores(of: features)
        if !isRepeated { count(isSpam: isSpam) }
        // A weight's first step has the size of the rate, however small the error is: only a lower rate makes a source say less.
        // Of a source that is not believed at all half of the labels are wrong: they say nothing.
        let step = Step(isSpam: isSpam, weight: 1, rate: settings.rate * trust, margin: settings.margin, noise: (1 - trust) / 2)
        correct(features, scores, by: step, isRepeated: isRepeated, noting: &correction)
        return calibration[Int(features.family.rawValue)].logOdds(ofScore: scores.combined)
    }

    /// Takes back an example that was learnt with these corrections.
    mutating func takeBack(_ features: FeatureSet, isSpam: Bool, _ correction: Correction) {
        if isPersonal(features) {
            personal?.takeBack(correction.personal, from: features)
        } else {
            background.forgetGuesses()
            portable.takeBack(correction.portable, from: features)
            local?.takeBack(correction, from: features)
        }
        if isSpam { examples.spam -= min(1, examples.spam) } else { examples.ham -= min(1, examples.ham) }
    }

    private mutating func count(isSpam: Bool) {
        if isSpam { examples.spam &+= 1 } else { examples.ham &+= 1 }
    }

    private mutating func replay(_ example: ReplayMemory.Example?) {
        guard let example else { return }
        let scores = scores(of: example.features)
        correct(
            example.features, scores, isSpam: example.isSpam, weight: example.weight, isDoubted: example.isDoubted, isRepeated: true)
    }

    private struct Scores {
        var portable: Float
        var local: ViewScores?
        var combined: Float
    }

    /// The score before calibration.
    func score(of features: FeatureSet) -> Float {
        scores(of: features).combined
    }

    private func scores(of features: FeatureSet) -> Scores {
        let portable = portable.score(of: features)
        let own = features.recipient == 0 ? 0 : personal?.score(of: features) ?? 0
        guard let local else { return Scores(portable: portable, local: nil, combined: portable + own) }
        let views = local.scores(of: features)
        let common = views.combined(portable: portable, share: local.share(of: features.family))
        return Scores(portable: portable, local: views, combined: common + own)
    }

    private mutating func correct(
        _ features: FeatureSet, _ scores: Scores, isSpam: Bool, weight: Float, isDoubted: Bool, isRepeated: Bool
    ) {
        let wrong = isDoubted ? noise[Int(features.family.rawValue)].share : 0
        let rate = settings.rate / (1 + OnlineLearner.caution * wrong)
        let step = Step(isSpam: isSpam, weight: weight, rate: rate, margin: settings.margin, noise: wrong)
        var correction = Correction()
        correct(features, scores, by: step, isRepeated: isRepeated, noting: &correction)
    }

    private mutating func correct(
        _ features: FeatureSet, _ scores: Scores, by step: Step, isRepeated: Bool, noting correction: inout Correction
    ) {
        // A recipient's word moves that recipient's own copies alone: what is common stays.
        guard !isPersonal(features) else {
            personal?.learn(
                features, atScore: scores.combined, by: step, isRepeated: isRepeated, noting: &correction.personal)
            return
        }
        if let error = step.error(atScore: scores.portable) {
            portable.correct(features, by: error, rate: step.rate)
            correction.portable.add(
                error: error, rate: step.rate, scale: ContentModel.scale(forCount: features.portableEnd), inertia: portable.inertia)
        }
        if let views = scores.local { local?.learn(features, scores: views, by: step, isRepeated: isRepeated, noting: &correction) }
    }

    /// What has been learnt so far, as a model of this version.
    public func model(version: String? = nil) -> ContentModel {
        var model = portable.model(version: version ?? self.version)
        model.calibration = calibration.map(\.calibration)
        model.examples = examples
        model.local = local?.views
        model.personal = personal?.copies
        return model
    }
}

/// e to the power of a number, held inside the range in which a float can say it.
func exponential(_ exponent: Float) -> Float {
    let clamped = min(max(exponent, -40), 40)
    // exp(x) = 2^k * exp(r) with |r| <= ln(2)/2; the polynomial's error is below a float's last bit there.
    let power = (clamped * 1.442_695_04).rounded()
    let rest = clamped - power * 0.693_147_18
    let polynomial =
        1 + rest * (1 + rest * (0.5 + rest * (0.166_666_67 + rest * (0.041_666_667 + rest * (0.008_333_334 + rest * 0.001_388_889)))))
    return Float(sign: .plus, exponent: Int(power), significand: polynomial)
}
