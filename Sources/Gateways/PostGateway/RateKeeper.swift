internal import Synchronization
internal import Telemetry

/// Lets each caller ask so often a second, and as often at once as in one second.
final class RateKeeper: Sendable {
    private struct Bucket {
        var left: Double
        var filled: Duration
    }

    private let perSecond: Double
    private let time: any TimeSource
    /// One for each name that has a token, of which there are as many as the operator has made, and each recipient who follows a link of ours.
    private let buckets = Mutex<[String: Bucket]>([:])

    init(perSecond: Int, by time: any TimeSource) {
        self.perSecond = Double(perSecond)
        self.time = time
    }

    /// Whether a caller may ask for so much once more.
    func admits(_ name: String) -> Bool {
        let now = time.monotonic()
        return buckets.withLock { buckets in
            var bucket = buckets[name] ?? Bucket(left: perSecond, filled: now)
            let (seconds, attoseconds) = (now - bucket.filled).components
            bucket.left = min(perSecond, bucket.left + perSecond * (Double(seconds) + Double(attoseconds) / 1e18))
            bucket.filled = now
            defer { buckets[name] = bucket }
            guard bucket.left >= 1 else { return false }
            bucket.left -= 1
            return true
        }
    }
}
