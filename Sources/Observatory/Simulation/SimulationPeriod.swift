internal import Messages

/// A stretch of a simulation that has truth and estimates of its own: a quarter of a year, or what of one there is.
public struct SimulationPeriod: Sendable, Hashable {
    /// What it is called: `2026-Q3`, or its first and last day where it is no whole quarter.
    public let name: String
    /// Its days, since 1970-01-01.
    public let days: Range<Int>

    /// The quarters that some days lie in, the first and last perhaps not whole.
    public static func quarters(of days: Range<Int>) -> [SimulationPeriod] {
        var periods: [SimulationPeriod] = []
        var day = days.lowerBound
        while day < days.upperBound {
            let quarter = quarter(around: day)
            let part = day..<min(quarter.days.upperBound, days.upperBound)
            periods.append(part == quarter.days ? quarter : SimulationPeriod(part))
            day = part.upperBound
        }
        return periods
    }

    private init(name: String, days: Range<Int>) {
        self.name = name
        self.days = days
    }

    private init(_ days: Range<Int>) {
        self.init(name: "\(SimulationPeriod.date(days.lowerBound))/\(SimulationPeriod.date(days.upperBound - 1))", days: days)
    }

    private static func quarter(around day: Int) -> SimulationPeriod {
        let civil = Timestamp(seconds: Int64(day) * 86_400).civil
        let number = (civil.month - 1) / 3
        let start = SimulationPeriod.day(civil.year, number * 3 + 1)
        let end = number == 3 ? SimulationPeriod.day(civil.year + 1, 1) : SimulationPeriod.day(civil.year, number * 3 + 4)
        return SimulationPeriod(name: "\(civil.year)-Q\(number + 1)", days: start..<max(end, day + 1))
    }

    private static func day(_ year: Int, _ month: Int) -> Int {
        Int((Timestamp(year: year, month: month, day: 1) ?? Timestamp(seconds: 0)).seconds / 86_400)
    }

    /// A day as a date: `2026-07-01`.
    public static func date(_ day: Int) -> String { String("\(Timestamp(seconds: Int64(day) * 86_400))".prefix(10)) }

    /// The day of a date like `2026-07-01`; nothing where the text is none.
    public static func day(_ text: String) -> Int? {
        guard text.utf8.count == 10, let moment = Timestamp(rfc3339: text + "T00:00:00Z") else { return nil }
        return Int(moment.seconds / 86_400)
    }
}
