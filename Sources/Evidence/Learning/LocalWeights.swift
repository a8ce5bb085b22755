// The weights of evidence, fitted anew to what was taught where the program runs.

internal import Features

extension EvidenceWeights {
    /// How many of the examples are looked at, evenly taken.
    private static let examples = 4000

    /// Whether a model whose content expert gives this example such log-odds agrees with it: by its content clearly, and with all that was found
    /// besides; or by its content up to the margin, beyond which nothing more is learnt.
    func agree(with example: TrainingExample, content: Float, margin: Float) -> Bool {
        let agreement = example.isSpam ? content : -content
        guard agreement >= 1 else { return false }
        let all = logOdds(content: Double(content), findings: example.findings, family: example.features.family)
        return agreement >= margin || (example.isSpam ? all > 0 : all < 0)
    }

    /// The weights that fit local examples, pulled towards those of the base model or those that ship; nothing where there is nothing to
    /// fit: it takes ham and spam of one family of channels, with findings.
    ///
    /// The content expert's part is what the base model says, which has not learnt from these examples: a score that has would leave nothing
    /// for the findings to explain. Its factors and the priors stay, because feedback is mostly about mistakes and no fair sample.
    ///
    /// Each example counts as much as its source is believed; those that are held out, and those of one recipient alone, do not count.
    init?(fittedTo examples: [TrainingExample], beside base: ContentModel, trust: (String) -> Float = { _ in 1 }) {
        let shipped = base.evidenceWeights ?? .starter
        let usable = examples.filter { !$0.isHeldOut && $0.recipient == 0 && trust($0.source) > 0 }
        let taken = usable.evenly(EvidenceWeights.examples)
        let found = Set(taken.flatMap { $0.findings.map(\.id) })
        guard !found.isEmpty else { return nil }
        var fitting = EvidenceFitting(from: shipped, only: found)
        for example in taken {
            let family = example.features.family
            let logOdds = Double(base.logOdds(of: example.features))
            fitting.add(
                example.findings, content: ContentExpert.bounded(logOdds), family: family, isSpam: example.isSpam,
                weight: Double(trust(example.source)))
        }
        fitting.balance()
        let fitted = fitting.weights(pull: .local, rounds: 12)
        guard fitted != shipped else { return nil }
        self = fitted
    }
}

/// What holds for the content expert's answer wherever it is weighed.
public enum ContentExpert {
    /// The largest amount of log-odds that content alone may give, either way, before its factor.
    public static let bound = 7.0

    /// Log-odds inside the bound.
    public static func bounded(_ logOdds: Double) -> Double { min(max(logOdds, -bound), bound) }

    /// How far the content expert is believed on a text of so many words: with hardly a word to go by, the form alone says little.
    public static func trust(words: Int) -> Double { min(1, Double(words + 1) / 4) }
}

extension Array {
    /// At most so many of the elements, evenly taken, in their order.
    func evenly(_ most: Int) -> [Element] {
        count <= most ? self : (0..<most).map { self[$0 * count / most] }
    }
}
