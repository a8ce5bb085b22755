internal import Messages

/// The lowest, the likeliest and the highest value of something.
public struct ParameterRange: Sendable, Hashable {
    /// The lowest value.
    public var low: Double
    /// The likeliest value.
    public var mid: Double
    /// The highest value.
    public var high: Double

    /// A range; the three are given in order.
    public init(low: Double, mid: Double, high: Double) {
        self.low = low
        self.mid = mid
        self.high = high
    }

    /// One value that is known.
    public init(_ value: Double) { self.init(low: value, mid: value, high: value) }

    /// Whether there is more than one value.
    public var isOpen: Bool { low < high }

    /// All three times a factor above zero.
    func scaled(by factor: Double) -> ParameterRange {
        ParameterRange(low: low * factor, mid: mid * factor, high: high * factor)
    }

    /// The value below which a share of a triangular distribution lies (Kotz, van Dorp, "Beyond Beta", 2004, section 1.1). A square root
    /// is the same on every machine, so draws are too.
    func triangular(_ share: Double) -> Double {
        guard isOpen else { return mid }
        let width = high - low
        if share * width < mid - low { return low + (share * width * (mid - low)).squareRoot() }
        return high - ((1 - share) * width * (high - mid)).squareRoot()
    }

    /// A draw from the triangular distribution over the range.
    func draw(_ random: inout SplitMix) -> Double { triangular(random.fraction()) }
}
