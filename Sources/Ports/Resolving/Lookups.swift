internal import Synchronization
public import Telemetry

/// The questions of one message: each is asked once, however many mechanisms want its answer, and all are asked side by side under one
/// deadline. Whoever asks after the deadline gets a time-out at once.
public final class Lookups: Sendable {
    /// How many different questions one message may cause; what is asked beyond gets a time-out. SPF allows itself some hundred and thirty
    /// (RFC 7208 section 4.6.4: ten terms, ten names each), other mechanisms a few each.
    public static let questionLimit = 400

    private struct State {
        var answers: [Question: Answer] = [:]
        var pending: [Question: Task<Answer, Never>] = [:]
        var asked: [Question] = []
    }

    private enum Way {
        case known(Answer)
        case coming(Task<Answer, Never>)
    }

    private let resolver: any Resolver
    private let time: any TimeSource
    private let end: Duration
    private let state = Mutex(State())

    /// Questions to be answered within so long from now.
    public init(_ resolver: any Resolver, within limit: Duration, by time: any TimeSource) {
        self.resolver = resolver
        self.time = time
        end = time.monotonic() + limit
    }

    /// The answer to a question, asked now or before.
    public func answer(to question: Question) async -> Answer {
        switch way(to: question) {
        case .known(let answer): return answer
        case .coming(let task):
            let answer = await task.value
            state.withLock { state in
                state.answers[question] = answer
                state.pending[question] = nil
            }
            return answer
        }
    }

    /// The records of one type at a name.
    public func answer(_ name: DomainName, _ type: RecordType) async -> Answer {
        await answer(to: Question(name, type))
    }

    /// Asks a question whose answer will be wanted, without waiting for it.
    public func expect(_ question: Question) {
        _ = way(to: question)
    }

    /// The questions asked so far, in the order they were asked first, with the answers that have come.
    public var transcript: [(question: Question, answer: Answer?)] {
        state.withLock { state in state.asked.map { ($0, state.answers[$0]) } }
    }

    private func way(to question: Question) -> Way {
        state.withLock { state in
            if let answer = state.answers[question] { return .known(answer) }
            if let task = state.pending[question] { return .coming(task) }
            let left = end - time.monotonic()
            guard left > .zero, state.asked.count < Lookups.questionLimit else { return .known(Answer(.timedOut)) }
            state.asked.append(question)
            if let answer = resolver.knownAnswer(to: question) {
                state.answers[question] = answer
                return .known(answer)
            }
            let task = Task { [resolver] in await resolver.answer(to: question, within: left) }
            state.pending[question] = task
            return .coming(task)
        }
    }
}
