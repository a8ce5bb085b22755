/// What operators that returned nothing add, foretold from those that returned something.
///
/// The prediction approach to a ratio (Royall 1970; Valliant, Dorfman and Royall 2000, chapter 5): an operator with N subscribers has a
/// total of `N(r + e)`, e of mean 0 and one variance for all. Then `r = Σx/ΣN`, the total is `r ΣN` over all, and its error has
///
///     s² (N_out² Σ w² + Σ_out N²) + (N_all / N_in)² Σ v
///
/// with w an operator's share of the subscribers that returned, `s² = Σ (x/N - r)² / (n - 1)`, and v the variance of each corrected total.
/// Intervals are Student's, of n - 1 degrees of freedom, or more where what was foretold weighs less (Satterthwaite 1946).
struct Expansion {
    /// A total with its error.
    struct Total {
        var mid: Double
        var error: Double
        var degrees: Double
    }

    private let sizes: [Double]
    private let inside: Double
    private let outside: Double
    /// `N_out² Σ w² + Σ_out N²`.
    private let reach: Double

    /// - Parameters:
    ///   - sizes: the subscribers of operators that returned counts.
    ///   - others: the subscribers of those that did not.
    init(sizes: [Double], others: [Double]) {
        self.sizes = sizes
        self.inside = sizes.reduce(0, +)
        self.outside = others.reduce(0, +)
        let inside = self.inside
        self.reach =
            outside * outside * sizes.reduce(0) { $0 + $1 * $1 / (inside * inside) } + others.reduce(0) { $0 + $1 * $1 }
    }

    /// The share of subscribers whose operators returned counts.
    var coverage: Double { inside / (inside + outside) }

    /// The total over all operators.
    func total(_ values: [Double], variances: [Double]) -> Total {
        let rate = values.reduce(0, +) / inside
        let corrected = (1 / (coverage * coverage)) * variances.reduce(0, +)
        guard outside > 0, sizes.count > 1 else { return Total(mid: rate * inside, error: corrected.squareRoot(), degrees: .infinity) }
        let spread = zip(values, sizes).reduce(0) { $0 + ($1.0 / $1.1 - rate) * ($1.0 / $1.1 - rate) } / Double(sizes.count - 1)
        let foretold = spread * reach
        let variance = foretold + corrected
        let degrees = foretold > 0 ? Double(sizes.count - 1) * variance * variance / (foretold * foretold) : .infinity
        return Total(mid: rate * (inside + outside), error: variance.squareRoot(), degrees: degrees)
    }
}
