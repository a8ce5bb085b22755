/// The numbers of the values that stand for the rest of a group, and for what any one of it may be missing.
struct RankMarks: Sendable {
    var other: UInt32
    var bound: UInt32
}

extension SegmentBlock where Value == CellCount {
    /// Keeps the greatest of each group of keys that differ in the last number alone, where it has more than twice as many as the limit.
    ///
    /// What goes is added to `other`, so that sums stay exact. Under `bound` stands by how much any single figure is too low at most: each
    /// time the largest count that went is added to it. Trimming only at twice the limit keeps it small however often segments are merged.
    func trimmed(to limit: Int, _ marks: RankMarks) -> SegmentBlock {
        var trimmed = SegmentBlock(width: width)
        var first = 0
        while first < count {
            var end = first + 1
            while end < count, key(at: end).dropLast().elementsEqual(key(at: first).dropLast()) { end += 1 }
            if end - first > 2 * limit {
                trim(first..<end, to: limit, marks, into: &trimmed)
            } else {
                for index in first..<end { trimmed.append(key(at: index), values[index]) }
            }
            first = end
        }
        return trimmed
    }

    private func trim(_ group: Range<Int>, to limit: Int, _ marks: RankMarks, into trimmed: inout SegmentBlock) {
        let prefix = Array(key(at: group.lowerBound).dropLast())
        var kept: [UInt32: CellCount] = [:]
        var rest = CellCount()
        var bound: Int64 = 0
        let named = group.map { (number: key(at: $0).last ?? 0, count: values[$0]) }
        let ranked = named.filter { $0.number != marks.other && $0.number != marks.bound }
            .sorted { ($1.count.messages, $0.number) < ($0.count.messages, $1.number) }
        for (number, count) in ranked.prefix(limit) { kept[number] = count }
        for (_, count) in ranked.dropFirst(limit) {
            rest.merge(count)
            bound = max(bound, count.messages)
        }
        for (number, count) in named where number == marks.other { rest.merge(count) }
        for (number, count) in named where number == marks.bound { bound = bound.sum(count.messages) }
        kept[marks.other] = rest
        if bound > 0 { kept[marks.bound] = CellCount(messages: bound) }
        for (number, count) in kept.sorted(by: { $0.key < $1.key }) { trimmed.append(prefix + [number], count) }
    }
}
