#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// How many different hashes were seen, in 4096 registers (Flajolet, Fusy, Gandouet and Meunier 2007), read with the estimator of Ertl
/// ("New cardinality estimation algorithms for HyperLogLog sketches", 2017), which needs no correction for small or large numbers.
///
/// Merging commutes, associates, and changes nothing where a sketch is merged twice. The standard error is 1.04 / 64. Hashes should be
/// keyed: then nobody without the key can test whether something is in it, nor make it lie.
struct HyperLogLog: SegmentValue {
    static let form: UInt8 = 3
    static let empty = HyperLogLog()
    /// The standard error of an estimate, as a part of it.
    static let relativeError = 1.04 / 64

    private static let bits: UInt64 = 12
    private static let size = 4096
    /// The highest value of a register: all other bits of a hash are zero.
    private static let top: UInt8 = 53

    /// Nothing at all until the first hash is counted: most groups of a counter never see one.
    private var registers: [UInt8] = []

    init() {}

    /// Whether nothing was counted.
    var isEmpty: Bool { registers.isEmpty }

    private mutating func makeRoom() {
        if registers.isEmpty { registers = [UInt8](repeating: 0, count: HyperLogLog.size) }
    }

    /// Counts a hash of 64 bits.
    mutating func add(_ hash: UInt64) {
        makeRoom()
        let index = Int(hash >> (64 - HyperLogLog.bits))
        let rest = hash << HyperLogLog.bits
        let rank = min(UInt8(truncatingIfNeeded: rest.leadingZeroBitCount + 1), HyperLogLog.top)
        if registers[index] < rank { registers[index] = rank }
    }

    mutating func merge(_ other: HyperLogLog) {
        if other.isEmpty { return }
        makeRoom()
        for index in 0..<HyperLogLog.size where registers[index] < other.registers[index] { registers[index] = other.registers[index] }
    }

    /// How many different hashes there were.
    var estimate: Double {
        if isEmpty { return 0 }
        var counts = [Int](repeating: 0, count: Int(HyperLogLog.top) + 1)
        for register in registers { counts[Int(register)] += 1 }
        let size = Double(HyperLogLog.size)
        var sum = size * HyperLogLog.tau(1 - Double(counts[Int(HyperLogLog.top)]) / size)
        for rank in stride(from: Int(HyperLogLog.top) - 1, through: 1, by: -1) { sum = 0.5 * (sum + Double(counts[rank])) }
        sum += size * HyperLogLog.sigma(Double(counts[0]) / size)
        return size * size / (2 * log(2)) / sum
    }

    /// Ertl's sum over registers that saw nothing.
    private static func sigma(_ share: Double) -> Double {
        if share >= 1 { return .infinity }
        var (power, weight, sum) = (share, 1.0, share)
        while true {
            power *= power
            let next = sum + power * weight
            if next == sum { return sum }
            sum = next
            weight += weight
        }
    }

    /// Ertl's sum over registers at their top.
    private static func tau(_ share: Double) -> Double {
        if share <= 0 || share >= 1 { return 0 }
        var (power, weight, sum) = (share, 1.0, 1 - share)
        while true {
            power = power.squareRoot()
            weight *= 0.5
            let next = sum - (1 - power) * (1 - power) * weight
            if next == sum { return sum / 3 }
            sum = next
        }
    }

    // MARK: Bytes

    /// As few bytes as they need: the registers that are not zero, each as the way to it and its value; or, where that is longer, all of
    /// them in six bits each, after a number that no count reaches.
    func write(to bytes: inout [UInt8]) {
        let filled = registers.indices.filter { registers[$0] > 0 }
        guard 2 * filled.count < HyperLogLog.packedSize else {
            bytes.append(number: UInt64(HyperLogLog.size) + 1)
            for index in stride(from: 0, to: HyperLogLog.size, by: 4) {
                let word = (0..<4).reduce(UInt32(0)) { $0 << 6 | UInt32(registers[index + $1]) }
                for shift in [16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
            }
            return
        }
        bytes.append(number: UInt64(filled.count))
        var last = -1
        for index in filled {
            bytes.append(number: UInt64(index - last - 1))
            bytes.append(registers[index])
            last = index
        }
    }

    private static let packedSize = size * 6 / 8

    init(from reader: inout SegmentReader) throws(SegmentDefect) {
        let count = try reader.number(upTo: UInt64(HyperLogLog.size) + 1)
        if count > HyperLogLog.size {
            try readPacked(&reader)
            return
        }
        if count > 0 { makeRoom() }
        var index = -1
        for _ in 0..<count {
            index += 1 + (try reader.number(upTo: UInt64(HyperLogLog.size)))
            let rank = try reader.byte()
            guard index < HyperLogLog.size, (1...HyperLogLog.top).contains(rank) else {
                throw SegmentDefect(reason: "a register is out of range")
            }
            registers[index] = rank
        }
    }

    private mutating func readPacked(_ reader: inout SegmentReader) throws(SegmentDefect) {
        makeRoom()
        for index in stride(from: 0, to: HyperLogLog.size, by: 4) {
            var word: UInt32 = 0
            for _ in 0..<3 { word = word << 8 | UInt32(try reader.byte()) }
            for place in 0..<4 {
                let rank = UInt8(word >> UInt32(6 * (3 - place)) & 0x3F)
                guard rank <= HyperLogLog.top else { throw SegmentDefect(reason: "a register is out of range") }
                registers[index + place] = rank
            }
        }
    }
}
