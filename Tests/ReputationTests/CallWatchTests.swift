import Messages
import Testing

@testable import Reputation

/// How callers behave, as switches tell it.
@Suite struct CallWatchTests {
    private let caller = Party.number("41225550100")

    private func ids(_ watch: CallWatch, at seconds: Int = 0) -> [String: Double] {
        let evidence = watch.conduct(of: caller, at: .seconds(seconds)).map(CallerSignBook.evidence) ?? []
        return Dictionary(uniqueKeysWithValues: evidence.map { ($0.id, $0.weight) })
    }

    private func note(_ watch: CallWatch, _ callee: Int, answered: Bool? = nil, talked: Double? = nil, at seconds: Int = 0) {
        let event = CallEvent(caller: caller, callee: .number("\(41_225_550_000 + callee)"), isAnswered: answered, talked: talked)
        watch.note(event, at: .seconds(seconds))
    }

    @Test func whoCallsManyIsSeen() {
        let watch = CallWatch(capacity: 10)
        #expect(watch.conduct(of: caller, at: .zero) == nil)
        for number in 0..<40 { note(watch, number * 37) }
        #expect(ids(watch).isEmpty)
        for number in 40..<400 { note(watch, number * 37) }
        #expect(ids(watch) == ["caller.many-callees": 2.0])
        // The same number again and again is one.
        let other = CallWatch(capacity: 10)
        for _ in 0..<400 { note(other, 7) }
        #expect(ids(other).isEmpty && other.conduct(of: caller, at: .zero)?.calls == 400)
        // After an hour it is forgotten.
        #expect(ids(watch, at: 3600).isEmpty)
        note(watch, 1, at: 3600)
        #expect(watch.conduct(of: caller, at: .seconds(3600))?.calls == 1)
    }

    @Test func whoDialsThroughARangeIsSeen() {
        let watch = CallWatch(capacity: 10)
        for number in 0..<10 { note(watch, number) }
        #expect(ids(watch).isEmpty)
        note(watch, 12)
        #expect(ids(watch) == ["caller.in-sequence": 1.5])
        let far = CallWatch(capacity: 10)
        for number in 0..<50 { note(far, number * 11) }
        #expect(ids(far).isEmpty)
    }

    @Test func sharesSpeakWhereThereAreEnoughCalls() {
        let watch = CallWatch(capacity: 10)
        for _ in 0..<19 { note(watch, 7, answered: false) }
        #expect(ids(watch).isEmpty)
        note(watch, 7, answered: true, talked: 60)
        #expect(ids(watch) == ["caller.unanswered": 0.6])
        for _ in 0..<19 { note(watch, 7, answered: true, talked: 3) }
        #expect(ids(watch) == ["caller.short-talks": 0.8])
        for _ in 0..<20 { note(watch, 7, answered: true, talked: 30) }
        #expect(ids(watch).isEmpty)
        // Of calls that only began nothing is known but that.
        for _ in 0..<100 { note(watch, 7) }
        #expect(ids(watch).isEmpty)
    }

    @Test func memoryIsBounded() {
        let watch = CallWatch(capacity: 20)
        for number in 0..<500 { watch.note(CallEvent(caller: .sip("sip:u\(number)@example.org")), at: .zero) }
        watch.note(CallEvent(caller: .number("99999999999999999999999"), callee: .number("99999999999999999999999")), at: .zero)
        #expect(watch.count == 20)
    }
}
