internal import Authentication
internal import Messages
internal import Resolving
internal import Synchronization
internal import Telemetry

/// The questions about one mail, under way while it is read. What has not come by the deadline is not waited for.
///
/// A resolver promises to answer in time; whether it does is not for a verdict to depend on.
final class AuthenticationInquiry: Sendable {
    /// The share of the judgement's deadline that questions may take, so that answers that came in time are not lost with those that did not.
    private static let share = 0.9

    private struct State {
        var outcome: AuthenticationOutcome?
        var hasEnded = false
        var waiter: CheckedContinuation<AuthenticationOutcome?, Never>?
    }

    private let state = Mutex(State())
    private let work = Mutex<Task<Void, Never>?>(nil)

    /// Asks about a mail; nothing where nobody is to be asked.
    static func start(on message: Message, by part: AuthenticationPart?, before deadline: Deadline, _ time: any TimeSource) -> Self? {
        guard message.channel == .email, let part, let resolver = part.resolver, !part.setup.mechanisms.isEmpty else { return nil }
        let inquiry = Self()
        let limit = min(part.deadline, deadline.remaining * share)
        let task = Task {
            let lookups = Lookups(resolver, within: limit, by: time)
            let check = AuthenticationCheck(part.setup, asking: lookups, at: message.arrival ?? time.now())
            inquiry.end(with: await check.outcome(of: message, from: SendingClient(of: message)))
        }
        inquiry.work.withLock { $0 = task }
        return inquiry
    }

    /// What came of it; nothing where it is not there by the deadline.
    func outcome(before deadline: Deadline, by alarms: AlarmClock) async -> AuthenticationOutcome? {
        let alarm = alarms.set(after: deadline.remaining) { self.end(with: nil) }
        let outcome = await withCheckedContinuation { waiter in
            let (isThere, outcome) = state.withLock { state in
                if !state.hasEnded { state.waiter = waiter }
                return (state.hasEnded, state.outcome)
            }
            if isThere { waiter.resume(returning: outcome) }
        }
        alarms.cancel(alarm)
        if outcome == nil { work.withLock { $0?.cancel() } }
        return outcome
    }

    private func end(with outcome: AuthenticationOutcome?) {
        let waiter: CheckedContinuation<AuthenticationOutcome?, Never>? = state.withLock { state in
            guard !state.hasEnded else { return nil }
            state.hasEnded = true
            state.outcome = outcome
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: outcome)
    }
}

extension Message {
    /// When a host of ours took the message, by its trace line: what was good then is judged by that moment, however late it is judged.
    fileprivate var arrival: Timestamp? {
        hops.last { $0.trust == .seen }?.time
    }
}
