internal import Messages

/// How what was seen counts less and less: half as much after each half-life.
struct Decay: Sendable, Hashable {
    /// In milliseconds.
    let halfLife: Double

    init(halfLife: Duration) {
        let (seconds, attoseconds) = halfLife.components
        self.halfLife = max(1, Double(seconds) * 1000 + Double(attoseconds) / 1e15)
    }

    /// What is left between two moments, from 0 to 1; a clock that was set back takes nothing away. The same on every machine.
    func share(from earlier: Timestamp, to later: Timestamp) -> Double {
        let passed = Double(later.milliseconds) - Double(earlier.milliseconds)
        guard passed > 0 else { return 1 }
        let halvings = passed / halfLife
        guard halvings < 60 else { return 0 }
        let whole = halvings.rounded(.down)
        // The series of e to the power of what is left, which is between -ln 2 and 0: eleven terms are exact to 1e-10.
        let exponent = (whole - halvings) * 0.693_147_180_559_945_3
        var (term, sum) = (1.0, 1.0)
        for divisor in 1...11 {
            term *= exponent / Double(divisor)
            sum += term
        }
        return Double(sign: .plus, exponent: -Int(whole), significand: sum)
    }
}
