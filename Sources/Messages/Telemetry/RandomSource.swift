public import Messages

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
