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
    /// The least time that the whole margin is taken from.
    private static let leastForMargin = margin * 10
    /// For how many questions there is room at once; most messages ask no more.
    private static let usualCount = 8

    private struct Pending {
        var answer: PendingAnswer
        var task: Task<Void, Never>
    }

    private struct Asked {
        let question: Question
        var answer: Answer?
        var pending: Pending?
    }

    private struct State {
        /// In the order in which they were asked first. So few that looking through them is faster than a table.
        var asked: [Asked] = []
        /// Rings at the end of the wait; set with the first question that has to be waited for.
        var alarm: Task<Void, Never>?

        func place(of name: DomainName, _ type: RecordType) -> Int? {
            let asked = asked.span
            for index in asked.indices
            where asked[index].question.name.digest == name.digest && asked[index].question.type.rawValue == type.rawValue
                && asked[index].question.name == name
            {
                return index
            }
            return nil
        }

        mutating func append(_ new: Asked) {
            if asked.isEmpty { asked.reserveCapacity(Lookups.usualCount) }
            asked.append(new)
        }
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
        end = time.monotonic() + (limit < Lookups.leastForMargin ? limit - limit / 10 : limit - Lookups.margin)
    }

    deinit {
        state.withLock { state in
            // Without an alarm nobody was waited for.
            guard let alarm = state.alarm else { return }
            alarm.cancel()
            for asked in state.asked { asked.pending?.task.cancel() }
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
        expect(question.name, question.type)
    }

    /// Asks for the records of one type at a name, which will be wanted, without waiting for them.
    public func expect(_ name: DomainName, _ type: RecordType) {
        state.withLock { state in
            if settle(name, type, in: &state) == nil { _ = ask(Question(name, type), in: &state) }
        }
    }

    /// The records of one type at a name where they are there or known without asking; nothing where they would have to be waited for, and then
    /// nobody is asked.
    public func knownAnswer(_ name: DomainName, _ type: RecordType) -> Answer? {
        state.withLock { state in
            settle(name, type, in: &state).flatMap { state.asked[$0].answer }
        }
    }

    /// The questions asked so far, in the order they were asked first, with the answers that have come.
    public var transcript: [(question: Question, answer: Answer?)] {
        state.withLock { state in state.asked.map { ($0.question, $0.answer) } }
    }

    private func way(to question: Question) -> Way {
        state.withLock { state in
            guard let place = settle(question.name, question.type, in: &state) else { return ask(question, in: &state) }
            if let pending = state.asked[place].pending { return .coming(pending.answer) }
            return .known(state.asked[place].answer ?? Answer(.timedOut))
        }
    }

    /// The place of a question that was asked before, or whose answer is known without asking anybody.
    private func settle(_ name: DomainName, _ type: RecordType, in state: inout State) -> Int? {
        if let place = state.place(of: name, type) { return place }
        guard state.asked.count < Lookups.questionLimit else { return nil }
        let question = Question(name, type)
        // What is known already costs no time, so that what was recorded is answered the same however busy the machine is.
        guard let answer = resolver.knownAnswer(to: question) else { return nil }
        state.append(Asked(question: question, answer: answer))
        return state.asked.count - 1
    }

    /// Asks a question that nobody has asked.
    private func ask(_ question: Question, in state: inout State) -> Way {
        let left = end - time.monotonic()
        guard left > .zero, state.asked.count < Lookups.questionLimit else { return .known(Answer(.timedOut)) }
        if state.alarm == nil {
            state.alarm = Task { [weak self, time, end] in
                await time.wait(until: end)
                self?.expire()
            }
        }
        let place = state.asked.count
        let task = Task { [weak self, resolver] in
            let answer = await resolver.answer(to: question, within: left)
            self?.note(answer, at: place)
        }
        let pending = Pending(answer: PendingAnswer(), task: task)
        state.append(Asked(question: question, pending: pending))
        return .coming(pending.answer)
    }

    /// Gives an answer to those who wait for it; one that comes after the deadline comes too late.
    private func note(_ answer: Answer, at place: Int) {
        let pending = state.withLock { state in
            guard let pending = state.asked[place].pending else { return nil as Pending? }
            state.asked[place].pending = nil
            state.asked[place].answer = answer
            return pending
        }
        pending?.answer.resolve(answer)
    }

    /// Ends the wait for all that has not come.
    private func expire() {
        let late = state.withLock { state in
            var late: [Pending] = []
            for place in state.asked.indices {
                guard let pending = state.asked[place].pending else { continue }
                state.asked[place].pending = nil
                state.asked[place].answer = Answer(.timedOut)
                late.append(pending)
            }
            return late
        }
        for pending in late {
            pending.task.cancel()
            pending.answer.resolve(Answer(.timedOut))
        }
    }
}
