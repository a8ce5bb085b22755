internal import Storing

extension StudyTable {
    /// The blocks that pieces of this table hold. Throws `damaged` when one is not what we wrote.
    func blocks<Value: SegmentValue>(_ pieces: [[UInt8]], of type: Value.Type = Value.self) throws(StoreError) -> [SegmentBlock<Value>] {
        var blocks: [SegmentBlock<Value>] = []
        blocks.reserveCapacity(pieces.count)
        for piece in pieces {
            do {
                blocks.append(try SegmentBlock(bytes: piece, width: dimensions.count))
            } catch {
                throw StoreError(.damaged, doing: "reading the study", at: rawValue, detail: error.reason)
            }
        }
        return blocks
    }

    /// All pieces as one; of ranked tables with no more names than they keep.
    func merged(_ pieces: [[UInt8]], _ marks: RankMarks) throws(StoreError) -> [UInt8] {
        switch self {
        case .traffic, .languages, .origins, .sizes, .operators:
            SegmentBlock.merged(try blocks(pieces, of: CellCount.self), width: dimensions.count).bytes
        case .sources, .routes:
            SegmentBlock.merged(try blocks(pieces, of: CellCount.self), width: dimensions.count)
                .trimmed(to: rankLimit ?? .max / 2, marks).bytes
        case .mailboxes: SegmentBlock.merged(try blocks(pieces, of: PeakCount.self), width: dimensions.count).bytes
        case .distinct: SegmentBlock.merged(try blocks(pieces, of: HyperLogLog.self), width: dimensions.count).bytes
        case .quantiles: SegmentBlock.merged(try blocks(pieces, of: QuantileSketch.self), width: dimensions.count).bytes
        }
    }
}
