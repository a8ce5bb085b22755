/// What is counted under one key: messages, their bytes, and the observations behind them.
struct CellCount: SegmentValue {
    static let form: UInt8 = 1
    static let empty = CellCount()

    var messages: Int64 = 0
    var bytes: Int64 = 0
    var observations: Int64 = 0

    mutating func merge(_ other: CellCount) {
        messages = CellCount.sum(messages, other.messages)
        bytes = CellCount.sum(bytes, other.bytes)
        observations = CellCount.sum(observations, other.observations)
    }

    // Counts stay where bytes can tell them, however much is added.
    private static func sum(_ left: Int64, _ right: Int64) -> Int64 { min(left.sum(right), 1 << 62) }

    func write(to target: inout [UInt8]) {
        // Mostly each message was seen, and then its number need not be said twice.
        let isSeen = observations == messages
        target.append(number: UInt64(max(messages, 0)) << 1 | (isSeen ? 0 : 1))
        if !isSeen { target.append(number: UInt64(max(observations, 0))) }
        target.append(number: UInt64(max(bytes, 0)))
    }

    init(messages: Int64 = 0, bytes: Int64 = 0, observations: Int64 = 0) {
        self.messages = messages
        self.bytes = bytes
        self.observations = observations
    }

    init(from reader: inout SegmentReader) throws(SegmentDefect) {
        let first = try reader.number()
        messages = Int64(first >> 1)
        guard messages <= 1 << 62 else { throw SegmentDefect(reason: "a count is out of range") }
        observations = first & 1 == 0 ? messages : try reader.count()
        bytes = try reader.count()
    }
}

/// A number of which only the highest of a period is known.
struct PeakCount: SegmentValue {
    static let form: UInt8 = 2
    static let empty = PeakCount(peak: 0)

    var peak: Int64

    mutating func merge(_ other: PeakCount) { peak = max(peak, other.peak) }

    func write(to target: inout [UInt8]) { target.append(number: UInt64(max(peak, 0))) }

    init(peak: Int64) {
        self.peak = peak
    }

    init(from reader: inout SegmentReader) throws(SegmentDefect) { peak = try reader.count() }
}
