// The weights of evidence, fitted anew to what was taught where the program runs.

internal import Features

extension EvidenceWeights {
    /// How many of the examples are looked at, evenly taken.
    private static let examples = 4000

    /// Whether a model whose content expert gives this example such log-odds agrees with it: by its content clearly, and with what checks found
    /// besides; or by its content up to the margin, beyond which nothing more is learnt.
    func agree(with example: TrainingExample, content: Float, margin: Float) -> Bool {
        let agreement = example.isSpam ? content : -content
        guard agreement >= 1 else { return false }
        let all = logOdds(
            content: Double(content), findings: example.findings, family: example.features.family, wording: example.wording,
            isTaught: true)
        return agreement >= margin || (example.isSpam ? all > 0 : all < 0)
    }

    /// The weights that fit local examples, pulled towards those of the base model or those that ship; nothing where there is nothing to
    /// fit: it takes ham and spam of one family of channels, with findings.
    ///
    /// The content expert's part is what the base model says, which has not learnt from these examples: a score that has would leave nothing
    /// for the findings to explain. Its factors and the priors stay, because feedback is mostly about mistakes and no fair sample.
    ///
    /// Each example counts as much as its source is believed; those that are held out, and those of one recipient alone, do not count. On the
    /// languages of the examples, and on others that were taught, the expert is believed.
    init?(
        fittedTo examples: [TrainingExample], languages: Set<String> = [], beside base: ContentModel,
        trust: (String) -> Float = { _ in 1 }
    ) {
        let shipped = base.evidenceWeights ?? .starter
        let usable = examples.filter { !$0.isHeldOut && $0.recipient == 0 && trust($0.source) > 0 }
        self = EvidenceWeights.fitted(to: usable, from: shipped, beside: base, trust: trust)
        // A table without languages believes the expert on all of them.
        if !shipped.languages.isEmpty {
            for language in languages.union(EvidenceWeights.languages(of: usable)) { self.languages[language] = 1 }
        }
        guard self != shipped else { return nil }
    }

    /// The languages of the examples that hold for everybody.
    static func languages(of examples: [TrainingExample]) -> Set<String> {
        Set(examples.lazy.filter { $0.recipient == 0 }.compactMap { $0.wording?.language }.filter { !$0.isEmpty })
    }

    private static func fitted(
        to usable: [TrainingExample], from shipped: EvidenceWeights, beside base: ContentModel, trust: (String) -> Float
    ) -> EvidenceWeights {
        let taken = usable.evenly(EvidenceWeights.examples)
        let found = Set(taken.flatMap { $0.findings.map(\.id) })
        guard !found.isEmpty else { return shipped }
        var fitting = EvidenceFitting(from: shipped, only: found)
        for example in taken {
            let family = example.features.family
            let logOdds = Double(base.logOdds(of: example.features)) * shipped.trust(in: example.wording, isTaught: true)
            fitting.add(
                example.findings, content: ContentExpert.bounded(logOdds), family: family, isSpam: example.isSpam,
                weight: Double(trust(example.source)))
        }
        fitting.balance()
        return fitting.weights(pull: .local, rounds: 12)
    }
}

extension Array {
    /// At most so many of the elements, evenly taken, in their order.
    func evenly(_ most: Int) -> [Element] {
        count <= most ? self : (0..<most).map { self[$0 * count / most] }
    }
}
