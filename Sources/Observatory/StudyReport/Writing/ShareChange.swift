/// How a share changed from one period to the next, with the interval of the change.
struct ShareChange: Sendable, Hashable {
    /// The later share less the earlier one.
    let difference: Double
    /// What the true change lies between, with the confidence that the intervals of the shares have; nothing where one of them has none.
    let range: ClosedRange<Double>?

    /// The change between two shares; nothing where one of them is withheld or missing.
    init?(from earlier: StudyValue?, to later: StudyValue?) {
        guard let before = earlier?.mid, let after = later?.mid else { return nil }
        difference = after - before
        guard let first = earlier?.range, let second = later?.range else {
            range = nil
            return
        }
        // The interval of a difference from those of its parts: method 10 of Newcombe, Statistics in Medicine 17 (1998) 873-890, which
        // Zou and Donner, Statistics in Medicine 27 (2008) 1693-1702, call MOVER.
        func root(_ left: Double, _ right: Double) -> Double { (left * left + right * right).squareRoot() }
        let low = difference - root(after - second.lowerBound, first.upperBound - before)
        let high = difference + root(second.upperBound - after, before - first.lowerBound)
        range = min(low, high)...max(low, high)
    }

    /// What can be said of it.
    enum Tendency: Sendable, Hashable { case rose, fell, unclear, unmeasured }

    /// Whether it can be told from chance.
    var tendency: Tendency {
        guard let range else { return .unmeasured }
        return range.lowerBound > 0 ? .rose : range.upperBound < 0 ? .fell : .unclear
    }
}
