internal import Glibc

/// Whether an investment pays, and how large it may sensibly be.
public enum InvestmentReturn {
    /// The years that are looked ahead.
    public static let horizon = 5

    /// How many times as much there is as today, in each year from this one (1) to the last that is looked ahead to.
    ///
    /// Whoever looks ahead takes these: servers are rounded up, and a last digit that differs is another server.
    public static func growth(_ rate: Double) -> [Double] {
        var factors = [1.0]
        for year in 0..<horizon { factors.append(factors[year] * (1 + rate)) }
        return factors
    }

    /// Net present value: minus the capital, plus what each year saves over what it costs to run, discounted to today.
    ///
    /// Savings are of resources and time alone; money that changes hands is no saving.
    public static func netPresentValue(capital: Double, savings: [Double], operation: Double, rate: Double) -> Double {
        var value = -capital
        var discount = 1.0
        for saving in savings {
            discount *= 1 + rate
            value += (saving - operation) / discount
        }
        return value
    }

    /// The largest investment that is worth its while against a loss: a share of 1/e of the loss to be expected (Gordon and Loeb, "The
    /// economics of information security investment", 2002).
    public static func ceiling(vulnerability: Double, loss: Double) -> Double { vulnerability * loss / M_E }
}
