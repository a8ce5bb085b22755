#if canImport(Glibc)
    internal import Glibc
#endif

/// Log-odds and probabilities.
enum Logistic {
    /// The probability of log-odds.
    static func probability(ofLogOdds logOdds: Double) -> Double {
        1 / (1 + exp(-logOdds))
    }

    /// The log-odds of a probability between 0 and 1.
    static func logOdds(ofProbability probability: Double) -> Double {
        log(probability / (1 - probability))
    }
}
