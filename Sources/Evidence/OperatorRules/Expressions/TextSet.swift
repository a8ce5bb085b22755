internal import Messages

/// A set of texts that is asked about bytes without making a text of them, in time that does not depend on how many there are.
///
/// A member is found by the hash of its bytes. Beginnings and ends are found on the way, because the hash of each beginning of a value comes
/// by itself while the whole is hashed; for ends the bytes are taken from the last to the first.
struct TextSet: Sendable, Hashable {
    private var bytes: [UInt8] = []
    private var members: [Range<Int>] = []
    /// The first member with a hash, of the bytes forwards and backwards; others with the same hash follow by `next`.
    private var forwards: [UInt64: Int32] = [:]
    private var backwards: [UInt64: Int32] = [:]
    private var nextForwards: [Int32] = []
    private var nextBackwards: [Int32] = []
    /// The length of the longest member: of a value no more is looked at.
    private var longest = 0

    /// A set of these texts, spelt as the values will be.
    init(_ texts: [[UInt8]]) {
        for text in Set(texts).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let number = Int32(members.count)
            members.append(bytes.count..<bytes.count + text.count)
            longest = max(longest, text.count)
            bytes += text
            nextForwards.append(forwards.updateValue(number, forKey: TextSet.hash(text)) ?? -1)
            nextBackwards.append(backwards.updateValue(number, forKey: TextSet.hash(text.reversed())) ?? -1)
        }
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 { FNV1a.hash(of: bytes.span) }

    /// How many members there are.
    var count: Int { members.count }

    /// Whether a range of bytes compares so with a member.
    func holds(_ comparison: TextComparison, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        switch comparison {
        case .equals: beginsOrIs(text, range, isWhole: true)
        case .startsWith: beginsOrIs(text, range, isWhole: false)
        case .endsWith: endsOrIsBelow(text, range, atLabels: false)
        case .within: endsOrIsBelow(text, range, atLabels: true)
        }
    }

    private func beginsOrIs(_ text: Span<UInt8>, _ range: Range<Int>, isWhole: Bool) -> Bool {
        if isWhole, range.count > longest { return false }
        var hash = FNV1a()
        for index in range.prefix(longest) {
            hash.add(text[index])
            let end = index + 1
            if !isWhole || end == range.upperBound, isMember(forwards[hash.value], nextForwards, text, range.lowerBound..<end) {
                return true
            }
        }
        return false
    }

    private func endsOrIsBelow(_ text: Span<UInt8>, _ range: Range<Int>, atLabels: Bool) -> Bool {
        var hash = FNV1a()
        var index = range.upperBound
        while index > range.lowerBound, range.upperBound - index < longest {
            index -= 1
            hash.add(text[index])
            if atLabels, index > range.lowerBound, text[index - 1] != UInt8(ascii: ".") { continue }
            if isMember(backwards[hash.value], nextBackwards, text, index..<range.upperBound) { return true }
        }
        return false
    }

    private func isMember(_ first: Int32?, _ next: [Int32], _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard var number = first else { return false }
        while number >= 0 {
            if isEqual(members[Int(number)], text, range) { return true }
            number = next[Int(number)]
        }
        return false
    }

    private func isEqual(_ member: Range<Int>, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard member.count == range.count else { return false }
        for offset in 0..<range.count where bytes[member.lowerBound + offset] != text[range.lowerBound + offset] { return false }
        return true
    }
}

/// A set of networks, asked about addresses.
struct NetworkSet: Sendable, Hashable {
    /// The networks by their length, so that an address is looked up once for each length there is.
    private var lengths: [(version: Int, length: Int)] = []
    private var networks: Set<IPNetwork> = []

    init(_ networks: [IPNetwork]) {
        self.networks = Set(networks)
        for network in networks {
            let version = network.address.bitWidth
            if !lengths.contains(where: { $0.version == version && $0.length == network.length }) {
                lengths.append((version, network.length))
            }
        }
    }

    /// Whether an address lies in one of them.
    func contains(_ address: IPAddress) -> Bool {
        for (version, length) in lengths where version == address.bitWidth {
            if let network = IPNetwork(address.prefix(length), length: length), networks.contains(network) { return true }
        }
        return false
    }

    static func == (left: NetworkSet, right: NetworkSet) -> Bool { left.networks == right.networks }

    func hash(into hasher: inout Hasher) { hasher.combine(networks) }
}
