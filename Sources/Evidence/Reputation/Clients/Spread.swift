/// About how many different things there were, in 128 bits: each sets one of them (Whang and others, "A linear-time probabilistic counting
/// algorithm", 1990).
struct Spread {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func add(_ hash: UInt64) {
        if hash & 64 == 0 { low |= 1 << (hash & 63) } else { high |= 1 << (hash & 63) }
    }

    /// For each number of bits that are set, of how many things that is the trace.
    var count: Int {
        let set = low.nonzeroBitCount + high.nonzeroBitCount
        return set < Spread.counts.count ? Spread.counts[set] : 620
    }

    /// The expected number is the sum of 128 / (128 - i) for each bit i that was set after the one before.
    private static let counts: [Int] = {
        var (sum, counts) = (0.0, [0])
        for bit in 0..<127 {
            sum += 128 / Double(128 - bit)
            counts.append(Int(sum.rounded()))
        }
        return counts
    }()
}
