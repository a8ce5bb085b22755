internal import Estimation
internal import Glibc
internal import Messages

// Counts and sizes drawn at random, exactly and in a time that does not grow with the count.
extension SplitMix {
    /// A number above 0 and below 1.
    private mutating func open() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

    /// A standard normal number (Box and Muller 1958).
    mutating func normal() -> Double {
        let radius = (-2 * log(open())).squareRoot()
        return radius * cos(2 * .pi * fraction())
    }

    /// A number whose mean is given, exponentially distributed.
    mutating func exponential(mean: Double) -> Double { -mean * log(open()) }

    /// A positive number of mean 1 with this coefficient of variation, gamma distributed (Marsaglia and Tsang 2000); 1 for none.
    mutating func gamma(variation: Double) -> Double {
        guard variation > 0 else { return 1 }
        let shape = 1 / (variation * variation)
        let raised = shape < 1 ? shape + 1 : shape
        let d = raised - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            guard v > 0, log(open()) < 0.5 * x * x + d - d * v + d * log(v) else { continue }
            return d * v * (shape < 1 ? pow(open(), 1 / shape) : 1) / shape
        }
    }

    /// A positive number of mean 1 with this coefficient of variation, lognormally distributed.
    mutating func lognormal(variation: Double) -> Double {
        let variance = log1p(variation * variation)
        return exp(variance.squareRoot() * normal() - variance / 2)
    }

    /// A number from 1 to `cap` of a power law with this exponent above 1 (Pareto, cut off).
    mutating func pareto(exponent: Double, cap: Double) -> Double {
        pow(1 - fraction() * (1 - pow(cap, -exponent)), -1 / exponent)
    }

    /// How many of independent rare things happen, of which `mean` happen on the average.
    ///
    /// No more than about 10^12, whatever the mean: sums of counts stay within an `Int`.
    mutating func poisson(mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        let mean = min(mean, 1e12)
        if mean >= 10 { return largePoisson(mean: mean) }
        let limit = exp(-mean)
        var product = open()
        var count = 0
        while product > limit {
            product *= open()
            count += 1
        }
        return count
    }

    /// Transformed rejection (Hörmann 1993, algorithm PTRS).
    private mutating func largePoisson(mean: Double) -> Int {
        let root = mean.squareRoot()
        let b = 0.931 + 2.53 * root
        let a = -0.059 + 0.02483 * b
        let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        let limit = 0.9277 - 3.6224 / (b - 2)
        let logMean = log(mean)
        while true {
            let u = open() - 0.5
            let v = open()
            let us = 0.5 - abs(u)
            let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
            if us >= 0.07, v <= limit { return Int(k) }
            if k < 0 || (us < 0.013 && v > us) { continue }
            if log(v * inverseAlpha / (a / (us * us) + b)) <= k * logMean - mean - Distributions.logGamma(k + 1) { return Int(k) }
        }
    }

    /// How many of `count` independent tries succeed.
    mutating func binomial(_ count: Int, _ probability: Double) -> Int {
        guard count > 0, probability > 0 else { return 0 }
        guard probability < 1 else { return count }
        if probability > 0.5 { return count - binomial(count, 1 - probability) }
        let mean = Double(count) * probability
        return mean < 10 ? smallBinomial(count, probability) : largeBinomial(count, probability)
    }

    /// By the gaps between successes (Devroye 1986, X.4.3).
    private mutating func smallBinomial(_ count: Int, _ probability: Double) -> Int {
        let logMiss = log1p(-probability)
        var place = 0.0
        var successes = 0
        while true {
            place += (log(open()) / logMiss).rounded(.down) + 1
            if place > Double(count) { return successes }
            successes += 1
        }
    }

    /// Transformed rejection (Hörmann 1993, algorithm BTRS).
    private mutating func largeBinomial(_ count: Int, _ p: Double) -> Int {
        let n = Double(count)
        let spread = (n * p * (1 - p)).squareRoot()
        let b = 1.15 + 2.53 * spread
        let a = -0.0873 + 0.0248 * b + 0.01 * p
        let c = n * p + 0.5
        let limit = 0.92 - 4.2 / b
        let alpha = (2.83 + 5.1 / b) * spread
        let odds = log(p / (1 - p))
        let mode = ((n + 1) * p).rounded(.down)
        let peak = Distributions.logGamma(mode + 1) + Distributions.logGamma(n - mode + 1)
        while true {
            let u = open() - 0.5
            let v = open()
            let us = 0.5 - abs(u)
            let k = ((2 * a / us + b) * u + c).rounded(.down)
            if k < 0 || k > n { continue }
            if us >= 0.07, v <= limit { return Int(k) }
            let bound = log(v * alpha / (a / (us * us) + b))
            if bound <= peak - Distributions.logGamma(k + 1) - Distributions.logGamma(n - k + 1) + (k - mode) * odds { return Int(k) }
        }
    }

    /// Divides a count among outcomes of these probabilities, which add up to 1, and adds it to `sums`.
    mutating func share(_ count: Int, among probabilities: [Double], into sums: inout [Int]) {
        var left = count
        var remaining = 1.0
        for (place, probability) in probabilities.enumerated() {
            guard left > 0 else { return }
            let taken = place == probabilities.count - 1 ? left : binomial(left, min(1, probability / remaining))
            sums[place] += taken
            left -= taken
            remaining = max(remaining - probability, 1e-300)
        }
    }

    /// A place, each with the probability of its weight.
    mutating func place(in cumulative: [Double]) -> Int {
        let mark = fraction() * (cumulative.last ?? 0)
        var low = 0
        var high = max(cumulative.count - 1, 0)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] <= mark { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [Double] {
    /// Sums from the first to each.
    var cumulative: [Double] {
        var sum = 0.0
        return map {
            sum += $0
            return sum
        }
    }

    /// The same proportions, adding up to 1.
    var shares: [Double] {
        let sum = reduce(0, +)
        return sum > 0 ? map { $0 / sum } : self
    }

    /// Weights of ranks by Zipf's law.
    static func ranked(_ count: Int, exponent: Double) -> [Double] {
        (0..<count).map { pow(Double($0 + 1), -exponent) }.shares
    }
}
