internal import Features
internal import Messages

/// A learner in the middle of its work, with the list of what it learnt: so that a new example costs as much as itself, and an old one can be
/// taken back without learning all others again.
struct LearnerState: Sendable {
    var learner: OnlineLearner
    var ledger = Ledger()
    /// How many words the training log had when this was made: with another count it is stale.
    var words = 0
    /// Names the base model, by a checksum of its bytes.
    let base: UInt64
    /// How many examples were taken back by inverse corrections since it was built: while it is not zero, the model is approximate.
    var takenBack = 0
    /// How evidence is weighed here before anything is taught.
    private let weights: EvidenceWeights
    private var memory = ReplayMemory(capacity: LearnerState.memory)
    /// What each recipient taught: beside a recipient's word only their own is learnt again, so that nobody's copies move for another's.
    private var personalMemories: [UInt64: ReplayMemory] = [:]

    /// How a learner that goes on learns: the margin is lower than on a stream, since people teach what was wrong.
    static let settings = OnlineLearner.Settings(margin: 3, replays: 0, localBits: 18, isCalibrating: false)
    /// The sum of squared corrections each weight of the base model is taken to have seen.
    static let inertia: Float = 0.01
    /// How often new examples are gone through at most, until the model agrees.
    static let rounds = 8
    /// How many examples of each class are remembered while building, to be learnt again.
    private static let memory = 2000
    /// The same of each recipient: few, since there may be many recipients.
    private static let personalMemory = 32

    /// A learner that learnt nothing yet, where such shares of channels' messages are spam.
    init(base model: ContentModel, assuming shares: [Channel: Double] = [:]) {
        learner = OnlineLearner(from: model, settings: LearnerState.settings, inertia: LearnerState.inertia)
        base = ModelDelta.checksum(of: model)
        weights = (model.evidenceWeights ?? .starter).assuming(shares)
    }

    /// Learns an example once, and an old one again: the classes stay in balance, and old lessons do not fade.
    mutating func build(with taught: TrainingLog.Taught, trust: Float) {
        let entry = ledger.add(taught, inDoubt: weights.languageInDoubt(of: taught.example))
        let example = taught.example
        guard !example.isHeldOut, trust > 0 else { return }
        learn(example, entry, trust: trust, isRepeated: false)
        if let old = example.recipient == 0 ? memory.next() : personalMemories[example.recipient]?.next() {
            _ = learner.learn(
                old.features, isSpam: old.isSpam, trust: old.weight, isRepeated: true, noting: &ledger.entries[old.entry].correction)
        }
        keep(example, entry, trust: trust)
    }

    private mutating func keep(_ example: TrainingExample, _ entry: Int, trust: Float) {
        let kept = ReplayMemory.Example(
            features: example.features, isSpam: example.isSpam, weight: trust, isDoubted: trust < 1, entry: entry)
        if example.recipient == 0 {
            memory.keep(kept)
        } else {
            personalMemories[example.recipient, default: ReplayMemory(capacity: LearnerState.personalMemory)].keep(kept)
        }
    }

    /// Learns very many new examples, once each, between old ones and each other.
    mutating func learnOnce(_ new: [TrainingLog.Taught], replaying old: [TrainingLog.Taught], trust of: (String) -> Float) {
        let places = Dictionary(ledger.entries.enumerated().map { ($0.element.number, $0.offset) }) { first, _ in first }
        for taught in old {
            let trust = of(taught.example.source)
            guard trust > 0, let entry = places[UInt32(clamping: taught.number)] else { continue }
            keep(taught.example, entry, trust: trust)
        }
        for taught in new { build(with: taught, trust: of(taught.example.source)) }
    }

    /// Learns new examples until the model agrees, and in the first round old ones between them. Doubted ones are learnt once only.
    mutating func learn(_ new: [TrainingLog.Taught], replaying old: [TrainingLog.Taught], trust of: (String) -> Float) {
        var entries: [Int] = []
        for taught in new { entries.append(ledger.add(taught, inDoubt: weights.languageInDoubt(of: taught.example))) }
        let places = Dictionary(ledger.entries.enumerated().map { ($0.element.number, $0.offset) }) { first, _ in first }
        for round in 0..<LearnerState.rounds {
            var areAllRight = true
            for (index, taught) in new.enumerated() where !taught.example.isHeldOut {
                let trust = of(taught.example.source)
                guard trust > 0, round == 0 || trust == 1 else { continue }
                let score = learn(taught.example, entries[index], trust: trust, isRepeated: round > 0)
                if trust == 1, !weights.agree(with: taught.example, content: score, margin: LearnerState.settings.margin) {
                    areAllRight = false
                }
                if round == 0, index < old.count { replay(old[index], places, trust: of) }
            }
            if round == 0, new.count < old.count { for index in new.count..<old.count { replay(old[index], places, trust: of) } }
            if areAllRight { break }
        }
    }

    private mutating func replay(_ taught: TrainingLog.Taught, _ places: [UInt32: Int], trust of: (String) -> Float) {
        guard let entry = places[UInt32(clamping: taught.number)], !taught.example.isHeldOut else { return }
        let trust = of(taught.example.source)
        if trust > 0 { learn(taught.example, entry, trust: trust, isRepeated: true) }
    }

    @discardableResult
    private mutating func learn(_ example: TrainingExample, _ entry: Int, trust: Float, isRepeated: Bool) -> Float {
        learner.learn(
            example.features, isSpam: example.isSpam, trust: trust, isRepeated: isRepeated, noting: &ledger.entries[entry].correction)
    }

    /// Takes examples back by the inverse of all corrections they made.
    mutating func takeBack(_ examples: [TrainingLog.Taught]) {
        let places = Dictionary(ledger.entries.enumerated().map { ($0.element.number, $0.offset) }) { first, _ in first }
        var removed: Set<Int> = []
        for taught in examples {
            guard let place = places[UInt32(clamping: taught.number)], removed.insert(place).inserted else { continue }
            let entry = ledger.entries[place]
            guard !entry.isHeldOut else { continue }
            learner.takeBack(taught.example.features, isSpam: entry.isSpam, entry.correction)
            takenBack += 1
        }
        ledger.entries = ledger.entries.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
        // What is remembered from building names places that have moved, and perhaps what was just taken back.
        memory = ReplayMemory(capacity: LearnerState.memory)
        personalMemories = [:]
    }

    /// How many examples hold for everybody.
    var common: Int { ledger.entries.count { $0.recipient == 0 } }

    /// Old examples to learn again, drawn by lot among those that hold for everybody, or those of recipients: as many of each class as they are,
    /// but of the rarer at least one in four. The same ledger and seed draw the same.
    func drawn(_ count: Int, of recipients: Set<UInt64> = [0], seed: UInt64) -> [TrainingLog.Place] {
        let usable = ledger.entries.indices.filter {
            !ledger.entries[$0].isHeldOut && recipients.contains(ledger.entries[$0].recipient)
        }
        let spam = usable.filter { ledger.entries[$0].isSpam }
        let ham = usable.filter { !ledger.entries[$0].isSpam }
        guard !usable.isEmpty, count > 0 else { return [] }
        var lot = SplitMix(seed: seed)
        let share = min(max(Double(spam.count) / Double(usable.count), 0.25), 0.75)
        return (0..<count).map { _ in
            let wantsSpam = ham.isEmpty || (!spam.isEmpty && lot.fraction() < share)
            let list = wantsSpam ? spam : ham
            return ledger.entries[list[Int(lot.next() % UInt64(list.count))]].place
        }
    }
}
