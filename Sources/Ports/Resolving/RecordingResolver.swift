internal import Synchronization

/// A resolver that notes what another answered, so that a verdict can be made again from the same answers.
public final class RecordingResolver: Resolver {
    private let resolver: any Resolver
    private let notes = Mutex<(order: [Question], answers: [Question: Answer])>(([], [:]))

    /// A record of what this resolver answers.
    public init(_ resolver: any Resolver) {
        self.resolver = resolver
    }

    /// The other's answer, noted.
    public func answer(to question: Question, within limit: Duration) async -> Answer {
        let answer = await resolver.answer(to: question, within: limit)
        note(answer, to: question)
        return answer
    }

    /// The other's answer where it knows one, noted.
    public func knownAnswer(to question: Question) -> Answer? {
        guard let answer = resolver.knownAnswer(to: question) else { return nil }
        note(answer, to: question)
        return answer
    }

    /// What was asked, in the order it was asked first, with the last answer to it.
    public var transcript: [(question: Question, answer: Answer)] {
        notes.withLock { notes in notes.order.compactMap { question in notes.answers[question].map { (question, $0) } } }
    }

    private func note(_ answer: Answer, to question: Question) {
        notes.withLock { notes in
            if notes.answers.updateValue(answer, forKey: question) == nil { notes.order.append(question) }
        }
    }
}
