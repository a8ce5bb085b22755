// How often things occur. Whoever sends decides what there is to count: the memory is bounded, and names in it are hashed.

internal import Messages
internal import Synchronization

/// Counts what occurs against limits. A bucket holds so many tokens, and fills again evenly; what finds it empty is beyond the limit and takes nothing,
/// so that a flood goes through at the rate that is allowed.
///
/// For each bucket one number is kept: when it would be full again (the generic cell rate algorithm, ITU-T I.371 annex A).
public final class RateBuckets: Sendable {
    /// How many values of one message are counted by one limit.
    public static let valueLimit = 100

    /// The limits.
    public let limits: [RateLimit]
    private let secret = SenderSecret()
    private let full: Mutex<RecentTable<Int64>>

    /// Buckets for these limits, so many at most for all of them together: those used longest ago make room, and are full when they come again.
    public init(_ limits: [RateLimit], capacity: Int) {
        self.limits = limits
        full = Mutex(RecentTable(capacity: capacity))
    }

    /// How many buckets there are.
    public var count: Int { full.withLock { $0.count } }

    /// Counts a message, and says of what there was too much.
    /// - Parameters:
    ///   - moment: now, by the clock's monotonic time.
    ///   - values: what the message has of something that is counted.
    public func take(at moment: Duration, values: (RateLimit.Subject) -> [String]) -> [RateExcess] {
        var asked: [(limit: Int, value: String, key: SenderKey)] = []
        for (place, limit) in limits.enumerated() {
            for value in values(limit.subject).prefix(RateBuckets.valueLimit) {
                var maker = secret.maker(UInt8(truncatingIfNeeded: place))
                maker.add(limit.name)
                maker.add(value)
                asked.append((place, value, maker.key))
            }
        }
        guard !asked.isEmpty else { return [] }
        let now = RateBuckets.nanoseconds(moment)
        return full.withLock { full in
            asked.compactMap { asked in
                let limit = limits[asked.limit]
                let step = max(1, RateBuckets.nanoseconds(limit.time) / Int64(limit.count))
                let (room, overflow) = step.multipliedReportingOverflow(by: Int64(limit.burst))
                let place = full.touch(asked.key, orNew: now).place
                let next = max(full[place], now) + step
                guard next - now <= min(overflow ? .max : room, RateBuckets.farthest) else {
                    return RateExcess(limit: limit, value: asked.value)
                }
                full[place] = next
                return nil
            }
        }
    }

    /// How far ahead a bucket may be full again, in nanoseconds: 73 years, so that no sum leaves the range.
    private static let farthest: Int64 = 1 << 61

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        // Far from the end of the range, whatever is added.
        return min(max(seconds, 0), 1 << 32) * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
