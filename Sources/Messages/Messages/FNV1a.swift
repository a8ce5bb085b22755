/// The 64-bit hash FNV-1a (Fowler, Noll and Vo): tells bytes apart and finds damage, the same on every machine. Proves nothing: whoever wants
/// two messages with one hash can make them.
public struct FNV1a: Sendable, Hashable {
    @usableFromInline var state: UInt64

    /// The hash of nothing.
    @inlinable
    public init() {
        state = 0xCBF2_9CE4_8422_2325
    }

    /// The hash of what was added so far.
    @inlinable public var value: UInt64 { state }

    /// Adds a byte.
    @inlinable
    public mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of bytes.
    public static func hash(of bytes: Span<UInt8>) -> UInt64 {
        var hash = FNV1a()
        for index in bytes.indices { hash.add(bytes[index]) }
        return hash.value
    }
}
