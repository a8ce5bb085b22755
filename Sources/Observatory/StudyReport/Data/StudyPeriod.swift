public import Messages

/// A period of the study: a year, a quarter or a month, spelt as SDMX spells it (`2026`, `2026-Q3`, `2026-07`).
public struct StudyPeriod: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How long it is.
    public enum Part: Sendable, Hashable {
        /// The whole year.
        case year
        /// A quarter, 1 to 4.
        case quarter(Int)
        /// A month, 1 to 12.
        case month(Int)
    }

    /// The year, 1970 to 9998.
    public let year: Int
    /// The part of it.
    public let part: Part

    /// A period; nothing where the text is none.
    public init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = halves.first, first.utf8.count == 4, let year = Int(first), (1970...9998).contains(year), halves.count <= 2 else {
            return nil
        }
        self.year = year
        guard halves.count == 2 else {
            self.part = .year
            return
        }
        let rest = halves[1]
        if rest.first == "Q", rest.utf8.count == 2, let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) {
            self.part = .quarter(quarter)
        } else if rest.utf8.count == 2, let month = Int(rest), (1...12).contains(month) {
            self.part = .month(month)
        } else {
            return nil
        }
    }

    private init(year: Int, part: Part) {
        self.year = year
        self.part = part
    }

    /// As SDMX spells it.
    public var description: String {
        switch part {
        case .year: "\(year)"
        case .quarter(let quarter): "\(year)-Q\(quarter)"
        case .month(let month): "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
        }
    }

    /// How often such a period comes, as the code list CL_FREQ has it.
    public var frequency: String {
        switch part {
        case .year: "A"
        case .quarter: "Q"
        case .month: "M"
        }
    }

    /// The period before it, as long as it.
    public var previous: StudyPeriod {
        switch part {
        case .year: StudyPeriod(year: year - 1, part: .year)
        case .quarter(let quarter):
            quarter > 1 ? StudyPeriod(year: year, part: .quarter(quarter - 1)) : StudyPeriod(year: year - 1, part: .quarter(4))
        case .month(let month):
            month > 1 ? StudyPeriod(year: year, part: .month(month - 1)) : StudyPeriod(year: year - 1, part: .month(12))
        }
    }

    /// The first month of it, from 1.
    private var firstMonth: Int {
        switch part {
        case .year: 1
        case .quarter(let quarter): quarter * 3 - 2
        case .month(let month): month
        }
    }

    private var length: Int {
        switch part {
        case .year: 12
        case .quarter: 3
        case .month: 1
        }
    }

    /// Its first moment, in UTC.
    public var start: Timestamp { Timestamp(year: year, month: firstMonth, day: 1) ?? Timestamp(milliseconds: 0) }

    /// The moment after it, in UTC.
    public var end: Timestamp {
        let month = firstMonth + length
        return Timestamp(year: month > 12 ? year + 1 : year, month: month > 12 ? 1 : month, day: 1) ?? Timestamp(milliseconds: 0)
    }

    /// The earlier one first; of two that begin together the longer one.
    public static func < (left: StudyPeriod, right: StudyPeriod) -> Bool {
        (left.year, left.firstMonth, -left.length) < (right.year, right.firstMonth, -right.length)
    }
}
