/// How long things took: counts in buckets that grow with the value, after HdrHistogram.
///
/// Each power of two of nanoseconds is cut into 32 buckets, so a quantile is off by at most one part in 32. It takes 10 KiB however
/// much it counts. Histograms add: those of many workers or machines make the one of all.
public struct LatencyHistogram: Sendable, Hashable {
    private static let partBits = 5
    private static let parts = 1 << partBits
    /// Times from 2^40 ns (18 minutes) on share the last bucket.
    private static let topBit = 40

    private var buckets = [UInt64](repeating: 0, count: (topBit - partBits + 1) * parts)
    /// How many times were recorded.
    public private(set) var count: UInt64 = 0
    /// The sum of all times recorded, in nanoseconds.
    public private(set) var totalNanoseconds: UInt64 = 0
    /// The longest time recorded, in nanoseconds.
    public private(set) var longestNanoseconds: UInt64 = 0

    /// A histogram of nothing.
    public init() {}

    /// Counts one time; a negative one counts as zero.
    public mutating func record(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        record(nanoseconds: duration < .zero ? 0 : overflow ? .max : UInt64(product) &+ UInt64(attoseconds / 1_000_000_000))
    }

    /// Counts one time in nanoseconds.
    public mutating func record(nanoseconds: UInt64) {
        buckets[LatencyHistogram.bucket(of: nanoseconds)] &+= 1
        count &+= 1
        totalNanoseconds = LatencyHistogram.sum(totalNanoseconds, nanoseconds)
        longestNanoseconds = max(longestNanoseconds, nanoseconds)
    }

    /// Adds another histogram's counts to this one's.
    public mutating func merge(_ other: LatencyHistogram) {
        for index in buckets.indices { buckets[index] &+= other.buckets[index] }
        count &+= other.count
        totalNanoseconds = LatencyHistogram.sum(totalNanoseconds, other.totalNanoseconds)
        longestNanoseconds = max(longestNanoseconds, other.longestNanoseconds)
    }

    /// The time that a share of all (0 to 1) did not exceed, to one part in 32; zero when nothing was recorded.
    public func quantile(_ share: Double) -> Duration {
        guard count > 0 else { return .zero }
        let rank = UInt64((Double(count) * (share > 0 ? min(share, 1) : 0)).rounded(.up))
        var passed: UInt64 = 0
        for (index, bucket) in buckets.enumerated() where bucket > 0 {
            passed &+= bucket
            if passed >= max(rank, 1) {
                let upper = index == buckets.count - 1 ? longestNanoseconds : LatencyHistogram.upperBound(of: index)
                return .nanoseconds(Int64(clamping: min(upper, longestNanoseconds)))
            }
        }
        return .nanoseconds(Int64(clamping: longestNanoseconds))
    }

    /// The mean; zero when nothing was recorded.
    public var mean: Duration {
        count == 0 ? .zero : .nanoseconds(Int64(clamping: totalNanoseconds / count))
    }

    private static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? .max : sum
    }

    private static func bucket(of value: UInt64) -> Int {
        if value < UInt64(parts) { return Int(value) }
        let bit = 63 - value.leadingZeroBitCount
        if bit >= topBit { return (topBit - partBits + 1) * parts - 1 }
        return (bit - partBits + 1) * parts + Int(value >> UInt64(bit - partBits)) - parts
    }

    private static func upperBound(of index: Int) -> UInt64 {
        if index < parts { return UInt64(index) }
        let shift = UInt64(index / parts - 1)
        return (UInt64(index % parts + parts) << shift) + (1 << shift) - 1
    }
}
