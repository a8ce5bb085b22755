/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014): small, fast, and good enough for sampling
/// and tests; not for secrets.
///
/// Models, experiments and tests are the same from run to run because these numbers are.
public struct SplitMix: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// A generator that gives the same numbers for the same seed.
    @inlinable
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    @inlinable
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return SplitMix.finalised(state)
    }

    /// The next number from 0 up to, not including, 1: 53 bits, as many as a `Double` holds.
    @inlinable
    public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// The first 64 bits of a seed: numbers in a row come out scattered over all of them, the same for everybody.
    @inlinable
    public static func scattered(_ seed: UInt64) -> UInt64 {
        var generator = SplitMix(seed: seed)
        return generator.next()
    }

    /// What becomes of a state when it is handed out: each bit depends on all bits.
    @inlinable
    public static func finalised(_ state: UInt64) -> UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
