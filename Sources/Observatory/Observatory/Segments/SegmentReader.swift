/// Why bytes are no segment or sketch of ours.
struct SegmentDefect: Error, Equatable {
    /// What is wrong, for whoever reads the log.
    var reason: String
}

/// Reads what segments are made of: bytes, and numbers as LEB128. Bytes may be anything.
struct SegmentReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    /// How many bytes are left.
    var rest: Int { bytes.count - position }

    mutating func byte() throws(SegmentDefect) -> UInt8 {
        guard position < bytes.count else { throw SegmentDefect(reason: "it ends too early") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(SegmentDefect) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            let low = UInt64(next & 0x7F)
            guard shift < 63 || low <= 1 else { throw SegmentDefect(reason: "a number is too large") }
            value |= low << shift
            if next < 0x80 { return value }
            shift += 7
            guard shift < 64 else { throw SegmentDefect(reason: "a number is too long") }
        }
    }

    /// A number that is no larger than a limit.
    mutating func number(upTo limit: UInt64) throws(SegmentDefect) -> Int {
        let value = try number()
        guard value <= limit else { throw SegmentDefect(reason: "a number is out of range") }
        return Int(value)
    }

    /// A count of messages or bytes, as a store takes it.
    mutating func count() throws(SegmentDefect) -> Int64 { Int64(try number(upTo: 1 << 62)) }
}

extension [UInt8] {
    /// Adds a number as LEB128.
    mutating func append(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }
}
