/// Puts hashes in order, each once: the form in which a training example keeps its features.
///
/// Hashes are numbers of 22 bits without any pattern, by the thousand: so they are sorted by their digits (two passes of 11 bits), which
/// compares nothing and guesses nothing.
struct SortedHashes {
    private static let digitBits: UInt32 = 11
    private static let digits = 1 << Int(digitBits)
    /// Fewer are sorted by comparing: the tables of digits would cost more.
    private static let few = 64
    /// The bits of a hash that any model uses.
    static let mask = UInt32(1) << UInt32(ModelLimits.bucketBits.upperBound) - 1

    private var taken: [UInt32] = []
    private var starts: [UInt32] = []

    /// Appends the bits of hashes that a model uses to a list, in order, none twice.
    mutating func append(_ hashes: Span<UInt32>, to kept: inout [UInt32]) {
        taken.removeAll(keepingCapacity: true)
        taken.reserveCapacity(2 * hashes.count)
        for index in hashes.indices { taken.append(hashes[index] & SortedHashes.mask) }
        if taken.count < SortedHashes.few { taken.sort() } else { sortByDigits() }
        var before: UInt32?
        for index in 0..<hashes.count {
            let hash = taken[index]
            if hash != before { kept.append(hash) }
            before = hash
        }
    }

    /// Sorts what was taken; the second half of the list serves as working memory.
    private mutating func sortByDigits() {
        let count = taken.count
        taken.append(contentsOf: repeatElement(0, count: count))
        if starts.isEmpty { starts = Array(repeating: 0, count: 2 * SortedHashes.digits) }
        SortedHashes.countDigits(of: taken, 0..<count, into: &starts)
        SortedHashes.move(&taken, from: 0..<count, to: count, by: 0, &starts)
        SortedHashes.move(&taken, from: count..<(2 * count), to: 0, by: 1, &starts)
    }

    /// Where the hashes with each digit begin, for both digits.
    private static func countDigits(of hashes: [UInt32], _ range: Range<Int>, into starts: inout [UInt32]) {
        let hashes = hashes.span
        var starts = starts.mutableSpan
        for index in starts.indices { starts[index] = 0 }
        for index in range {
            starts[place(of: hashes[index], digit: 0)] &+= 1
            starts[place(of: hashes[index], digit: 1)] &+= 1
        }
        for digit in 0..<2 {
            var sum: UInt32 = 0
            for index in (digit * digits)..<((digit + 1) * digits) {
                let count = starts[index]
                starts[index] = sum
                sum &+= count
            }
        }
    }

    private static func move(_ hashes: inout [UInt32], from: Range<Int>, to: Int, by digit: Int, _ starts: inout [UInt32]) {
        var hashes = hashes.mutableSpan
        var starts = starts.mutableSpan
        for index in from {
            let hash = hashes[index]
            let start = place(of: hash, digit: digit)
            hashes[to &+ Int(starts[start])] = hash
            starts[start] &+= 1
        }
    }

    @inline(__always)
    private static func place(of hash: UInt32, digit: Int) -> Int {
        Int(hash &>> (digitBits &* UInt32(truncatingIfNeeded: digit)) & (1 << digitBits - 1)) &+ digit &* digits
    }
}
