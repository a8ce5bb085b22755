/// The one source of randomness of a program, which hands out streams.
///
/// Streams are numbered and not drawn from one another, so that work done side by side stays the same from run to run.
public protocol RandomSource: Sendable {
    /// The stream of a number; of a seeded source, always the same for the same number.
    func stream(_ number: UInt64) -> SplitMix
}

/// Randomness that can be had again: tests, training, replay.
public struct SeededRandom: RandomSource {
    private let seed: UInt64

    /// The streams of a seed.
    public init(seed: UInt64) {
        self.seed = seed
    }

    /// The stream of a number.
    public func stream(_ number: UInt64) -> SplitMix {
        var mixer = SplitMix(seed: number)
        return SplitMix(seed: seed ^ mixer.next())
    }
}

/// Randomness of the operating system, different at each call.
public struct SystemRandom: RandomSource {
    /// The operating system's randomness.
    public init() {}

    /// A stream that nobody can foresee the start of; the number plays no part.
    public func stream(_ number: UInt64) -> SplitMix {
        var system = SystemRandomNumberGenerator()
        return SplitMix(seed: system.next())
    }
}

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014): small, fast, and good enough for sampling
/// and tests; not for secrets.
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that gives the same numbers for the same seed.
    public init(seed: UInt64) {
        self.state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
