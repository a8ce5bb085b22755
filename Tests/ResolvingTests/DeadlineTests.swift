import Messages
import Resolving
import Synchronization
import Telemetry
import Testing

/// Deadlines hold whatever a resolver does, and nobody's deadline is another's.
@Suite(.timeLimit(.minutes(10)))
struct DeadlineTests {
    /// A resolver that answers when the test says so, and heeds neither limits nor cancellation.
    private final class Stubborn: Resolver {
        private struct State {
            var limits: [Duration] = []
            var open: [CheckedContinuation<Answer, Never>] = []
            var watcher: CheckedContinuation<Void, Never>?
            var watched = 0
        }

        private let state = Mutex(State())

        func answer(to question: Question, within limit: Duration) async -> Answer {
            await withCheckedContinuation { continuation in
                let watcher = state.withLock { state in
                    state.limits.append(limit)
                    state.open.append(continuation)
                    guard state.limits.count >= state.watched else { return nil as CheckedContinuation<Void, Never>? }
                    defer { state.watcher = nil }
                    return state.watcher
                }
                watcher?.resume()
            }
        }

        /// Waits until so many questions have come.
        func questions(_ count: Int) async {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.limits.count >= count { return true }
                    state.watched = count
                    state.watcher = continuation
                    return false
                }
                if isThere { continuation.resume() }
            }
        }

        /// Answers all that is open.
        func answerAll(_ answer: Answer = Answer(records: [.address(.v4(1))], timeToLive: 60)) {
            let open = state.withLock { state in
                defer { state.open = [] }
                return state.open
            }
            for continuation in open { continuation.resume(returning: answer) }
        }

        var limits: [Duration] { state.withLock { $0.limits } }
    }

    private let resolver = Stubborn()
    private let time = ManualTime()
    private let question: Question

    init() throws {
        question = Question(try #require(DomainName("example.org")), .a)
    }

    @Test func aMessageEndsAtItsDeadline() async throws {
        let lookups = Lookups(resolver, within: .seconds(1), by: time)
        lookups.expect(Question(try #require(DomainName("example.net")), .a))
        async let answer = lookups.answer(to: question)
        await resolver.questions(2)
        time.advance(by: .seconds(1))
        #expect(await answer.outcome == .timedOut)
        // What comes too late does not change what the message was judged by.
        resolver.answerAll()
        #expect(await lookups.answer(to: question).outcome == .timedOut)
        #expect(lookups.transcript.map(\.answer?.outcome) == [.timedOut, .timedOut])
    }

    /// Who asks has an answer, and time to make something of it, when the deadline comes.
    @Test(arguments: [(Duration.seconds(4), Duration.milliseconds(3980)), (.milliseconds(100), .milliseconds(90))])
    func theWaitEndsAHairBeforeTheDeadline(limit: Duration, end: Duration) async {
        let lookups = Lookups(resolver, within: limit, by: time)
        async let answer = lookups.answer(to: question)
        await resolver.questions(1)
        #expect(resolver.limits == [end], "nobody is asked for longer")
        time.advance(by: end)
        #expect(await answer.outcome == .timedOut)
        #expect(time.monotonic() < limit)
        #expect(limit - end <= Lookups.margin)
        resolver.answerAll()
    }

    @Test func aCancelledTaskDoesNotWait() async {
        let lookups = Lookups(resolver, within: .seconds(1), by: time)
        let cancelled = Task { await lookups.answer(to: question) }
        async let other = lookups.answer(to: question)
        await resolver.questions(1)
        cancelled.cancel()
        #expect(await cancelled.value.outcome == .timedOut)
        resolver.answerAll()
        #expect(await other.outcome == .found)
    }

    @Test func aHurryIsNobodyElses() async {
        let cache = AnswerCache(before: resolver, by: time)
        let hurried = Lookups(cache, within: .seconds(1), by: time)
        let patient = Lookups(cache, within: .seconds(8), by: time)
        async let first = hurried.answer(to: question)
        await resolver.questions(1)
        async let second = patient.answer(to: question)
        time.advance(by: .seconds(2))
        #expect(await first.outcome == .timedOut)
        #expect(cache.knownAnswer(to: question) == nil, "giving up is no failure to keep")
        resolver.answerAll()
        #expect(await second.outcome == .found)
        #expect(resolver.limits == [AnswerCache.Limits().patience], "the question was asked once, under the cache's own limit")
        #expect(cache.knownAnswer(to: question)?.outcome == .found)
    }

    @Test func whatComesTooLateForOneIsThereForTheNext() async {
        let cache = AnswerCache(before: resolver, by: time)
        async let first = cache.answer(to: question, within: .seconds(1))
        await resolver.questions(1)
        time.advance(by: .seconds(1))
        #expect(await first.outcome == .timedOut)
        async let second = cache.answer(to: question, within: .seconds(1))
        resolver.answerAll()
        #expect(await second.outcome == .found)
        #expect(resolver.limits.count == 1)
    }

    @Test func whoeverHasMoreTimeIsGivenIt() async {
        let cache = AnswerCache(before: resolver, by: time)
        async let answer = cache.answer(to: question, within: .seconds(60))
        await resolver.questions(1)
        #expect(resolver.limits == [.seconds(60)])
        time.advance(by: .seconds(59))
        resolver.answerAll()
        #expect(await answer.outcome == .found)
    }

    @Test func aResolverThatNeverAnswersIsAskedAgain() async {
        let cache = AnswerCache(before: resolver, by: time)
        async let first = cache.answer(to: question, within: .seconds(1))
        await resolver.questions(1)
        time.advance(by: AnswerCache.Limits().patience)
        #expect(await first.outcome == .timedOut)
        while cache.knownAnswer(to: question) == nil { await Task.yield() }
        #expect(cache.knownAnswer(to: question)?.outcome == .timedOut)
        time.advance(by: .seconds(Int(AnswerCache.Limits().failure)))
        async let second = cache.answer(to: question, within: .seconds(60))
        await resolver.questions(2)
        resolver.answerAll()
        #expect(await second.outcome == .found)
    }
}
