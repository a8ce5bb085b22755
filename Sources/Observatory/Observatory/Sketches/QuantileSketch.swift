#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How whole numbers from 0 on are spread: counts in buckets whose bounds grow by a constant ratio (Masson, Rim and Lee, "DDSketch", 2019).
///
/// Each quantile is within 1 % of a number that was added. Merging adds buckets: it commutes and associates, and gives what counting
/// everything in one sketch gives. Numbers up to 2^40 need some 1400 buckets at most; larger ones are counted as 2^40.
struct QuantileSketch: SegmentValue {
    static let form: UInt8 = 4
    static let empty = QuantileSketch()
    /// How far a quantile may be off, as a part of it.
    static let relativeError = 0.01

    private static let ratio = (1 + relativeError) / (1 - relativeError)
    private static let scale = 1 / log(ratio)
    private static let limit = 1 << 40
    /// Bucket 0 is for the number 0, bucket 1 for 1, bucket k for those above ratio^(k-2) up to ratio^(k-1).
    private static let bucketLimit = bucket(of: limit)

    /// The first bucket that holds a number, and the counts from there to the last that does.
    private var first = 0
    private var counts: [Int64] = []

    init() {}

    /// Whether nothing was added.
    var isEmpty: Bool { counts.isEmpty }

    /// How many numbers were added.
    var count: Int64 { counts.reduce(0) { $0.sum($1) } }

    /// Adds a number so many times.
    mutating func add(_ number: Int, times: Int64 = 1) {
        guard times > 0 else { return }
        grow(QuantileSketch.bucket(of: number), by: times)
    }

    mutating func merge(_ other: QuantileSketch) {
        for (index, times) in other.counts.enumerated() where times > 0 { grow(other.first + index, by: times) }
    }

    private mutating func grow(_ bucket: Int, by times: Int64) {
        if counts.isEmpty { first = bucket }
        if bucket < first {
            counts.insert(contentsOf: repeatElement(0, count: first - bucket), at: 0)
            first = bucket
        } else if bucket - first >= counts.count {
            counts.append(contentsOf: repeatElement(0, count: bucket - first - counts.count + 1))
        }
        counts[bucket - first] = min(counts[bucket - first].sum(times), 1 << 62)
    }

    private static func bucket(of number: Int) -> Int {
        guard number > 1 else { return max(number, 0) }
        return Int((log(Double(min(number, limit))) * scale).rounded(.up)) + 1
    }

    /// The number below which a share of all lies, for shares from 0 to 1 in the order asked; none when nothing was added.
    func quantiles(_ shares: [Double]) -> [Double] {
        let total = Double(count)
        guard total > 0 else { return [] }
        return shares.map { share in
            let rank = min(max(share, 0), 1) * (total - 1)
            var seen = 0.0
            for (index, times) in counts.enumerated() {
                seen += Double(times)
                if seen > rank { return QuantileSketch.middle(of: first + index) }
            }
            return QuantileSketch.middle(of: first + counts.count - 1)
        }
    }

    private static func middle(of bucket: Int) -> Double {
        guard bucket > 1 else { return Double(max(bucket, 0)) }
        return 2 * pow(ratio, Double(bucket - 1)) / (ratio + 1)
    }

    // MARK: Bytes

    func write(to bytes: inout [UInt8]) {
        bytes.append(number: UInt64(counts.count(where: { $0 > 0 })))
        var last = -1
        for (index, times) in counts.enumerated() where times > 0 {
            bytes.append(number: UInt64(first + index - last - 1))
            bytes.append(number: UInt64(times))
            last = first + index
        }
    }

    init(from reader: inout SegmentReader) throws(SegmentDefect) {
        let count = try reader.number(upTo: UInt64(QuantileSketch.bucketLimit + 1))
        var bucket = -1
        for _ in 0..<count {
            bucket += 1 + (try reader.number(upTo: UInt64(QuantileSketch.bucketLimit)))
            let times = try reader.count()
            guard bucket <= QuantileSketch.bucketLimit, times > 0 else { throw SegmentDefect(reason: "a bucket is out of range") }
            grow(bucket, by: times)
        }
    }
}
