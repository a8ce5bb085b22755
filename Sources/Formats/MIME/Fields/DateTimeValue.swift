// Dates of header fields (RFC 5322 sections 3.3 and 4.3) and the forms met in their place: ISO 8601, ctime, numbers for
// months. The date is the sender's word; a wrong weekday or an impossible day is a defect, often a telling one.

public import Messages

extension Defect.Kind {
    /// There is no date and time to read.
    public static let dateUnreadable = Defect.Kind(rawValue: "date.unreadable")
    /// A field is out of range: the 31st of June, the 25th hour.
    public static let dateImpossible = Defect.Kind(rawValue: "date.impossible")
    /// The weekday is not that of the date.
    public static let dateWrongWeekday = Defect.Kind(rawValue: "date.wrong-weekday")
    /// There is no time zone.
    public static let dateWithoutZone = Defect.Kind(rawValue: "date.missing-zone")
    /// The time zone's name is not one of RFC 5322 section 4.3; it counts as UTC.
    public static let dateUnknownZone = Defect.Kind(rawValue: "date.unknown-zone")
    /// The zone is a name or a letter, or the year has fewer than four digits (RFC 5322 section 4.3).
    public static let dateObsoleteForm = Defect.Kind(rawValue: "date.obsolete-form")
    /// The form is none of RFC 5322: ISO 8601, ctime, a number for a month.
    public static let dateForeignForm = Defect.Kind(rawValue: "date.foreign-form")
}

/// A date and time out of a header field.
public struct DateTimeValue: Sendable, Hashable {
    /// The moment; nothing when the field has none that exists.
    public var timestamp: Timestamp?
    /// The sender's offset from UTC in minutes, east positive; 0 when unknown.
    public var offsetMinutes: Int
    /// Whether the offset says something of the sender's place: neither missing, unknown, nor `-0000` (RFC 5322 section 3.3).
    public var hasLocalOffset: Bool
    /// What is wrong with the field.
    public var defects: [Defect]

    /// A date in good form.
    public init(timestamp: Timestamp, offsetMinutes: Int = 0) {
        self.timestamp = timestamp
        self.offsetMinutes = offsetMinutes
        hasLocalOffset = true
        defects = []
    }

    /// Reads the body of a date field.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        let range = FieldBytes.trimmed(bytes, range)
        if let usual = UsualDate(bytes, range) {
            self.init(timestamp: usual.moment, offsetMinutes: usual.offset)
            hasLocalOffset = !usual.isOffsetUnknown
            if !usual.hasRightWeekday { defects.note(.dateWrongWeekday, at: range.lowerBound) }
        } else {
            self.init(bytes, anyForm: range)
        }
    }

    /// Reads a date that need not have the usual form.
    private init(_ bytes: Span<UInt8>, anyForm range: Range<Int>) {
        var reading = DateReading()
        reading.run(bytes, range)
        timestamp = reading.resolve(at: range.lowerBound)
        offsetMinutes = reading.offset ?? 0
        hasLocalOffset = reading.offset != nil && !reading.isOffsetUnknown
        defects = reading.defects
    }

    /// The moment alone, of a range that lies inside the span.
    static func timestamp(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Timestamp? {
        UsualDate(bytes, range)?.moment ?? DateTimeValue(bytes, ByteRange(range)).timestamp
    }

    /// The date by RFC 5322 section 3.3: `Sat, 21 Nov 2026 08:00:00 +0100`.
    public var written: String {
        guard let timestamp else { return "" }
        let offset = max(-1439, min(1439, offsetMinutes))
        let (seconds, overflow) = timestamp.seconds.addingReportingOverflow(Int64(offset) * 60)
        let local = Timestamp(seconds: overflow ? timestamp.seconds : seconds)
        let civil = local.civil
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = String(max(0, civil.year))
        let sign = offset < 0 ? "-" : "+"
        return DateReading.weekdays[UsualDate.weekday(of: local)].capitalized + ", \(civil.day) "
            + DateReading.months[max(0, min(11, civil.month - 1))].capitalized + " "
            + String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year
            + " \(two(civil.hour)):\(two(civil.minute)):\(two(civil.second)) "
            + sign + two(abs(offset) / 60) + two(abs(offset) % 60)
    }
}

extension String {
    /// The ASCII word with its first letter in upper case.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

/// Gathers the fields of a date in one pass and puts them together at the end.
private struct DateReading {
    var offset: Int?
    var isOffsetUnknown = false
    var defects: [Defect] = []
    private var weekday: Int?
    private var month: Int?
    private var numbers: (Int, Int, Int) = (0, 0, 0)
    private var digits: (Int, Int, Int) = (0, 0, 0)
    private var count = 0
    private var time: (hour: Int, minute: Int, second: Int)?
    private var isAfternoon: Bool?

    static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// The zones of RFC 5322 section 4.3, and two names of UTC.
    private static let zones: [(ShortWord, Int)] = [
        (ShortWord("gmt"), 0), (ShortWord("ut"), 0), (ShortWord("utc"), 0), (ShortWord("z"), 0),
        (ShortWord("est"), -300), (ShortWord("edt"), -240), (ShortWord("cst"), -360), (ShortWord("cdt"), -300),
        (ShortWord("mst"), -420), (ShortWord("mdt"), -360), (ShortWord("pst"), -480), (ShortWord("pdt"), -420),
        (ShortWord("est5edt"), -300),
    ]

    mutating func run(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        var sign: UInt8 = 0
        var ignoresComments = false
        while index < range.upperBound {
            let byte = bytes[index]
            if FieldBytes.isDigit(byte) {
                index = number(bytes, at: index, before: range.upperBound, sign: sign)
                sign = 0
            } else if FieldBytes.isLetter(byte) {
                let start = index
                while index < range.upperBound, FieldBytes.isLetter(bytes[index]) || isInZoneName(bytes, index, start) { index += 1 }
                word(bytes, start..<index)
                sign = 0
            } else if byte == 40, !ignoresComments {
                if let close = FieldTokens.commentEnd(bytes, at: index, before: range.upperBound) {
                    index = close
                } else {
                    ignoresComments = true
                    defects.note(.unclosedComment, at: index)
                    index += 1
                }
            } else {
                sign = byte == 43 || byte == 45 ? byte : 0
                index += 1
            }
        }
    }

    /// Digits inside a zone's name (`EST5EDT`) belong to it.
    private func isInZoneName(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
        FieldBytes.isDigit(bytes[index]) && time != nil && index - start >= 3 && index - start < 15
    }

    private mutating func number(_ bytes: Span<UInt8>, at start: Int, before end: Int, sign: UInt8) -> Int {
        var index = start
        let value = digits(bytes, &index, before: end)
        if sign != 0, time != nil, index - start <= 6 {
            zone(bytes, value, start: start, &index, before: end, isNegative: sign == 45)
        } else if time == nil, index < end, bytes[index] == 58, index + 1 < end, FieldBytes.isDigit(bytes[index + 1]) {
            clock(bytes, hour: value, &index, before: end)
        } else {
            switch count {
            case 0: (numbers.0, digits.0) = (value, index - start)
            case 1: (numbers.1, digits.1) = (value, index - start)
            case 2: (numbers.2, digits.2) = (value, index - start)
            default: break
            }
            count = min(count + 1, 4)
        }
        return index
    }

    /// The value of a run of digits, held below 10 million.
    private func digits(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Int {
        var value = 0
        while index < end, FieldBytes.isDigit(bytes[index]) {
            value = min(value * 10 + Int(bytes[index] - 48), 9_999_999)
            index += 1
        }
        return value
    }

    private mutating func clock(_ bytes: Span<UInt8>, hour: Int, _ index: inout Int, before end: Int) {
        index += 1
        let minute = digits(bytes, &index, before: end)
        var second = 0
        if index + 1 < end, bytes[index] == 58, FieldBytes.isDigit(bytes[index + 1]) {
            index += 1
            second = digits(bytes, &index, before: end)
            if index + 1 < end, bytes[index] == 46 || bytes[index] == 44, FieldBytes.isDigit(bytes[index + 1]) {
                index += 1
                _ = digits(bytes, &index, before: end)
            }
        }
        time = (hour, minute, second)
    }

    private mutating func zone(
        _ bytes: Span<UInt8>, _ value: Int, start: Int, _ index: inout Int, before end: Int, isNegative: Bool
    ) {
        var minutes: Int
        if index - start <= 2 {
            minutes = value * 60
            if index + 2 < end, bytes[index] == 58, FieldBytes.isDigit(bytes[index + 1]) {
                index += 1
                minutes += digits(bytes, &index, before: end)
                defects.note(.dateForeignForm, at: start)
            }
        } else {
            minutes = value / 100 * 60 + value % 100
        }
        if minutes >= 1440 || value % 100 > 59 && index - start > 2 {
            defects.note(.dateImpossible, at: start)
            minutes = 0
        }
        offset = isNegative ? -minutes : minutes
        isOffsetUnknown = isNegative && minutes == 0
    }

    private mutating func word(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        if range.count >= 3 {
            var packed: UInt32 = 0
            for index in range.prefix(3) { packed = packed << 8 | UInt32(FieldBytes.lower(bytes[index])) }
            let foundMonth = UsualDate.month(packed)
            if month == nil, foundMonth > 0 {
                month = foundMonth
                return
            }
            let foundWeekday = UsualDate.weekday(packed)
            if weekday == nil, foundWeekday >= 0 {
                weekday = foundWeekday
                return
            }
        }
        guard time != nil, let name = ShortWord(bytes, range) else { return }
        if range.count == 2, FieldBytes.lower(bytes[range.lowerBound + 1]) == 109 {
            let first = FieldBytes.lower(bytes[range.lowerBound])
            if first == 97 || first == 112 {
                isAfternoon = first == 112
                defects.note(.dateForeignForm, at: range.lowerBound)
                return
            }
        }
        guard offset == nil else { return }
        if let known = DateReading.zones.first(where: { $0.0 == name }) {
            offset = known.1
            defects.note(.dateObsoleteForm, at: range.lowerBound)
        } else {
            // Military letters were defined wrongly once and say nothing; other names say nothing either (section 4.3).
            offset = 0
            isOffsetUnknown = true
            defects.note(.dateUnknownZone, at: range.lowerBound)
        }
    }

    /// The moment that the fields make, with defects for what they do not.
    mutating func resolve(at start: Int) -> Timestamp? {
        guard var time, let (year, month, day) = date(at: start) else {
            defects.note(.dateUnreadable, at: start)
            return nil
        }
        if let isAfternoon, (1...12).contains(time.hour) { time.hour = time.hour % 12 + (isAfternoon ? 12 : 0) }
        if offset == nil { defects.note(.dateWithoutZone, at: start) }
        guard
            let moment = Timestamp(
                year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second,
                offsetMinutes: offset ?? 0)
        else {
            defects.note(.dateImpossible, at: start)
            return nil
        }
        // A leap second has become the next day's first.
        let local = Timestamp(seconds: moment.seconds + Int64(offset ?? 0) * 60 - (time.second == 60 ? 1 : 0))
        if let weekday, weekday != UsualDate.weekday(of: local) { defects.note(.dateWrongWeekday, at: start) }
        return moment
    }

    private mutating func date(at start: Int) -> (year: Int, month: Int, day: Int)? {
        if let month {
            guard count >= 2 else { return nil }
            if digits.0 > 2 { return (numbers.0, month, numbers.1) }
            return (year(numbers.1, digits.1, at: start), month, numbers.0)
        }
        guard count >= 3 else { return nil }
        defects.note(.dateForeignForm, at: start)
        if digits.0 == 4 { return (numbers.0, numbers.1, numbers.2) }
        let year = year(numbers.2, digits.2, at: start)
        // Day before month, as RFC 5322 has it, unless the calendar says otherwise.
        return numbers.1 > 12 && numbers.0 <= 12 ? (year, numbers.0, numbers.1) : (year, numbers.1, numbers.0)
    }

    /// Years of two or three digits (RFC 5322 section 4.3), and those of programs that count from 1900 and pad with a zero (`0102`).
    private mutating func year(_ value: Int, _ digits: Int, at start: Int) -> Int {
        guard digits < 4 || digits == 4 && (100...199).contains(value) else { return value }
        defects.note(.dateObsoleteForm, at: start)
        return digits == 2 && value < 50 ? value + 2000 : value + 1900
    }
}
