internal import Glibc

/// Quantiles of the distributions that intervals are made of.
public enum Distributions {
    /// The natural logarithm of the gamma function of a positive number: the series of Stirling from 10 on, and below it the recurrence.
    public static func logGamma(_ x: Double) -> Double {
        var x = x
        var product = 1.0
        while x < 10 {
            product *= x
            x += 1
        }
        let inverse = 1 / (x * x)
        let series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / x
        return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_74 + series - log(product)
    }

    /// The regularised incomplete beta function (Abramowitz and Stegun 26.5.8, its continued fraction by Lentz).
    public static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
        // The fraction converges fast on this side of the mean alone.
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var value = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for term in [even, odd] {
                d = 1 + term * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + term / c
                if abs(c) < tiny { c = tiny }
                change = c * d
                value *= change
            }
            if abs(change - 1) < 1e-14 { break }
        }
        return value
    }

    /// The value that a beta variable stays below with this probability.
    public static func beta(_ probability: Double, _ a: Double, _ b: Double) -> Double {
        var low = 0.0
        var high = 1.0
        for _ in 0..<200 where high - low > 1e-15 {
            let middle = (low + high) / 2
            if incompleteBeta(middle, a, b) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The value that Student's t stays below with this probability of 0.5 or more; of infinite degrees of freedom the normal one's.
    public static func studentT(_ probability: Double, degrees: Double) -> Double {
        guard degrees < 1e6 else { return normal(probability) }
        // P(|T| > t) = I_x(v/2, 1/2) at x = v / (v + t^2), Abramowitz and Stegun 26.5.27.
        let x = beta(2 * (1 - probability), degrees / 2, 0.5)
        return x > 0 ? (degrees * (1 - x) / x).squareRoot() : .infinity
    }

    /// The value that a standard normal variable stays below with this probability.
    public static func normal(_ probability: Double) -> Double {
        var low = -40.0
        var high = 40.0
        for _ in 0..<200 where high - low > 1e-13 {
            let middle = (low + high) / 2
            if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
