internal import Glibc

/// What spam and the work against it cost in a year, one formula each. Amounts are in the currency of the prices.
public enum AnnualCost {
    /// The mean traffic of spam in Mbit/s: what is accepted whole, and what is exchanged about each refused mail.
    public static func meanTraffic(of traffic: MailTraffic, size: Double, refusedSize: Double) -> Double {
        8 * (traffic.accepted * size + traffic.refused * refusedSize) / YearLength.seconds / 1e6
    }

    /// Bandwidth: mean traffic in Mbit/s, times billed peak over mean, times the price of a Mbit/s for a month.
    public static func bandwidth(meanTraffic: Double, peakToMean: Double, price: Double) -> Double {
        meanTraffic * peakToMean * price * YearLength.months
    }

    /// Storage of the share of accepted spam that is kept for some days in some copies; the price is of a GB for a month.
    public static func storage(accepted: Double, keptShare: Double, days: Double, size: Double, copies: Double, price: Double) -> Double {
        accepted * keptShare * (days / YearLength.days) * size / 1e9 * copies * price * YearLength.months
    }

    /// The yearly part of what was bought: the annuity of a capital at a rate over a life in years, K i / (1 - (1 + i)^-L).
    public static func capitalCharge(_ capital: Double, rate: Double, life: Double) -> Double {
        // Powers would overflow over a long life, and lose all digits at a small rate.
        let discount = -expm1(-life * log1p(rate))
        // Without a rate the formula is 0 / 0; its limit is an equal part each year.
        guard discount != 0 else { return capital / life }
        return capital * rate / discount
    }

    /// Electricity of servers and of the room around them.
    public static func power(servers: Double, kilowatts: Double, factor: Double, price: Double) -> Double {
        servers * kilowatts * factor * YearLength.hours * price
    }

    /// The people that work takes: minutes a year over the hours that one person works in a year.
    public static func people(minutes: Double, hours: Double) -> Double { minutes / (60 * hours) }

    /// Staff: people, times pay, and what comes on top of pay.
    public static func staff(people: Double, salary: Double, overhead: Double) -> Double { people * salary * (1 + overhead) }

    /// Users' time: messages that reached somebody, the seconds each takes, the worth of an hour and the share of time that is valued.
    public static func userTime(messages: Double, seconds: Double, hour: Double, valuedShare: Double) -> Double {
        messages * seconds / 3600 * hour * valuedShare
    }

    /// Good mail taken for spam: some is found after a search, some never, which does harm.
    public static func lostMail(
        good: Double, lostShare: Double, foundShare: Double, findSeconds: Double, hour: Double, neverFoundShare: Double, loss: Double
    ) -> Double {
        good * lostShare * (foundShare * findSeconds / 3600 * hour + neverFoundShare * loss)
    }

    /// Mobile data that users pay for spam.
    public static func mobileData(messages: Double, size: Double, price: Double) -> Double { messages * size / 1e9 * price }

    /// Charges that grey routes do not pay: a transfer, not a use of resources.
    public static func greyRoute(texts: Double, greyShare: Double, price: Double) -> Double { texts * greyShare * price }

    /// Losses by fraud as a survey has them.
    public static func surveyedFraud(population: Double, victimShare: Double, meanLoss: Double, unrecoveredShare: Double) -> Double {
        population * victimShare * meanLoss * unrecoveredShare
    }

    /// Losses by fraud as reports have them, raised by the share that is reported.
    public static func reportedFraud(loss: Double, reportingRate: Double) -> Double { loss / reportingRate }

    /// Cleaning machines that were taken over.
    public static func cleaning(machines: Double, minutes: Double, wage: Double) -> Double { machines * minutes / 60 * wage }
}
