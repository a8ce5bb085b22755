internal import Messages

/// A day, as ledgers name it (`2026-11-22`, ISO 8601). Earlier days come first.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Year, month and day, in digits: their order is that of the days.
    public let description: String

    /// The day of these numbers; nothing where there is none, or the year lies outside `LedgerLimits.years`.
    public init?(year: Int, month: Int, day: Int) {
        guard LedgerLimits.years.contains(year), Timestamp(year: year, month: month, day: day) != nil else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        description = "\(year)-\(two(month))-\(two(day))"
    }

    /// The day that is written so; nothing where it is written otherwise.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard description == text else { return nil }
    }

    /// Earlier comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.description < right.description }
}
