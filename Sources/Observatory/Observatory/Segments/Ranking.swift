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
        let groups = groups
        guard groups.contains(where: { $0.count > 2 * limit }) else { return self }
        var trimmed = SegmentBlock(width: width)
        for group in groups {
            if group.count > 2 * limit {
                trim(group, to: limit, marks, into: &trimmed)
            } else {
                for index in group { trimmed.append(values[index]) { numbers[index * width + $0] } }
            }
        }
        return trimmed
    }

    /// The keys that differ in the last number alone, group by group.
    private var groups: [Range<Int>] {
        var groups: [Range<Int>] = []
        var first = 0
        for index in 1..<max(count, 1) where !(0..<width - 1).allSatisfy({ numbers[first * width + $0] == numbers[index * width + $0] }) {
            groups.append(first..<index)
            first = index
        }
        if count > first { groups.append(first..<count) }
        return groups
    }

    private func trim(_ group: Range<Int>, to limit: Int, _ marks: RankMarks, into trimmed: inout SegmentBlock) {
        let first = group.lowerBound * width
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
        for (number, count) in kept.sorted(by: { $0.key < $1.key }) {
            trimmed.append(count) { $0 < width - 1 ? numbers[first + $0] : number }
        }
    }
}
