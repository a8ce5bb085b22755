internal import Synchronization
public import Telemetry

/// The questions of one message: each is asked once, however many mechanisms want its answer, and all are asked side by side under one
/// deadline. It holds whatever the resolver does: who waits then gets a time-out, and so does at once who asks later what is not known already.
public final class Lookups: Sendable {
    /// How many different questions one message may cause; what is asked beyond gets a time-out. More than all mechanisms together ask, so that
    /// which of them comes last never matters: SPF some hundred and thirty for each of four names (RFC 7208 section 4.6.4: ten terms, ten names
    /// each), DMARC two hundred, ARC a hundred, the others a few each.
    public static let questionLimit = 1000

    /// How long before the deadline the wait ends, so that what is made of it is there when the deadline comes: timers ring late, and who is
    /// woken has work to do. Never more than a tenth of the time there is.
    public static let margin = Duration.milliseconds(20)

    private struct Pending {
        var answer: PendingAnswer
        var task: Task<Void, Never>
    }

    private struct State {
        var answers: [Question: Answer] = [:]
        var pending: [Question: Pending] = [:]
        var asked: [Question] = []
        /// Rings at the end of the wait; set with the first question that has to be waited for.
        var alarm: Task<Void, Never>?
    }

    private enum Way {
        case known(Answer)
        case coming(PendingAnswer)
    }

    private let resolver: any Resolver
    private let time: any TimeSource
    private let end: Duration
    private let state = Mutex(State())

    /// Questions to be answered within so long from now, less a margin.
    public init(_ resolver: any Resolver, within limit: Duration, by time: any TimeSource) {
        self.resolver = resolver
        self.time = time
        end = time.monotonic() + (limit < Lookups.margin * 10 ? limit - limit / 10 : limit - Lookups.margin)
    }

    deinit {
        state.withLock { state in
            state.alarm?.cancel()
            for pending in state.pending.values { pending.task.cancel() }
        }
    }

    /// The answer to a question, asked now or before; a time-out at the deadline, or where the task that asks is cancelled.
    public func answer(to question: Question) async -> Answer {
        switch way(to: question) {
        case .known(let answer): answer
        case .coming(let pending): await pending.value
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
            if let pending = state.pending[question] { return .coming(pending.answer) }
            guard state.asked.count < Lookups.questionLimit else { return .known(Answer(.timedOut)) }
            // What is known already costs no time, so that what was recorded is answered the same however busy the machine is.
            if let answer = resolver.knownAnswer(to: question) {
                state.asked.append(question)
                state.answers[question] = answer
                return .known(answer)
            }
            let left = end - time.monotonic()
            guard left > .zero else { return .known(Answer(.timedOut)) }
            state.asked.append(question)
            if state.alarm == nil {
                state.alarm = Task { [weak self, time, end] in
                    await time.wait(until: end)
                    self?.expire()
                }
            }
            let task = Task { [weak self, resolver] in
                let answer = await resolver.answer(to: question, within: left)
                self?.note(answer, to: question)
            }
            let pending = Pending(answer: PendingAnswer(), task: task)
            state.pending[question] = pending
            return .coming(pending.answer)
        }
    }

    /// Gives an answer to those who wait for it; one that comes after the deadline comes too late.
    private func note(_ answer: Answer, to question: Question) {
        let pending = state.withLock { state in
            guard let pending = state.pending.removeValue(forKey: question) else { return nil as Pending? }
            state.answers[question] = answer
            return pending
        }
        pending?.answer.resolve(answer)
    }

    /// Ends the wait for all that has not come.
    private func expire() {
        let pending = state.withLock { state in
            for question in state.pending.keys { state.answers[question] = Answer(.timedOut) }
            defer { state.pending = [:] }
            return state.pending
        }
        for pending in pending.values {
            pending.task.cancel()
            pending.answer.resolve(Answer(.timedOut))
        }
    }
}
