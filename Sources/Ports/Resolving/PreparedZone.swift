/// A zone that is complete, its answers made beforehand: so they are the same each time, and what was made of them stays with them
/// (`Answer.keep`).
public final class PreparedZone: Resolver {
    private let zone: Zone
    private let answers: [Question: Answer]

    /// Makes the answers of a zone.
    public init(_ zone: Zone) {
        self.zone = zone
        var answers: [Question: Answer] = [:]
        for question in zone.questions { answers[question] = zone.answer(to: question) }
        self.answers = answers
    }

    /// The answer, at once.
    public func answer(to question: Question, within limit: Duration) async -> Answer {
        answers[question] ?? zone.answer(to: question)
    }

    /// The answer: a zone knows them all.
    public func knownAnswer(to question: Question) -> Answer? {
        answers[question] ?? zone.answer(to: question)
    }
}
