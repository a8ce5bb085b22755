// Rings when a deadline passes. Swift's own timers would do, but each takes a task and a visit to the system for a deadline that is
// hardly ever met; here one thread sleeps until the next of all deadlines, and setting and cancelling one is a look into a table.

internal import Dispatch
internal import Synchronization
internal import Telemetry

/// One sleeping thread for any number of alarms, there while alarms are set.
///
/// Alarms ring after real time has passed, whatever clock the rest of the program goes by.
final class AlarmClock: Sendable {
    private struct Alarm: Sendable {
        var end: Duration
        var ring: @Sendable () -> Void
    }

    private struct State {
        var alarms: [Int: Alarm] = [:]
        var made = 0
        /// When the thread will look again; nothing while there is no thread.
        var nextLook: Duration?
    }

    private let state = Mutex(State())
    private let time = SystemTime()
    /// Wakes the sleeper.
    private let wake = DispatchSemaphore(value: 0)

    /// Sets an alarm; gives the number to cancel it by. It rings on the clock's thread, or at once when there can be no thread.
    func set(after limit: Duration, _ ring: @escaping @Sendable () -> Void) -> Int {
        let end = time.monotonic() + limit
        let (number, needsThread, needsWaking) = state.withLock { state in
            state.made += 1
            state.alarms[state.made] = Alarm(end: end, ring: ring)
            let isEarlier = state.nextLook.map { end < $0 } ?? false
            let isFirst = state.nextLook == nil
            if isFirst || isEarlier { state.nextLook = end }
            return (state.made, isFirst, isEarlier)
        }
        if needsWaking { wake.signal() }
        if needsThread, !OwnThread.start({ self.watch() }) { ringAll() }
        return number
    }

    /// Cancels an alarm; it may be ringing already.
    func cancel(_ number: Int) {
        state.withLock { $0.alarms[number] = nil }
    }

    private func ringAll() {
        let alarms = state.withLock { state in
            defer { state.alarms = [:] }
            state.nextLook = nil
            return state.alarms
        }
        for alarm in alarms.values { alarm.ring() }
    }

    /// Sleeps and rings until no alarm is set.
    private func watch() {
        while let look = nextLook() {
            // An hour's sleep is enough for one time, whatever the deadline.
            let left = min(max(.zero, look - time.monotonic()), .seconds(3600))
            _ = wake.wait(timeout: .now() + .nanoseconds(Int((left / .nanoseconds(1)).rounded(.up))))
        }
    }

    /// Rings what is due; gives when to look again, or nothing when no alarm is left, and then the thread ends.
    private func nextLook() -> Duration? {
        let now = time.monotonic()
        let (due, look) = state.withLock { state in
            let due = state.alarms.filter { $0.value.end <= now }
            for number in due.keys { state.alarms[number] = nil }
            state.nextLook = state.alarms.values.lazy.map(\.end).min()
            return (due, state.nextLook)
        }
        for alarm in due.values { alarm.ring() }
        return look
    }
}
