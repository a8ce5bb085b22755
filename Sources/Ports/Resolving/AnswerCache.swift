internal import Synchronization
public import Telemetry

/// A resolver that keeps the answers of another for as long as these say, and asks a question that many wait for once.
///
/// Two generations bound the room: when the younger is full it becomes the older, and what was in the older and not asked for again is gone.
public final class AnswerCache: Resolver {
    /// The bounds of a cache.
    public struct Limits: Sendable {
        /// How many answers are kept.
        public var answers = 50_000
        /// The longest time for which an answer is kept, in seconds, whatever it says of itself.
        public var longest: UInt32 = 3600
        /// For how many seconds a failure is kept (RFC 2308 section 7: at most five minutes; RFC 9520: at least one second).
        public var failure: UInt32 = 5
        /// For how long the resolver behind is asked at least, however soon those give up who wait: what comes too late for one is there for the
        /// next.
        public var patience = Duration.seconds(10)

        /// The usual bounds.
        public init() {}
    }

    private struct Kept {
        var answer: Answer
        var end: Duration
    }

    private struct State {
        var young: [Question: Kept] = [:]
        var old: [Question: Kept] = [:]
        var pending: [Question: Task<Answer, Never>] = [:]
    }

    private let resolver: any Resolver
    private let limits: Limits
    private let time: any TimeSource
    private let state = Mutex(State())

    /// A cache before a resolver.
    public init(before resolver: any Resolver, limits: Limits = Limits(), by time: any TimeSource) {
        self.resolver = resolver
        self.limits = limits
        self.time = time
    }

    /// The answer that is kept, as long as it may be.
    public func knownAnswer(to question: Question) -> Answer? {
        let now = time.monotonic()
        return state.withLock { state in
            if let kept = state.young[question] { return kept.end > now ? kept.answer : nil }
            guard let kept = state.old.removeValue(forKey: question), kept.end > now else { return nil }
            keep(kept, for: question, in: &state)
            return kept.answer
        }
    }

    /// The answer that is kept, or that of the resolver behind. The resolver is asked under the cache's own limit, and each who waits gives up
    /// by their own, so that nobody's hurry is another's failure, or is kept as one.
    public func answer(to question: Question, within limit: Duration) async -> Answer {
        if let known = knownAnswer(to: question) { return known }
        let task = state.withLock { state in
            if let pending = state.pending[question] { return pending }
            let patience = max(limit, limits.patience)
            let task = Task { await ask(question, within: patience) }
            state.pending[question] = task
            return task
        }
        return await PendingAnswer.answer(by: time.monotonic() + limit, time) { await task.value }
    }

    /// Asks the resolver behind, and keeps what it answers, or that it does not.
    private func ask(_ question: Question, within patience: Duration) async -> Answer {
        let answer = await PendingAnswer.answer(by: time.monotonic() + patience, time) { [resolver] in
            await resolver.answer(to: question, within: patience)
        }
        let seconds = answer.outcome.isTemporary ? limits.failure : min(answer.timeToLive, limits.longest)
        let end = time.monotonic() + .seconds(seconds)
        state.withLock { state in
            state.pending[question] = nil
            if seconds > 0 { keep(Kept(answer: answer, end: end), for: question, in: &state) }
        }
        return answer
    }

    private func keep(_ kept: Kept, for question: Question, in state: inout State) {
        if state.young.count >= limits.answers / 2 {
            state.old = state.young
            state.young = [:]
        }
        state.young[question] = kept
    }
}
