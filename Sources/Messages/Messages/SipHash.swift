/// SipHash-2-4 (Aumasson and Bernstein 2012): a keyed hash of 64 bits. Without the key nobody can try things against a hash, nor make two things
/// that have the same one.
public struct SipHash: Sendable {
    @usableFromInline var a: UInt64
    @usableFromInline var b: UInt64
    @usableFromInline var c: UInt64
    @usableFromInline var d: UInt64
    /// The bytes that make no whole word yet, the first one lowest.
    @usableFromInline var rest: UInt64 = 0
    @usableFromInline var count = 0

    /// The hash of nothing, under a key.
    @inlinable
    public init(_ low: UInt64, _ high: UInt64) {
        a = low ^ 0x736F_6D65_7073_6575
        b = high ^ 0x646F_7261_6E64_6F6D
        c = low ^ 0x6C79_6765_6E65_7261
        d = high ^ 0x7465_6462_7974_6573
    }

    /// Adds a byte.
    @inlinable
    public mutating func add(_ byte: UInt8) {
        rest |= UInt64(byte) << UInt64(8 * (count & 7))
        count &+= 1
        guard count & 7 == 0 else { return }
        take(rest)
        rest = 0
    }

    /// Adds bytes.
    @inlinable
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// The hash of what was added so far.
    @inlinable public var value: UInt64 {
        var end = self
        end.take(rest | UInt64(truncatingIfNeeded: count) << 56)
        end.c ^= 0xFF
        for _ in 0..<4 { end.round() }
        return end.a ^ end.b ^ end.c ^ end.d
    }

    @inlinable
    mutating func take(_ word: UInt64) {
        d ^= word
        round()
        round()
        a ^= word
    }

    @inlinable
    mutating func round() {
        a &+= b
        c &+= d
        b = SipHash.rotated(b, 13) ^ a
        d = SipHash.rotated(d, 16) ^ c
        a = SipHash.rotated(a, 32)
        c &+= b
        a &+= d
        b = SipHash.rotated(b, 17) ^ c
        d = SipHash.rotated(d, 21) ^ a
        c = SipHash.rotated(c, 32)
    }

    @inlinable
    static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
