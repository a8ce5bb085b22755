import Messages
import Resolving
import Synchronization
import Telemetry
import Testing

/// What the questions of one message, and the cache behind them, promise.
struct LookupsTests {
    /// A resolver that counts what it is asked and answers with one address.
    private final class Counting: Resolver {
        let asked = Mutex<[Question]>([])
        let outcome: Answer.Outcome

        init(_ outcome: Answer.Outcome = .found) {
            self.outcome = outcome
        }

        func answer(to question: Question, within limit: Duration) async -> Answer {
            asked.withLock { $0.append(question) }
            return outcome == .found ? Answer(records: [.address(.v4(1))], timeToLive: 60) : Answer(outcome)
        }

        var count: Int { asked.withLock { $0.count } }
    }

    /// A clock that stands still until it is moved.
    private final class Clock: TimeSource {
        let elapsed = Mutex(Duration.zero)
        func now() -> Timestamp { Timestamp(seconds: 0) }
        func monotonic() -> Duration { elapsed.withLock { $0 } }
        func advance(_ duration: Duration) { elapsed.withLock { $0 += duration } }
    }

    @Test func aQuestionIsAskedOnce() async throws {
        let resolver = Counting()
        let lookups = Lookups(resolver, within: .seconds(1), by: Clock())
        let name = try #require(DomainName("example.org"))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { #expect(await lookups.answer(name, .a).outcome == .found) } }
        }
        #expect(resolver.count == 1)
        _ = await lookups.answer(name, .aaaa)
        #expect(lookups.transcript.map(\.question.type) == [.a, .aaaa])
    }

    @Test func afterTheDeadlineNobodyIsAsked() async throws {
        let resolver = Counting()
        let clock = Clock()
        let lookups = Lookups(resolver, within: .seconds(1), by: clock)
        let name = try #require(DomainName("example.org"))
        _ = await lookups.answer(name, .a)
        clock.advance(.seconds(2))
        #expect(await lookups.answer(name, .a).outcome == .found, "what is known stays known")
        #expect(await lookups.answer(name, .mx).outcome == .timedOut)
        #expect(resolver.count == 1)
    }

    @Test func aMessageAsksNoMoreThanItsLimit() async throws {
        let resolver = Counting()
        let lookups = Lookups(resolver, within: .seconds(1), by: Clock())
        for number in 0..<(Lookups.questionLimit + 10) { _ = await lookups.answer(try #require(DomainName("h\(number).org")), .a) }
        #expect(resolver.count == Lookups.questionLimit)
    }

    @Test func answersAreKeptAsLongAsTheySay() async throws {
        let resolver = Counting()
        let clock = Clock()
        let cache = AnswerCache(before: resolver, by: clock)
        let question = Question(try #require(DomainName("example.org")), .a)
        #expect(cache.knownAnswer(to: question) == nil)
        _ = await cache.answer(to: question, within: .seconds(1))
        clock.advance(.seconds(59))
        #expect(cache.knownAnswer(to: question)?.outcome == .found)
        clock.advance(.seconds(1))
        #expect(cache.knownAnswer(to: question) == nil)
        _ = await cache.answer(to: question, within: .seconds(1))
        #expect(resolver.count == 2)
    }

    @Test func failuresAreKeptShortly() async throws {
        let resolver = Counting(.failed(code: 2))
        let clock = Clock()
        let cache = AnswerCache(before: resolver, by: clock)
        let question = Question(try #require(DomainName("example.org")), .a)
        _ = await cache.answer(to: question, within: .seconds(1))
        _ = await cache.answer(to: question, within: .seconds(1))
        #expect(resolver.count == 1)
        clock.advance(.seconds(6))
        _ = await cache.answer(to: question, within: .seconds(1))
        #expect(resolver.count == 2)
    }

    @Test func aCacheForgetsWhatNobodyAsksFor() async throws {
        let resolver = Counting()
        var limits = AnswerCache.Limits()
        limits.answers = 20
        let cache = AnswerCache(before: resolver, limits: limits, by: Clock())
        for number in 0..<100 { _ = await cache.answer(to: Question(try #require(DomainName("h\(number).org")), .a), within: .seconds(1)) }
        var kept = 0
        for number in 0..<100 where cache.knownAnswer(to: Question(try #require(DomainName("h\(number).org")), .a)) != nil { kept += 1 }
        #expect(kept > 0)
        #expect(kept <= 20)
    }
}
