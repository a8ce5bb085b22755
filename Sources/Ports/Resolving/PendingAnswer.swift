internal import Synchronization
internal import Telemetry

/// An answer that has yet to come: it is given once, and any number of tasks wait for it.
final class PendingAnswer: Sendable {
    private struct State {
        var answer: Answer?
        var waiting: [Int: CheckedContinuation<Answer, Never>] = [:]
        var waits = 0
    }

    private let state = Mutex(State())

    /// Gives the answer; nothing happens where there is one already.
    func resolve(_ answer: Answer) {
        let waiting: [Int: CheckedContinuation<Answer, Never>] = state.withLock { state in
            guard state.answer == nil else { return [:] }
            state.answer = answer
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume(returning: answer) }
    }

    /// The answer; a time-out at once where the task that waits is cancelled.
    var value: Answer {
        get async {
            let number = state.withLock { state in
                state.waits += 1
                return state.waits
            }
            return await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let answer: Answer? = state.withLock { state in
                        if let answer = state.answer { return answer }
                        // A task that was cancelled before has called its handler already, which found nobody.
                        if Task.isCancelled { return Answer(.timedOut) }
                        state.waiting[number] = continuation
                        return nil
                    }
                    if let answer { continuation.resume(returning: answer) }
                }
            } onCancel: {
                state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: Answer(.timedOut))
            }
        }
    }

    /// The answer that `ask` gives, or a time-out where it gives none by the end, or the task is cancelled. Whoever is asked need not keep to
    /// it: nobody waits for them any longer.
    static func answer(by end: Duration, _ time: any TimeSource, _ ask: @escaping @Sendable () async -> Answer) async -> Answer {
        let pending = PendingAnswer()
        let question = Task { pending.resolve(await ask()) }
        let alarm = Task {
            await time.wait(until: end)
            pending.resolve(Answer(.timedOut))
        }
        let answer = await pending.value
        question.cancel()
        alarm.cancel()
        return answer
    }
}
