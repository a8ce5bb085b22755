public import Messages
internal import Storing

/// A span of whole hours that the study tells of: a year, half a year, a quarter, a month, a day, or any other.
public struct Period: Sendable, Hashable {
    /// What sort of span it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A calendar year: `2026`.
        case year
        /// Half a calendar year: `2026-H1`.
        case half
        /// A quarter of a calendar year: `2026-Q3`.
        case quarter
        /// A calendar month: `2026-07`.
        case month
        /// A day in UTC: `2026-07-14`.
        case day
        /// Any other span, written with its two ends: `2026-07-14T08:00:00Z/2026-07-15T20:00:00Z`.
        case span
    }

    /// What sort of span it is.
    public let kind: Kind
    /// Its hours, counted from 1970-01-01T00:00Z.
    public let hours: Range<Int>

    /// Its first moment.
    public var start: Timestamp { Timestamp(seconds: Int64(hours.lowerBound) * 3600) }
    /// The moment after it.
    public var end: Timestamp { Timestamp(seconds: Int64(hours.upperBound) * 3600) }

    /// Some hours.
    public init(hours: Range<Int>) {
        self.kind = .span
        self.hours = hours
    }

    /// The whole hours that two moments span, the hour of the first counted and that of the last only if something of it lies within.
    public init(from start: Timestamp, to end: Timestamp) {
        let first = Observation.hour(of: start)
        let last = Observation.hour(of: Timestamp(milliseconds: end.milliseconds == .min ? .min : end.milliseconds - 1))
        self.init(hours: first..<max(first, last + 1))
    }

    /// Months of the calendar, counted from January 1970.
    private init(_ kind: Kind, months: Range<Int>) {
        self.kind = kind
        self.hours = PeriodLevel.month.hours(of: months.lowerBound).lowerBound..<PeriodLevel.month.hours(of: months.upperBound).lowerBound
    }

    /// A month of the calendar; nothing outside the years 1 to 9998.
    public init?(year: Int, month: Int) {
        guard (1...9998).contains(year), (1...12).contains(month) else { return nil }
        let first = (year - 1970) * 12 + month - 1
        self.init(.month, months: first..<first + 1)
    }

    /// A day, counted from 1970-01-01.
    public init(day: Int) {
        self.kind = .day
        self.hours = day * 24..<(day + 1) * 24
    }

    /// Reads `2026`, `2026-H1` (or `2026-S1`, as SDMX has it), `2026-Q3`, `2026-07`, `2026-07-14`, or two moments or days with `/` between,
    /// of which the last is not counted; nothing when it is none of these.
    public init?(_ text: String) {
        if let slash = text.utf8.firstIndex(of: 0x2F) {
            guard let start = Period.moment(text[..<slash]), let end = Period.moment(text[text.utf8.index(after: slash)...]), start < end
            else { return nil }
            self.init(from: start, to: end)
            return
        }
        let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = pieces.first, first.utf8.count == 4, let year = Period.digits(first), (1...9998).contains(year) else {
            return nil
        }
        let january = (year - 1970) * 12
        switch pieces.count {
        case 1: self.init(.year, months: january..<january + 12)
        case 2:
            let piece = pieces[1]
            guard piece.utf8.count == 2, let letter = piece.first else { return nil }
            if let month = Period.digits(piece) {
                self.init(year: year, month: month)
            } else if let number = Period.digits(piece.dropFirst()), letter == "Q", (1...4).contains(number) {
                self.init(.quarter, months: january + 3 * (number - 1)..<january + 3 * number)
            } else if let number = Period.digits(piece.dropFirst()), letter == "H" || letter == "S", (1...2).contains(number) {
                self.init(.half, months: january + 6 * (number - 1)..<january + 6 * number)
            } else {
                return nil
            }
        case 3:
            guard let moment = Period.moment(text[...]) else { return nil }
            self.init(day: PeriodLevel.day.period(ofHour: Observation.hour(of: moment)))
        default: return nil
        }
    }

    private static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private static func moment(_ text: Substring) -> Timestamp? {
        Timestamp(rfc3339: text.utf8.count == 10 ? text + "T00:00:00Z" : String(text))
    }

    /// The period as `init` reads it.
    public var code: String {
        let civil = start.civil
        let text = String(start.description.prefix(10))
        switch kind {
        case .year: return String(text.prefix(4))
        case .half: return "\(text.prefix(4))-H\(civil.month / 6 + 1)"
        case .quarter: return "\(text.prefix(4))-Q\((civil.month - 1) / 3 + 1)"
        case .month: return String(text.prefix(7))
        case .day: return text
        case .span: return "\(start)/\(end)"
        }
    }

    /// The period of the same kind that ends where this one begins; of a span one as long.
    public var previous: Period {
        switch kind {
        case .day: return Period(day: PeriodLevel.day.period(ofHour: hours.lowerBound) - 1)
        case .span: return Period(hours: hours.lowerBound - hours.count..<hours.lowerBound)
        case .year, .half, .quarter, .month:
            let first = firstMonth
            return Period(kind, months: first - monthCount..<first)
        }
    }

    /// The same months a year before; of a day or a span the hours 365 days before.
    public var yearBefore: Period {
        switch kind {
        case .day: return Period(day: PeriodLevel.day.period(ofHour: hours.lowerBound) - 365)
        case .span: return Period(hours: hours.lowerBound - 8760..<hours.upperBound - 8760)
        case .year, .half, .quarter, .month: return Period(kind, months: firstMonth - 12..<firstMonth - 12 + monthCount)
        }
    }

    /// The calendar months that it touches, in order, each whole.
    public var months: [Period] {
        guard !hours.isEmpty else { return [] }
        let last = PeriodLevel.month.period(ofHour: hours.upperBound - 1)
        return (firstMonth...last).map { Period(.month, months: $0..<$0 + 1) }
    }

    /// The days that it touches, in order, each whole.
    public var days: [Period] {
        guard !hours.isEmpty else { return [] }
        return (PeriodLevel.day.period(ofHour: hours.lowerBound)...PeriodLevel.day.period(ofHour: hours.upperBound - 1)).map(
            Period.init(day:))
    }

    private var firstMonth: Int { PeriodLevel.month.period(ofHour: hours.lowerBound) }

    private var monthCount: Int {
        switch kind {
        case .year: 12
        case .half: 6
        case .quarter: 3
        default: 1
        }
    }
}

extension Period: CustomStringConvertible {
    /// The code.
    public var description: String { code }
}
