internal import Messages

/// Counts by key: what a dictionary is, but several times as fast for keys of two words, and counting is nothing but look-ups.
struct CellTable: Sendable {
    /// A key and what is counted under it.
    struct Entry: Sendable {
        let key: ObservationCounter.PackedKey
        var cell: CellCount
    }

    /// What is counted, in the order in which the keys came.
    private(set) var entries: [Entry] = []
    /// The numbers of entries from 1 on, each at the place of its hash or at the next that was free; at least half are free, which is 0.
    private var slots: [UInt32] = []
    /// Another in each process, so that nobody can choose keys that fall together.
    private static let seed = UInt64.random(in: .min ... .max)

    var count: Int { entries.count }

    mutating func add(_ cell: CellCount, under key: ObservationCounter.PackedKey) {
        if 2 * entries.count >= slots.count { grow() }
        let place = place(of: key)
        if slots[place] == 0 {
            entries.append(Entry(key: key, cell: cell))
            slots[place] = UInt32(truncatingIfNeeded: entries.count)
        } else {
            entries[Int(slots[place]) - 1].cell.merge(cell)
        }
    }

    func contains(_ key: ObservationCounter.PackedKey) -> Bool { !slots.isEmpty && slots[place(of: key)] != 0 }

    /// Where a key's slot is, or the free one that it would take.
    private func place(of key: ObservationCounter.PackedKey) -> Int {
        let mask = slots.count - 1
        let hash = SplitMix.finalised(key.word ^ UInt64(bitPattern: Int64(key.period)) << 45 ^ CellTable.seed)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0, entries[Int(slots[place]) - 1].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: max(64, 2 * slots.count))
        for (index, entry) in entries.enumerated() { slots[place(of: entry.key)] = UInt32(truncatingIfNeeded: index + 1) }
    }
}
