public import Features
public import Messages

/// A message whose class is known and that no model may get wrong.
public struct Canary: Sendable, Hashable {
    /// Where it came from, for people.
    public var name: String
    /// What a learner sees of it.
    public var features: FeatureSet
    /// What the checks found in it.
    public var findings: [WeighedFinding]
    /// How far the content expert is believed on it.
    public var wording: Wording?
    /// How it travelled; nothing where nobody noted it.
    public var channel: Channel?
    /// What it is.
    public var isSpam: Bool

    /// A canary.
    public init(
        name: String, features: FeatureSet, findings: [WeighedFinding] = [], wording: Wording? = nil, channel: Channel? = nil, isSpam: Bool
    ) {
        self.name = name
        self.features = features
        self.findings = findings
        self.wording = wording
        self.channel = channel
        self.isSpam = isSpam
    }
}

/// How a new model does beside the one in use: on canaries, and on local messages neither learnt from.
public struct Trial: Sendable, Hashable {
    /// Canaries the new model gets wrong and the old one right.
    public var lostCanaries: [String] = []
    /// Canaries both get wrong.
    public var wrongCanaries: [String] = []
    /// Held-out messages that both were tried on.
    public var heldOut = 0
    /// Of these, how many the new one gets wrong and the old one right.
    public var lost = 0
    /// How many the new one gets right and the old one wrong.
    public var won = 0

    /// How many held-out messages of each class are looked at: the last ones held out. Of each, since a folder of one class must not be judged
    /// by that class alone.
    static let heldOutLimit = 500

    /// Of things that are spam or are not, the last ones of each class, in their order.
    static func last<Thing>(_ things: [Thing], isSpam: (Thing) -> Bool) -> [Thing] {
        var left = (ham: heldOutLimit, spam: heldOutLimit)
        return things.reversed().filter { thing in
            if isSpam(thing) {
                left.spam -= 1
                return left.spam >= 0
            }
            left.ham -= 1
            return left.ham >= 0
        }.reversed()
    }

    init(
        of new: ContentModel, beside old: ContentModel, canaries: [Canary], heldOut: [TrainingExample],
        assuming shares: [Channel: Double] = [:]
    ) {
        for canary in canaries {
            let traits = MessageTraits(family: canary.features.family, channel: canary.channel, wording: canary.wording)
            let isRight = { (model: ContentModel) in Trial.isRight(model, canary.features, canary.findings, traits, canary.isSpam, shares) }
            guard !isRight(new) else { continue }
            if isRight(old) { lostCanaries.append(canary.name) } else { wrongCanaries.append(canary.name) }
        }
        let examples = Trial.last(heldOut, isSpam: \.isSpam)
        self.heldOut = examples.count
        for example in examples {
            let isRight = { (model: ContentModel) in
                Trial.isRight(model, example.features, example.findings, example.traits, example.isSpam, shares)
            }
            switch (isRight(old), isRight(new)) {
            case (true, false): lost += 1
            case (false, true): won += 1
            default: break
            }
        }
    }

    /// Whether the verdict is right, content and findings together: a lesson moves the weights of both. A second opinion on parts of a message
    /// is not asked.
    private static func isRight(
        _ model: ContentModel, _ features: FeatureSet, _ findings: [WeighedFinding], _ traits: MessageTraits, _ isSpam: Bool,
        _ shares: [Channel: Double]
    ) -> Bool {
        let weights = (model.evidenceWeights ?? .starter).assuming(shares)
        let content = Double(model.logOdds(of: features))
        return (weights.logOdds(content: content, findings: findings, on: traits) > 0) == isSpam
    }

    /// Whether the new model may be used: it loses no canary, and no more held-out messages than it wins and may cost.
    func isPassed(costing allowed: Int) -> Bool {
        lostCanaries.isEmpty && lost <= won + allowed
    }
}
