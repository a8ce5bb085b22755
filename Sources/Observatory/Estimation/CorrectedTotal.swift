/// A linear quantity of one operator's true counts, from what its filter said, with the variance of that.
///
/// Two things make it vary: each message of true class k is said to be of class j by chance (and looked at by chance, where the operator
/// samples), and the audit that tells the rates is finite. With `b` the worth of each class said and `n` the true counts, per class k:
///
/// - chance: `n_k (E_k[b²]/f - (E_k b)²)`, f the share that was looked at;
/// - audit: `Var_k(n_k b) / a_k`, a the messages audited. It adds over parts before it is squared, as one audit serves all.
///
/// For one class and f = 1 it is the variance of Rogan and Gladen (1978).
struct CorrectedTotal {
    /// Messages that are worth the same, class by class.
    struct Part {
        /// Their counts by class said.
        var said: [Double]
        /// What one of each true class is worth.
        var target: [Double]
    }

    /// The quantity.
    private(set) var value = 0.0
    /// The variance of its error.
    private(set) var variance = 0.0

    /// - Parameter passed: the class said whose messages reached somebody, when those alone are wanted that did: `target` is then what one
    ///   such message is worth.
    init(_ parts: [Part], of operatorReturn: OperatorReturn, passed: Int? = nil) {
        let errors = operatorReturn.errors
        let sampling = operatorReturn.sampling
        var audit = errors.classes.map { _ in errors.classes.map { _ in 0.0 } }
        for part in parts {
            var target = part.target
            if let passed { target = target.enumerated().map { $0.element * errors.rates[$0.offset][passed] } }
            let worth = errors.weights(for: target)
            value += zip(worth, part.said).reduce(0) { $0 + $1.0 * $1.1 } / sampling
            let counts = errors.corrected(part.said).map { $0 / sampling }
            for place in counts.indices where counts[place] > 0 {
                // What passed is fixed by what the filter said: only the rest of the worth is an error.
                var off = worth
                if let passed { off[passed] -= part.target[place] }
                let (mean, square) = errors.moments(of: off, in: place)
                let (whole, wholeSquare) = errors.moments(of: worth, in: place)
                variance += counts[place] * (max(0, square - mean * mean) + (1 / sampling - 1) * max(wholeSquare, whole * whole))
                for said in off.indices { audit[place][said] += counts[place] * off[said] }
            }
        }
        for place in audit.indices {
            let (mean, square) = errors.moments(of: audit[place], in: place)
            variance += max(0, square - mean * mean) / errors.audited[place]
        }
    }

    /// Adds variance from elsewhere.
    mutating func add(variance more: Double) { variance += more }
}
