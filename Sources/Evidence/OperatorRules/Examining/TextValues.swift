/// The values of one field of a message, spelt for comparison, one after the other in one buffer that is used again.
struct TextValues: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// How many values there are.
    var count: Int { ends.count }

    /// Where a value lies.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Whether one value more is looked at.
    var hasRoom: Bool { ends.count < RuleLimits.values && bytes.count < RuleLimits.valueBytes }

    /// Adds a value, its ASCII letters small; an empty one is none.
    mutating func add(_ value: some Collection<UInt8>) {
        guard hasRoom, !value.isEmpty else { return }
        for byte in value.prefix(RuleLimits.valueBytes - bytes.count) { bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte) }
        ends.append(bytes.count)
    }

    /// Adds a value, its ASCII letters small.
    mutating func add(_ value: String?) {
        if let value { add(value.utf8) }
    }

    /// Adds folded text, each run of blanks one blank and none at the end.
    mutating func add(folded text: [UInt8]) {
        var end = text.count
        while end > 0, text[end - 1] == 10 || text[end - 1] == 32 { end -= 1 }
        guard hasRoom, end > 0 else { return }
        for byte in text[..<min(end, RuleLimits.valueBytes - bytes.count)] { bytes.append(byte == 10 ? 32 : byte) }
        ends.append(bytes.count)
    }

    /// Whether some value compares so with a member of the set.
    func hold(_ comparison: TextComparison, _ set: TextSet) -> Bool {
        let text = bytes.span
        for index in 0..<count where set.holds(comparison, text, range(index)) { return true }
        return false
    }

    /// Whether some value is one of the other's.
    func meet(_ other: TextValues) -> Bool {
        for left in 0..<min(count, RuleLimits.comparedValues) {
            for right in 0..<min(other.count, RuleLimits.comparedValues)
            where bytes[range(left)].elementsEqual(other.bytes[other.range(right)]) {
                return true
            }
        }
        return false
    }
}
