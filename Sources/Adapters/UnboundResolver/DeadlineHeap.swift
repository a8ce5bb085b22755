/// Numbers in the order of their deadlines: a binary heap.
struct DeadlineHeap {
    /// A number and when it is over.
    struct Entry {
        var deadline: Duration
        var number: UInt64
    }

    private var entries: [Entry] = []

    /// How many there are.
    var count: Int { entries.count }

    /// The one whose deadline is next.
    var first: Entry? { entries.first }

    /// Adds a number.
    mutating func add(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child].deadline < entries[parent].deadline else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes out the one whose deadline is next.
    mutating func removeFirst() -> Entry? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        if entries.isEmpty { return first }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in (2 * parent + 1)..<(2 * parent + 3)
            where child < entries.count && entries[child].deadline < entries[least].deadline {
                least = child
            }
            guard least != parent else { return first }
            entries.swapAt(least, parent)
            parent = least
        }
    }

    /// Leaves only those that are kept.
    mutating func keep(where isKept: (UInt64) -> Bool) {
        let kept = entries.filter { isKept($0.number) }
        entries = []
        for entry in kept { add(entry) }
    }
}
