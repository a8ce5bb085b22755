public import Features
public import Messages

/// What has been learnt of the kinds of spam: of a text that is taken for spam already, which class its words speak for.
///
/// A softmax regression over the words of the text and the pairs of neighbours among them. It has no constant terms and looks at nothing
/// else, so what it says comes from words it was taught: a text in a language it never saw gets even scores, which is no opinion. Links,
/// senders and attachments are spoken for by the checks.
///
/// A table of 64-bit entries, found by the lower bits of a feature's hash and the slots that follow: the hash's upper 16 bits, then one
/// signed byte for each class. An empty entry is zero.
public struct ThreatModel: Sendable {
    /// The classes whose scores are learnt, in the order of their weights. `unspecified` is learnt too: from spam of no other class, and
    /// from ham, so that words which all texts share speak for nothing.
    public static let classes: [ThreatClass] = [.advertising, .phishing, .scam, .adult, .gambling, .unspecified]

    /// Log-odds given to classes, in the order of `classes`: two differ by how much likelier one is. The last two are zero here.
    public typealias Scores = SIMD8<Double>

    /// How many slots are looked at for one feature.
    static let probes = 32
    /// Of a text that has fewer known features than this, or a lesser share of them than one in ten, nothing is said.
    static let leastKnown = 4
    static let leastShare = 10
    /// A text of fewer features than this says no more than its words would in one of so many.
    static let leastLength = 8

    /// The model's name and version.
    public var version: String
    /// How many entries there are, as a power of two.
    let slotBits: Int
    /// The entries.
    var table: [UInt64]
    /// The log-odds that one unit of a stored weight is worth.
    var step: Float
    /// How many examples of each class were learnt from.
    public internal(set) var examples: [UInt32]

    /// A model that knows no word.
    public init(version: String, slotBits: Int = 16) {
        self.version = version
        self.slotBits = min(max(slotBits, ThreatModelLimits.slotBits.lowerBound), ThreatModelLimits.slotBits.upperBound)
        self.table = Array(repeating: 0, count: 1 << self.slotBits)
        self.step = 1
        self.examples = Array(repeating: 0, count: ThreatModel.classes.count)
    }

    /// What the first `words` features say: those of the text's words and pairs; nothing when too few of them are known.
    public func scores(of features: FeatureSet, words: Int) -> Scores? {
        let hashes = features.hashes.span
        let count = min(max(0, words), hashes.count)
        var sums = SIMD8<Int32>()
        var known = 0
        for index in 0..<count {
            let entry = entry(of: hashes[index])
            guard entry != 0 else { continue }
            known += 1
            sums &+= ThreatModel.weights(entry)
        }
        guard known >= ThreatModel.leastKnown, known * ThreatModel.leastShare >= count else { return nil }
        let value = Double(step * ThreatModel.value(forCount: count))
        return Scores(sums) * value
    }

    /// How much each of the first `words` features speaks for a class rather than for the others on average; the list is replaced.
    public func contributions(of features: FeatureSet, words: Int, to threat: ThreatClass, into contributions: inout [Float]) {
        contributions.removeAll(keepingCapacity: true)
        let place = ThreatModel.classes.firstIndex(of: threat)
        for hash in features.hashes.prefix(max(0, words)) {
            guard let place else { return }
            let weights = ThreatModel.weights(entry(of: hash))
            contributions.append(Float(weights[place]) - Float(weights.wrappedSum()) / Float(ThreatModel.classes.count))
        }
    }

    /// What each feature of a text counts: every text has length one, however long it is.
    static func value(forCount count: Int) -> Float {
        ContentModel.scale(forCount: max(count, leastLength))
    }

    /// The entry of a feature; zero when it is not known.
    @inline(__always)
    private func entry(of hash: UInt32) -> UInt64 {
        let mask = table.count - 1
        var slot = Int(hash) & mask
        for _ in 0..<ThreatModel.probes {
            let entry = table[slot]
            if entry == 0 || entry & 0xFFFF == UInt64(hash &>> 16) { return entry }
            slot = (slot + 1) & mask
        }
        return 0
    }

    /// The weights of an entry.
    @inline(__always)
    private static func weights(_ entry: UInt64) -> SIMD8<Int32> {
        var weights = SIMD8<Int32>()
        for place in 0..<6 {
            weights[place] = Int32(Int8(truncatingIfNeeded: entry &>> UInt64(16 &+ 8 &* place)))
        }
        return weights
    }

    /// Puts a feature's weights in; whether there was room. Weights that are all zero say nothing and take no room.
    mutating func insert(_ hash: UInt32, weights: [Int8]) -> Bool {
        guard weights.contains(where: { $0 != 0 }) else { return true }
        var entry = UInt64(hash >> 16)
        for (place, weight) in weights.prefix(ThreatModel.classes.count).enumerated() {
            entry |= UInt64(UInt8(bitPattern: weight)) << UInt64(16 + 8 * place)
        }
        var slot = Int(hash) & (table.count - 1)
        for _ in 0..<ThreatModel.probes {
            if table[slot] == 0 {
                table[slot] = entry
                return true
            }
            slot = (slot + 1) & (table.count - 1)
        }
        return false
    }
}

/// The bounds of what a threat model's file may claim.
public enum ThreatModelLimits {
    /// Powers of two for the number of entries: from 1,024 to 256 thousand, two MiB.
    public static let slotBits = 10...18
    /// The longest version name, in bytes.
    public static let versionBytes = 255
    /// What one unit of a weight may be worth, in log-odds: at most so much that no sum leaves the numbers.
    public static let step: ClosedRange<Float> = 1e-6...1
}
