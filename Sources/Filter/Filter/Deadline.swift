public import Telemetry

/// The moment by which a verdict must be ready, by the injected clock.
public struct Deadline: Sendable {
    private let time: any TimeSource
    private let end: Duration

    /// The deadline so long after now.
    public init(after limit: Duration, by time: any TimeSource) {
        self.init(after: limit, from: time.monotonic(), by: time)
    }

    /// The deadline so long after a moment of the clock's monotonic time.
    init(after limit: Duration, from start: Duration, by time: any TimeSource) {
        self.time = time
        self.end = start + limit
    }

    /// Whether the moment has passed.
    public var hasPassed: Bool { time.monotonic() >= end }

    /// The time left; zero when the moment has passed.
    public var remaining: Duration { max(.zero, end - time.monotonic()) }
}
