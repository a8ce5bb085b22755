/// How many different things were seen, without keeping them: 4096 registers of one byte (Flajolet and others, "HyperLogLog", 2007).
///
/// The standard error is 1.04 / sqrt(4096) = 1.6 %: two in three estimates are within it, and all but a few in a thousand within 5 %.
/// The estimate is Ertl's ("New cardinality estimation algorithms for HyperLogLog sketches", 2017, algorithm 6), which is even over the
/// whole range. Sketches merge, in any order and grouping; the sketch of two sets is that of their union.
///
/// Things are hashed with a secret: a sketch tells nobody whether an address is in it who does not know the secret, and only sketches
/// of one secret merge to something meaningful.
public struct HyperLogLog: Sendable, Hashable {
    /// The power of two of the number of registers.
    public static let precision = 12
    private static let registerCount = 1 << precision
    /// How many bits of a hash are left to count zeros in.
    private static let rankBits = 64 - precision

    /// The registers: for each, the highest rank that was seen. 4096 bytes, to store.
    public private(set) var registers: [UInt8]

    /// A sketch of nothing.
    public init() {
        self.registers = [UInt8](repeating: 0, count: HyperLogLog.registerCount)
    }

    /// The sketch that was stored as these registers; nothing when they are not a sketch's.
    public init?(registers: [UInt8]) {
        guard registers.count == HyperLogLog.registerCount, registers.allSatisfy({ Int($0) <= HyperLogLog.rankBits + 1 }) else {
            return nil
        }
        self.registers = registers
    }

    /// Adds a thing by its bytes.
    public mutating func add(_ bytes: Span<UInt8>, secret: UInt64) {
        add(hash: HyperLogLog.hash(bytes, secret: secret))
    }

    /// Adds a thing by a hash of it whose 64 bits are all evenly spread.
    public mutating func add(hash: UInt64) {
        let register = Int(hash >> UInt64(HyperLogLog.rankBits))
        let rank = min((hash << UInt64(HyperLogLog.precision)).leadingZeroBitCount, HyperLogLog.rankBits) + 1
        registers[register] = max(registers[register], UInt8(rank))
    }

    /// Adds all that another sketch was given.
    public mutating func merge(_ other: HyperLogLog) {
        for index in registers.indices { registers[index] = max(registers[index], other.registers[index]) }
    }

    /// About how many different things were added.
    public var estimate: Double {
        let ranks = HyperLogLog.rankBits
        var counts = [Int](repeating: 0, count: ranks + 2)
        for register in registers { counts[Int(register)] += 1 }
        let size = Double(HyperLogLog.registerCount)
        var sum = size * HyperLogLog.tau(1 - Double(counts[ranks + 1]) / size)
        for rank in stride(from: ranks, through: 1, by: -1) { sum = 0.5 * (sum + Double(counts[rank])) }
        sum += size * HyperLogLog.sigma(Double(counts[0]) / size)
        // 1 / (2 ln 2).
        return 0.721_347_520_444_481_7 * size * size / sum
    }

    /// Ertl's sigma: the correction for registers that saw nothing. Its series ends when a term no longer shows.
    private static func sigma(_ share: Double) -> Double {
        guard share < 1 else { return .infinity }
        var x = share
        var y = 1.0
        var sum = share
        var before = -1.0
        while sum != before {
            x *= x
            before = sum
            sum += x * y
            y += y
        }
        return sum
    }

    /// Ertl's tau: the correction for registers that can rise no further.
    private static func tau(_ share: Double) -> Double {
        guard share > 0, share < 1 else { return 0 }
        var x = share
        var y = 1.0
        var sum = 1 - share
        var before = -1.0
        while sum != before {
            x = x.squareRoot()
            before = sum
            y *= 0.5
            sum -= (1 - x) * (1 - x) * y
        }
        return sum / 3
    }

    /// SipHash-1-3 (Aumasson, Bernstein, 2012) under a secret of 64 bits: keyed, so nobody can choose inputs that pile up.
    static func hash(_ bytes: Span<UInt8>, secret: UInt64) -> UInt64 {
        var v0 = secret ^ 0x736F_6D65_7073_6575
        var v1 = ~secret ^ 0x646F_7261_6E64_6F6D
        var v2 = secret ^ 0x6C79_6765_6E65_7261
        var v3 = ~secret ^ 0x7465_6462_7974_6573
        func round() {
            v0 &+= v1
            v1 = v1 << 13 | v1 >> 51
            v1 ^= v0
            v0 = v0 << 32 | v0 >> 32
            v2 &+= v3
            v3 = v3 << 16 | v3 >> 48
            v3 ^= v2
            v0 &+= v3
            v3 = v3 << 21 | v3 >> 43
            v3 ^= v0
            v2 &+= v1
            v1 = v1 << 17 | v1 >> 47
            v1 ^= v2
            v2 = v2 << 32 | v2 >> 32
        }
        var index = 0
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        while index < bytes.count {
            var word: UInt64 = 0
            let end = min(index + 8, bytes.count)
            for place in index..<end { word |= UInt64(bytes[place]) << UInt64((place - index) * 8) }
            if end - index == 8 {
                v3 ^= word
                round()
                v0 ^= word
            } else {
                last |= word
            }
            index = end
        }
        v3 ^= last
        round()
        v0 ^= last
        v2 ^= 0xFF
        for _ in 0..<3 { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }
}
