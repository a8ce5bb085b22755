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
        let all = logOdds(content: Double(content), findings: example.findings, on: example.traits, isTaught: true)
        return agreement >= margin || (example.isSpam ? all > 0 : all < 0)
    }

    /// The weights that fit local examples, pulled towards those of the base model or those that ship; nothing where there is nothing to
    /// fit: it takes ham and spam of one family of channels, with findings, or lessons in a language on which the expert is not wholly believed.
    ///
    /// The content expert's part is what the base model says, which has not learnt from these examples: a score that has would leave nothing
    /// for the findings to explain. Factors and priors of families stay, because feedback is mostly about mistakes and no fair sample; those of a
    /// channel move where it plainly is one (`EvidenceFitting`).
    ///
    /// Each example counts as much as its source is believed; those that are held out, and those of one recipient alone, do not count. `lessons` is what
    /// was taught in all, where these examples are not all of it.
    init?(
        fittedTo examples: [TrainingExample], lessons: LanguageLessons? = nil, beside base: ContentModel,
        trust: (String) -> Float = { _ in 1 }
    ) {
        let shipped = base.evidenceWeights ?? .starter
        let usable = examples.filter { $0.isForEverybody(by: trust) }
        self = EvidenceWeights.fitted(to: usable, from: shipped, beside: base, trust: trust)
        self.lessons = lessons ?? shipped.lessons(after: usable, trust: trust)
        guard self != shipped else { return nil }
    }

    /// What is known of languages after these examples too. Of languages on which the expert is wholly believed anyway nothing is counted.
    func lessons(after examples: [TrainingExample], trust: (String) -> Float) -> LanguageLessons {
        lessons.counting(
            examples.compactMap { example in
                guard example.isForEverybody(by: trust), let language = languageInDoubt(of: example) else { return nil }
                return LanguageLessons.Message(
                    language: language, isSpam: example.isSpam, contentKey: example.contentKey, trust: Double(trust(example.source)))
            })
    }

    /// The language of an example, where the content expert is not wholly believed on it.
    func languageInDoubt(of example: TrainingExample) -> String? {
        guard let language = example.wording?.language, LanguageLessons.isLanguage(language), shippedTrust(inLanguage: language) < 1 else {
            return nil
        }
        return language
    }

    private static func fitted(
        to usable: [TrainingExample], from shipped: EvidenceWeights, beside base: ContentModel, trust: (String) -> Float
    ) -> EvidenceWeights {
        let taken = usable.evenly(EvidenceWeights.examples)
        let found = Set(taken.flatMap { $0.findings.map(\.id) })
        guard !found.isEmpty || taken.contains(where: { $0.channel != nil }) else { return shipped }
        var fitting = EvidenceFitting(from: shipped, only: found)
        for example in taken {
            let family = example.features.family
            let logOdds = Double(base.logOdds(of: example.features)) * shipped.trust(in: example.traits, isTaught: true)
            fitting.add(
                example.findings, content: ContentExpert.bounded(logOdds), family: family, channel: example.channel,
                isSpam: example.isSpam, weight: Double(trust(example.source)))
        }
        fitting.balance()
        return fitting.weights(pull: .local, rounds: 12)
    }
}

extension TrainingExample {
    /// Whether it moves what holds for everybody.
    fileprivate func isForEverybody(by trust: (String) -> Float) -> Bool { !isHeldOut && recipient == 0 && trust(source) > 0 }
}

extension Array {
    /// At most so many of the elements, evenly taken, in their order.
    func evenly(_ most: Int) -> [Element] {
        count <= most ? self : (0..<most).map { self[$0 * count / most] }
    }
}
