public import Messages
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The one clock of a program.
public protocol TimeSource: Sendable {
    /// The moment it is now; may jump when the machine's clock is set.
    func now() -> Timestamp
    /// The time since some fixed moment; never goes back, and says nothing about the date. Deadlines are measured with it.
    func monotonic() -> Duration
    /// Returns once the monotonic time has come so far, or the task that waits is cancelled.
    func wait(until end: Duration) async
}

extension TimeSource {
    /// Sleeps by the system's timer until this clock has come so far.
    public func wait(until end: Duration) async {
        while !Task.isCancelled {
            let left = end - monotonic()
            guard left > .zero else { return }
            // An hour's sleep is enough for one time, whatever the end.
            try? await Task.sleep(for: min(left, .seconds(3600)))
        }
    }
}

/// The machine's own clocks.
public struct SystemTime: TimeSource {
    /// The machine's clocks.
    public init() {}

    /// The machine's wall clock.
    public func now() -> Timestamp {
        let (seconds, nanoseconds) = SystemTime.read(CLOCK_REALTIME)
        return Timestamp(milliseconds: seconds &* 1000 &+ nanoseconds / 1_000_000)
    }

    /// The machine's monotonic clock.
    public func monotonic() -> Duration {
        let (seconds, nanoseconds) = SystemTime.read(CLOCK_MONOTONIC)
        return .seconds(seconds) + .nanoseconds(nanoseconds)
    }

    private static func read(_ clock: clockid_t) -> (seconds: Int64, nanoseconds: Int64) {
        var time = timespec()
        // Safe: the pointer lives for the call. The call fails only for a clock the system lacks, and POSIX demands both; zero then.
        _ = unsafe clock_gettime(clock, &time)
        return (Int64(time.tv_sec), Int64(time.tv_nsec))
    }
}

/// A wall clock that stands still, as `--now` asks for; time spent is still measured.
public struct FixedTime: TimeSource {
    private let moment: Timestamp
    private let stopwatch: any TimeSource

    /// A clock that stands at a moment and measures with another.
    public init(_ moment: Timestamp, measuringWith stopwatch: any TimeSource = SystemTime()) {
        self.moment = moment
        self.stopwatch = stopwatch
    }

    /// Always the same moment.
    public func now() -> Timestamp { moment }

    /// The time of the clock it measures with.
    public func monotonic() -> Duration { stopwatch.monotonic() }

    /// Waits by the clock it measures with.
    public func wait(until end: Duration) async { await stopwatch.wait(until: end) }
}

/// A clock that a test moves by hand; wall clock and monotonic time move together.
public final class ManualTime: TimeSource {
    private struct Reading {
        var start: Timestamp
        var elapsed: Duration
        var waiting: [Int: (end: Duration, continuation: CheckedContinuation<Void, Never>)] = [:]
        var waits = 0
    }

    private let reading: Mutex<Reading>

    /// A clock that stands at a moment until it is moved.
    public init(_ moment: Timestamp = Timestamp(milliseconds: 0)) {
        self.reading = Mutex(Reading(start: moment, elapsed: .zero))
    }

    /// The moment it was moved to.
    public func now() -> Timestamp {
        reading.withLock { reading in
            // From the whole, so that many steps below a millisecond add up.
            let (seconds, attoseconds) = reading.elapsed.components
            return Timestamp(milliseconds: reading.start.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
        }
    }

    /// How far it was moved.
    public func monotonic() -> Duration { reading.withLock { $0.elapsed } }

    /// Moves the clock on; a negative step is taken as none.
    public func advance(by step: Duration) {
        guard step > .zero else { return }
        let due = reading.withLock { reading in
            reading.elapsed += step
            let due = reading.waiting.filter { $0.value.end <= reading.elapsed }
            for number in due.keys { reading.waiting[number] = nil }
            return due
        }
        for waiter in due.values { waiter.continuation.resume() }
    }

    /// Waits until the clock is moved so far.
    public func wait(until end: Duration) async {
        let number = reading.withLock { reading in
            reading.waits += 1
            return reading.waits
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = reading.withLock { reading in
                    if reading.elapsed >= end || Task.isCancelled { return true }
                    reading.waiting[number] = (end, continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            reading.withLock { $0.waiting.removeValue(forKey: number) }?.continuation.resume()
        }
    }
}
