internal import Features

extension LocalLearning {
    /// The base model after it learnt these examples, in this order, several times over; nothing when there is nothing to learn.
    ///
    /// A person's word must show at once, although the base model was made of many thousand messages: so the examples are repeated until the
    /// model agrees, a few times at most. What a doubted source says is learnt once. Where one class is rarer than one in four, its examples are
    /// learnt again between the others. What holds for everybody is learnt first, then what each recipient said, so that nobody's word moves
    /// another's.
    static func learner(
        learning examples: [TrainingExample], onTopOf base: ContentModel, key: RecipientKey?, by policy: Policy
    ) -> OnlineLearner? {
        let trust = policy.sources.trust
        let usable = examples.filter { !$0.isHeldOut && trust($0.source) > 0 }
        guard !usable.isEmpty else { return nil }
        var learner = OnlineLearner(from: base, settings: LearnerState.settings, inertia: LearnerState.inertia)
        let weights = (base.evidenceWeights ?? .starter).assuming(policy.spamShares)
        let groups = Dictionary(grouping: usable, by: \.recipient)
        for recipient in groups.keys.sorted() {
            if recipient != 0, let key { learner.hearRecipients(by: key) }
            learn(groups[recipient] ?? [], trust, weights, by: &learner)
        }
        return learner
    }

    private static func learn(
        _ examples: [TrainingExample], _ trust: (String) -> Float, _ weights: EvidenceWeights, by learner: inout OnlineLearner
    ) {
        let trusted = examples.map { trust($0.source) }
        var unneeded = Correction()
        for round in 0..<LearnerState.rounds {
            var areAllRight = true
            for (index, isRepeated) in order(of: examples, trusted, isFirst: round == 0) {
                let example = examples[index]
                let score = learner.learn(
                    example.features, isSpam: example.isSpam, trust: trusted[index], isRepeated: isRepeated || round > 0,
                    noting: &unneeded)
                if trusted[index] == 1, !weights.agree(with: example, content: score, margin: LearnerState.settings.margin) {
                    areAllRight = false
                }
            }
            if areAllRight { break }
        }
    }

    /// Which examples are learnt in a round, in what order; the rarer class's come again where it needs them, evenly spread.
    private static func order(of examples: [TrainingExample], _ trusted: [Float], isFirst: Bool) -> [(index: Int, isRepeated: Bool)] {
        let learnt = examples.indices.filter { trusted[$0] > 0 && (isFirst || trusted[$0] == 1) }
        let spam = learnt.filter { examples[$0].isSpam && trusted[$0] == 1 }
        let ham = learnt.filter { !examples[$0].isSpam && trusted[$0] == 1 }
        let (rare, common) = spam.count < ham.count ? (spam, ham) : (ham, spam)
        // One in four, each at most eight times a round.
        let repeats = rare.isEmpty ? 0 : min(max(0, common.count / 3 - rare.count), 7 * rare.count)
        guard repeats > 0 else { return learnt.map { ($0, false) } }
        var order: [(index: Int, isRepeated: Bool)] = []
        var due = 0
        var next = 0
        for index in learnt {
            order.append((index, false))
            due += repeats
            while due >= learnt.count {
                due -= learnt.count
                order.append((rare[next % rare.count], true))
                next += 1
            }
        }
        // An example may come again before it came itself; it is counted where it comes itself.
        return order
    }
}
