// Eight bytes at a time in one 64-bit number.

/// Questions asked of eight bytes at once; an answer is the high bit of each byte.
enum Lanes {
    static let high: UInt64 = 0x8080_8080_8080_8080
    static let ones: UInt64 = 0x0101_0101_0101_0101

    /// A byte in every lane.
    @inline(__always)
    static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

    /// The high bit of each lane that equals the byte; right for every lane below the first that is not ASCII.
    @inline(__always)
    static func equal(_ lanes: UInt64, _ byte: UInt8) -> UInt64 {
        ~((lanes ^ all(byte)) &+ all(0x7F)) & high
    }

    /// The high bit of each lane from `low` up to `top`, both ASCII; right for every lane below the first that is not ASCII.
    @inline(__always)
    static func between(_ lanes: UInt64, _ low: UInt8, _ top: UInt8) -> UInt64 {
        (lanes &+ all(0x80 - low)) & ~(lanes &+ all(0x7F - top)) & high
    }

    /// The high bits of the eight lanes as eight bits.
    @inline(__always)
    static func gather(_ lanes: UInt64) -> UInt64 {
        ((lanes &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }
}
