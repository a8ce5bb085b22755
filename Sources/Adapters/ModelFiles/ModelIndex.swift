internal import Messages
internal import Storing

/// The list of checkpoints: text, a line each, so that a person can read it.
struct ModelIndex {
    struct Entry {
        var version: String
        var milliseconds: Int64
        var size: Int
        var checksum: UInt64
        /// Saved without ever being made current.
        var isCandidate = false
        var time: Timestamp { Timestamp(milliseconds: milliseconds) }
    }

    var entries: [Entry] = []
    var current: Int?

    /// The first line of every index.
    private static let heading = "chaffinch models 1"
    /// The most bytes an index has: some ten thousand checkpoints.
    static let sizeLimit = 1 << 20

    init() {}

    /// Reads an index; nothing when it is not one.
    init?(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst() == ModelIndex.heading[...], lines.popLast() == "" else { return nil }
        for line in lines {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 5, ["*", "-", "!"].contains(words[0]), Checkpoint.isVersion(String(words[1])),
                place(of: String(words[1])) == nil,
                let milliseconds = Int64(words[2]), let size = Int(words[3]), size >= 0, let checksum = UInt64(words[4], radix: 16)
            else { return nil }
            if words[0] == "*" {
                guard current == nil else { return nil }
                current = entries.count
            }
            entries.append(
                Entry(
                    version: String(words[1]), milliseconds: milliseconds, size: size, checksum: checksum, isCandidate: words[0] == "!"))
        }
        guard current != nil || entries.allSatisfy(\.isCandidate) else { return nil }
    }

    var text: String {
        let lines = entries.enumerated().map { place, entry in
            "\(place == current ? "*" : entry.isCandidate ? "!" : "-") \(entry.version) \(entry.milliseconds) \(entry.size) \(String(entry.checksum, radix: 16))\n"
        }
        return "\(ModelIndex.heading)\n" + lines.joined()
    }

    /// The list with one more checkpoint, which is the current one unless it is a candidate.
    func adding(_ entry: Entry) -> ModelIndex {
        var index = self
        index.entries.append(entry)
        if !entry.isCandidate { index.current = index.entries.count - 1 }
        return index
    }

    /// The last checkpoint before the current one that is no candidate.
    var placeBeforeCurrent: Int? { entries[..<(current ?? 0)].lastIndex { !$0.isCandidate } }

    /// Makes a checkpoint current.
    mutating func select(_ place: Int) {
        current = place
        entries[place].isCandidate = false
    }

    func place(of version: String) -> Int? { entries.firstIndex { $0.version == version } }

    func summary(of place: Int) -> CheckpointSummary {
        let entry = entries[place]
        return CheckpointSummary(
            version: entry.version, time: entry.time, size: entry.size, isCurrent: place == current,
            isCandidate: entry.isCandidate)
    }

    /// FNV-1a over eight bytes at a time with a rotation between: finds damage, not forgery, at the speed of memory.
    static func checksum(of bytes: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
            hash = (hash ^ word) &* 0x0000_0100_0000_01B3
            hash = hash << 23 | hash >> 41
            index += 8
        }
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return hash ^ hash >> 29
    }
}
