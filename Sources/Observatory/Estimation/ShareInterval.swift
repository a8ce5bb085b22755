internal import Glibc

/// Intervals of a share of things counted one by one.
public enum ShareInterval {
    /// Wilson's interval (1927): near its level on the average, and never outside 0 to 1.
    public static func wilson(_ part: Double, of whole: Double, level: Double = 0.95) -> ClosedRange<Double> {
        guard whole > 0 else { return 0...1 }
        let z = Distributions.normal((1 + level) / 2)
        let share = min(max(part / whole, 0), 1)
        let shrink = 1 + z * z / whole
        let middle = (share + z * z / (2 * whole)) / shrink
        let half = z / shrink * (share * (1 - share) / whole + z * z / (4 * whole * whole)).squareRoot()
        return max(0, middle - half)...min(1, middle + half)
    }

    /// The interval of Clopper and Pearson (1934): never below its level, and wider for it.
    public static func clopperPearson(_ part: Int, of whole: Int, level: Double = 0.95) -> ClosedRange<Double> {
        guard whole > 0, part >= 0, part <= whole else { return 0...1 }
        let tail = (1 - level) / 2
        let low = part == 0 ? 0 : Distributions.beta(tail, Double(part), Double(whole - part) + 1)
        let high = part == whole ? 1 : Distributions.beta(1 - tail, Double(part) + 1, Double(whole - part))
        return low...max(low, high)
    }

    /// The interval of a share with a standard error, even on the scale of log-odds, so that it stays between 0 and 1.
    public static func logit(_ share: Double, error: Double, quantile: Double) -> ClosedRange<Double> {
        guard share > 0, share < 1 else {
            let reach = min(1, quantile * error)
            return share <= 0 ? 0...reach : (1 - reach)...1
        }
        let middle = log(share / (1 - share))
        let half = quantile * error / (share * (1 - share))
        func back(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
        return back(middle - half)...back(middle + half)
    }
}
