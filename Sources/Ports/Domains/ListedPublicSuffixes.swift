// A public suffix list in memory, read from the list's own text format (publicsuffix.org/list). Pure Swift, needs no library.
// The text is trusted configuration; what is not a rule is passed over.

internal import Messages

/// A public suffix list held in a compact hash table.
///
/// Rules are kept as their bytes in one buffer and found by a hash over the labels from right to left, so that a look-up
/// reads each byte of the host's last labels once.
public struct ListedPublicSuffixes: PublicSuffixes {
    private enum Mark {
        static let rule: UInt8 = 1
        static let wildcard: UInt8 = 2
        static let exception: UInt8 = 4
        static let privateDomains: UInt8 = 8
    }

    private struct Entry {
        var name: ByteRange
        var marks: UInt8
    }

    private var names: [UInt8] = []
    private var entries: [Entry] = []
    private var slots: [UInt32] = []
    private var deepest = 1

    /// How many different names carry a rule.
    public var count: Int { entries.count }

    /// Reads a list: one rule a line, `//` comments, the markers of its two sections. Rules may be in Unicode or in ASCII.
    public init(text: [UInt8]) {
        var isPrivate = false
        var ascii: [UInt8] = []
        let text = text.span
        var start = 0
        slots = [UInt32](repeating: 0, count: 1024)
        while start < text.count {
            var end = start
            while end < text.count, text[end] != 10, text[end] != 13 { end += 1 }
            let line = text.extracting(start..<end)
            start = end + 1
            if line.count > 1, line[0] == 47, line[1] == 47 {
                if ListedPublicSuffixes.contains("BEGIN PRIVATE", in: line) { isPrivate = true }
                if ListedPublicSuffixes.contains("BEGIN ICANN", in: line) { isPrivate = false }
                continue
            }
            var rule = 0..<line.count
            if let blank = (0..<line.count).first(where: { line[$0] == 32 || line[$0] == 9 }) { rule = 0..<blank }
            guard !rule.isEmpty else { continue }
            var mark = Mark.rule
            if line[0] == 33 {
                mark = Mark.exception
                rule = 1..<rule.upperBound
            } else if rule.count > 2, line[0] == 42, line[1] == 46 {
                mark = Mark.wildcard
                rule = 2..<rule.upperBound
            }
            ascii.removeAll(keepingCapacity: true)
            guard !rule.isEmpty, PunycodeNames().toASCII(line.extracting(rule), into: &ascii).isEmpty else { continue }
            insert(ascii, mark: mark | (isPrivate ? Mark.privateDomains : 0))
        }
    }

    /// The match of a host, as `PublicSuffixes` says.
    public func match(_ host: Span<UInt8>) -> SuffixMatch? {
        var end = host.count
        if end > 1, host[end - 1] == 46 { end -= 1 }
        guard end > 0, host[0] != 46 else { return nil }
        var hash = ListedPublicSuffixes.seed
        var best: (start: Int, marks: UInt8)?
        var previous: Int?  // where the suffix of one label fewer begins
        var wildcard: UInt8?  // the marks of that suffix when a wildcard rule stands on it
        var labelEnd = end
        var index = end
        var depth = 0
        while index > 0, depth <= deepest + 1 {
            while index > 0, host[index - 1] != 46 {
                index -= 1
                hash = ListedPublicSuffixes.mix(hash, ListedPublicSuffixes.lowered(host[index]))
            }
            guard index < labelEnd else { return nil }
            depth += 1
            let marks = find(host.extracting(index..<end), hash: hash)
            if marks & Mark.exception != 0, let previous {
                best = (previous, marks)
                break
            }
            if marks & Mark.rule != 0 {
                best = (index, marks)
            } else if let wildcard {
                best = (index, wildcard)
            }
            wildcard = marks & Mark.wildcard != 0 ? marks : nil
            previous = index
            guard index > 0 else { break }
            index -= 1
            labelEnd = index
            hash = ListedPublicSuffixes.mix(hash, 46)
        }
        return finish(host, end: end, best: best)
    }

    private func finish(_ host: Span<UInt8>, end: Int, best: (start: Int, marks: UInt8)?) -> SuffixMatch? {
        var suffix = end
        var section = SuffixMatch.Section.none
        if let best {
            suffix = best.start
            section = best.marks & Mark.privateDomains != 0 ? .privateDomains : .icann
        } else {
            while suffix > 0, host[suffix - 1] != 46 { suffix -= 1 }
        }
        guard suffix > 0 else { return SuffixMatch(suffix: 0, registrable: nil, section: section) }
        var registrable = suffix - 1
        while registrable > 0, host[registrable - 1] != 46 { registrable -= 1 }
        guard registrable < suffix - 1 else { return nil }
        return SuffixMatch(suffix: suffix, registrable: registrable, section: section)
    }

    // MARK: - The table: open addressing, a slot holds an entry's index plus one.

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= 65 && byte <= 90 ? byte | 32 : byte
    }

    private static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(count - 1))
    }

    private static func hash(_ name: Span<UInt8>) -> UInt64 {
        var hash = seed
        for index in stride(from: name.count - 1, through: 0, by: -1) { hash = mix(hash, name[index]) }
        return hash
    }

    private func find(_ name: Span<UInt8>, hash: UInt64) -> UInt8 {
        let slots = slots.span
        let names = names.span
        var slot = ListedPublicSuffixes.slot(hash, slots.count)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.name.count == name.count {
                var index = 0
                while index < name.count, names[Int(entry.name.start) + index] == ListedPublicSuffixes.lowered(name[index]) { index += 1 }
                if index == name.count { return entry.marks }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }

    private mutating func insert(_ name: [UInt8], mark: UInt8) {
        let hash = ListedPublicSuffixes.hash(name.span)
        var slot = ListedPublicSuffixes.slot(hash, slots.count)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if names[entries[index].name.range].elementsEqual(name) {
                entries[index].marks |= mark
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let start = names.count
        names += name
        entries.append(Entry(name: ByteRange(start, names.count), marks: mark))
        slots[slot] = UInt32(entries.count)
        deepest = max(deepest, name.reduce(1) { $0 + ($1 == 46 ? 1 : 0) })
        if entries.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            let hash = ListedPublicSuffixes.hash(names.span.extracting(entry.name.range))
            var slot = ListedPublicSuffixes.slot(hash, slots.count)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }

    private static func contains(_ words: StaticString, in line: Span<UInt8>) -> Bool {
        let length = words.utf8CodeUnitCount
        guard line.count >= length else { return false }
        return words.withUTF8Buffer { words in
            (0...(line.count - length)).contains { start in
                words.indices.allSatisfy { unsafe line[start + $0] == words[$0] }
            }
        }
    }
}
