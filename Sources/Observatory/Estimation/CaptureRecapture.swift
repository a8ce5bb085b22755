internal import Glibc

/// How many things there are, from those that two lists have: traps and reports, say.
public enum CaptureRecapture {
    /// A number with its interval.
    public struct Count: Sendable, Hashable {
        /// The lower end.
        public var low: Double
        /// The number.
        public var mid: Double
        /// The upper end.
        public var high: Double
    }

    /// The estimator of Chapman (1951), `(n1 + 1)(n2 + 1)/(m + 1) - 1`, with the variance of Seber (1970) and an interval even on the
    /// scale of the logarithm of what neither list has.
    ///
    /// The lists have to be independent. Large campaigns are likelier to be in both, which makes this too small: take it as a
    /// lower bound wherever sizes differ much.
    ///
    /// - Parameters:
    ///   - first: how many the first list has.
    ///   - second: how many the second list has.
    ///   - both: how many both have.
    public static func chapman(first: Int, second: Int, both: Int, level: Double = 0.95) -> Count {
        let (n1, n2, m) = (Double(first), Double(second), Double(min(both, first, second)))
        let mid = (n1 + 1) * (n2 + 1) / (m + 1) - 1
        let variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2))
        return count(seen: n1 + n2 - m, mid: mid, variance: variance, level: level)
    }

    /// The lower bound of Chao (1984) for kinds of which some were seen once and some twice, in its form without bias, with the
    /// interval of Chao (1987).
    public static func chao(seen: Int, once: Int, twice: Int, level: Double = 0.95) -> Count {
        let (f1, f2) = (Double(once), Double(twice))
        let unseen = f1 * (f1 - 1) / (2 * (f2 + 1))
        let variance =
            f1 * (f1 - 1) / (2 * (f2 + 1)) + f1 * (2 * f1 - 1) * (2 * f1 - 1) / (4 * (f2 + 1) * (f2 + 1))
            + f1 * f1 * f2 * (f1 - 1) * (f1 - 1) / (4 * (f2 + 1) * (f2 + 1) * (f2 + 1) * (f2 + 1))
        return count(seen: Double(seen), mid: Double(seen) + unseen, variance: max(variance, 0), level: level)
    }

    private static func count(seen: Double, mid: Double, variance: Double, level: Double) -> Count {
        let unseen = mid - seen
        guard unseen > 0, variance > 0 else { return Count(low: seen, mid: max(mid, seen), high: max(mid, seen)) }
        let factor = exp(Distributions.normal((1 + level) / 2) * log1p(variance / (unseen * unseen)).squareRoot())
        return Count(low: seen + unseen / factor, mid: mid, high: seen + unseen * factor)
    }
}
