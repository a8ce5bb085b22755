/// What is remembered on one rung, as far as it still counts.
public struct RungSighting: Sendable, Hashable {
    /// How much of what was said of it was good.
    public var good: Double
    /// How much was bad.
    public var bad: Double
    /// How many messages there were.
    public var seen: Double

    /// A sighting.
    public init(good: Double = 0, bad: Double = 0, seen: Double = 0) {
        self.good = good
        self.bad = bad
        self.seen = seen
    }

    /// How much is known: from one word of a person on, that is enough to speak.
    public var mass: Double { good + bad }

    /// What is known as log-odds of spam: one good and one bad message are taken for granted, so that little is not taken for much.
    public var logOdds: Double {
        let (above, below) = (bad + 1, good + 1)
        // The series of the logarithm's inverse tangent form, on a ratio brought between 1/2 and 1: the same on every machine.
        var ratio = above / below
        var halvings = 0.0
        while ratio > 1 {
            ratio /= 2
            halvings += 1
        }
        while ratio < 0.5 {
            ratio *= 2
            halvings -= 1
        }
        let step = (ratio - 1) / (ratio + 1)
        var (term, sum) = (step, step)
        for odd in stride(from: 3.0, through: 25, by: 2) {
            term *= step * step
            sum += term / odd
        }
        return 2 * sum + halvings * 0.693_147_180_559_945_3
    }
}

/// What is remembered of a message's sender, rung by rung: an answer that can be written down and had again.
public struct SenderSightings: Sendable, Hashable {
    /// What is remembered; a rung of which nothing is, is not there.
    public var rungs: [SenderRung: RungSighting]
    /// Sightings.
    public init(_ rungs: [SenderRung: RungSighting] = [:]) {
        self.rungs = rungs
    }
}
