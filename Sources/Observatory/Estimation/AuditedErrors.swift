public import Messages

/// How often a filter errs, class by class, from an audit: messages labelled by hand, and what the filter said of them.
///
/// With M the table of shares, one row a true class and one column a class said, the counts that the filter gave are `y = Mᵀn` of the
/// true counts n, so `n = M⁻ᵀy`: the estimator of Rogan and Gladen (1978) for any number of classes. A linear quantity `c·n` is `b·y`
/// with `b = M⁻¹c`.
public struct AuditedErrors: Sendable, Hashable {
    /// The classes, that of wanted messages among them.
    public let classes: [ThreatClass]
    /// How many messages of each true class were labelled.
    public let audited: [Double]
    /// The share of a true class (row) that the filter said to be of another (column).
    let rates: [[Double]]
    /// The same, drawn a little towards each other, so that an error that was never met is not taken to be impossible.
    let cautiousRates: [[Double]]
    private let inverse: [[Double]]

    /// The errors of an audit.
    ///
    /// - Parameters:
    ///   - classes: the classes.
    ///   - counts: of each true class, how many labelled messages the filter said to be of each class.
    ///   - contributor: whose filter it is, for errors.
    public init(classes: [ThreatClass], counts: [[Int]], contributor: String) throws(EstimationError) {
        let isSquare = counts.count == classes.count && counts.allSatisfy { $0.count == classes.count && $0.allSatisfy { $0 >= 0 } }
        guard isSquare else {
            throw .outOfRange("the audit is no table of counts of \(classes.count) classes", contributor: contributor)
        }
        let sums = counts.map { Double($0.reduce(0, +)) }
        for (place, sum) in sums.enumerated() where sum == 0 {
            throw .notAudited(threatClass: classes[place].rawValue, contributor: contributor)
        }
        let rates = zip(counts, sums).map { row, sum in row.map { Double($0) / sum } }
        guard let inverse = AuditedErrors.inverse(of: rates) else { throw .uninformative(contributor: contributor) }
        self.classes = classes
        self.audited = sums
        self.rates = rates
        self.inverse = inverse
        // One message more in all, spread evenly: it moves no estimate, and keeps variances from being nothing.
        let even = 1 / Double(classes.count)
        self.cautiousRates = zip(counts, sums).map { row, sum in row.map { (Double($0) + even) / (sum + 1) } }
    }

    /// True counts by class, from counts by class said; never below 0, as counts are not.
    public func corrected(_ said: [Double]) -> [Double] {
        classes.indices.map { place in
            max(0, classes.indices.reduce(0) { $0 + inverse[$1][place] * said[$1] })
        }
    }

    /// What each class said is worth, when each true class is worth `target`.
    func weights(for target: [Double]) -> [Double] {
        classes.indices.map { place in classes.indices.reduce(0) { $0 + inverse[place][$1] * target[$1] } }
    }

    /// Mean and mean square of a value over what the filter says of a true class.
    func moments(of values: [Double], in place: Int) -> (mean: Double, square: Double) {
        var mean = 0.0
        var square = 0.0
        for (rate, value) in zip(cautiousRates[place], values) {
            mean += rate * value
            square += rate * value * value
        }
        return (mean, square)
    }

    /// By Gauss and Jordan with the largest pivot; nothing when rows say nearly the same.
    private static func inverse(of matrix: [[Double]]) -> [[Double]]? {
        let size = matrix.count
        var rows = matrix.enumerated().map { place, row in row + (0..<size).map { $0 == place ? 1.0 : 0.0 } }
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }), abs(rows[pivot][column]) > 1e-3
            else { return nil }
            rows.swapAt(column, pivot)
            let lead = rows[column][column]
            for place in rows[column].indices { rows[column][place] /= lead }
            for row in 0..<size where row != column {
                let factor = rows[row][column]
                if factor == 0 { continue }
                for place in rows[row].indices { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return rows.map { Array($0.suffix(size)) }
    }
}
