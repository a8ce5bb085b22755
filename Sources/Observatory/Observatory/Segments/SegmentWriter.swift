internal import Storing

/// Turns what a counter counted into segments, a segment for each table and period.
struct SegmentWriter {
    /// The most dimensions that a table has.
    private typealias Key = InlineArray<10, UInt32>

    /// The store's numbers of values.
    let numbers: [String: UInt32]

    /// The values that a counter needs numbers for.
    static func values(of counter: ObservationCounter) -> Set<String> {
        Set(Dimension.allCases.flatMap { counter.numbers.values(of: $0) } + [Dimension.other, Dimension.bound])
    }

    /// The segments of a counter.
    func segments(of counter: ObservationCounter) -> [SegmentKey: [UInt8]] {
        var segments: [SegmentKey: [UInt8]] = [:]
        for (place, table) in ObservationCounter.summed.enumerated() {
            for (key, block) in blocks(counter.cells[place].entries.lazy.map { ($0.key, $0.cell) }, table, counter.numbers) {
                segments[key] = (table.rankLimit.map { block.trimmed(to: $0, marks) } ?? block).bytes
            }
        }
        for (key, block) in blocks(counter.peaks.lazy.map { ($0.key, $0.value) }, .mailboxes, counter.numbers) {
            segments[key] = block.bytes
        }
        for (key, block) in blocks(counter.sketches.distinct, .distinct, counter.numbers) { segments[key] = block.bytes }
        for (key, block) in blocks(counter.sketches.quantiles, .quantiles, counter.numbers) { segments[key] = block.bytes }
        return segments
    }

    /// The numbers that stand for the rest of a group.
    var marks: RankMarks { RankMarks(other: numbers[Dimension.other] ?? 0, bound: numbers[Dimension.bound] ?? 0) }

    private func blocks<Value: SegmentValue>(
        _ counts: some Collection<(ObservationCounter.PackedKey, Value)>, _ table: StudyTable, _ local: DimensionNumbers
    ) -> [SegmentKey: SegmentBlock<Value>] {
        let dimensions = table.dimensions
        let fields = fields(of: table, local)
        var rows: [(period: Int, key: Key, value: Value)] = []
        rows.reserveCapacity(counts.count)
        for (packed, value) in counts {
            var key = Key(repeating: 0)
            for (place, field) in fields.enumerated() { key[place] = field.numbers[Int(packed.word >> field.shift & field.mask)] }
            rows.append((packed.period, key, value))
        }
        rows.sort { SegmentWriter.isBefore(($0.period, $0.key), ($1.period, $1.key), dimensions.count) }
        var blocks: [SegmentKey: SegmentBlock<Value>] = [:]
        var block = SegmentBlock<Value>(width: dimensions.count)
        for (index, row) in rows.enumerated() {
            block.append(row.value) { row.key[$0] }
            if index + 1 == rows.count || rows[index + 1].period != row.period {
                blocks[SegmentKey(table: table.rawValue, level: table.base, period: row.period)] = block
                block = SegmentBlock(width: dimensions.count)
            }
        }
        return blocks
    }

    /// Where each dimension lies in a table's words, and the store's numbers for the counter's.
    private func fields(of table: StudyTable, _ local: DimensionNumbers) -> [(shift: UInt64, mask: UInt64, numbers: [UInt32])] {
        var shift: UInt64 = 0
        var fields: [(shift: UInt64, mask: UInt64, numbers: [UInt32])] = []
        for dimension in table.dimensions.reversed() {
            let bits = DimensionNumbers.bits(of: dimension)
            fields.append((shift, (1 << bits) - 1, local.values(of: dimension).map { numbers[$0] ?? 0 }))
            shift += bits
        }
        return fields.reversed()
    }

    private static func isBefore(_ left: (period: Int, key: Key), _ right: (period: Int, key: Key), _ width: Int) -> Bool {
        if left.period != right.period { return left.period < right.period }
        for place in 0..<width where left.key[place] != right.key[place] { return left.key[place] < right.key[place] }
        return false
    }
}
