// The date in the one form that nearly all mail has, read by position; whatever differs is left to `DateTimeValue`. Input as for that.

import Messages

/// A date written `Sat, 21 Nov 2026 08:00:00 +0100 (CET)` (RFC 5322 section 3.3): one space between, nothing obsolete or out of range.
struct UsualDate {
    let moment: Timestamp
    /// The offset from UTC in minutes, east positive.
    let offset: Int
    /// Whether the offset is `-0000`, which says nothing of the sender's place.
    let isOffsetUnknown: Bool
    /// Whether the weekday, if there is one, is that of the date.
    let hasRightWeekday: Bool

    /// Reads all of a range that lies inside the span; nothing when it holds any other form, or more than a date.
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var index = UsualDate.afterSpace(bytes, range)
        let end = range.upperBound
        var weekday = -1
        if end - index > 4, FieldBytes.isLetter(bytes[index]) {
            weekday = UsualDate.weekday(UsualDate.letters(bytes, at: index))
            guard weekday >= 0 else { return nil }
            index = UsualDate.afterSpace(bytes, index + (bytes[index + 3] == 44 ? 4 : 3)..<end)
        }
        // One digit of the day or two, then everything has its place.
        guard end - index >= 25, FieldBytes.isDigit(bytes[index]) else { return nil }
        var day = Int(bytes[index] - 48)
        index += 1
        if FieldBytes.isDigit(bytes[index]) {
            day = day * 10 + Int(bytes[index] - 48)
            index += 1
        }
        guard end - index >= 24 else { return nil }
        let rest = bytes.extracting(index..<index + 24)
        guard rest[0] == 32, rest[4] == 32, rest[9] == 32, rest[12] == 58, rest[15] == 58, rest[18] == 32,
            rest[19] == 43 || rest[19] == 45, UsualDate.isEnd(bytes, index + 24..<end)
        else { return nil }
        let month = UsualDate.month(UsualDate.letters(rest, at: 1))
        let year = UsualDate.pair(rest, at: 5) * 100 + UsualDate.pair(rest, at: 7)
        let (hour, minute, second) = (UsualDate.pair(rest, at: 10), UsualDate.pair(rest, at: 13), UsualDate.pair(rest, at: 16))
        let (zoneHours, zoneMinutes) = (UsualDate.pair(rest, at: 20), UsualDate.pair(rest, at: 22))
        guard month > 0, year >= 1000, year < 3000, second < 60, zoneHours < 24, zoneMinutes < 60 else { return nil }
        let minutes = zoneHours * 60 + zoneMinutes
        offset = rest[19] == 45 ? -minutes : minutes
        isOffsetUnknown = rest[19] == 45 && minutes == 0
        guard
            let moment = Timestamp(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetMinutes: offset)
        else { return nil }
        self.moment = moment
        hasRightWeekday = weekday < 0 || weekday == UsualDate.weekday(of: Timestamp(seconds: moment.seconds + Int64(offset) * 60))
    }

    /// The day of the week in UTC, 0 for Sunday.
    static func weekday(of moment: Timestamp) -> Int {
        let days = moment.seconds >= 0 ? moment.seconds / 86_400 : (moment.seconds - 86_399) / 86_400
        return Int(((days + 4) % 7 + 7) % 7)
    }

    /// The number of a weekday's three letters, packed; 0 for Sunday, -1 for none.
    static func weekday(_ letters: UInt32) -> Int {
        switch letters {
        case 0x73_75_6E: 0
        case 0x6D_6F_6E: 1
        case 0x74_75_65: 2
        case 0x77_65_64: 3
        case 0x74_68_75: 4
        case 0x66_72_69: 5
        case 0x73_61_74: 6
        default: -1
        }
    }

    /// The number of a month's three letters, packed; 1 for January, 0 for none.
    static func month(_ letters: UInt32) -> Int {
        switch letters {
        case 0x6A_61_6E: 1
        case 0x66_65_62: 2
        case 0x6D_61_72: 3
        case 0x61_70_72: 4
        case 0x6D_61_79: 5
        case 0x6A_75_6E: 6
        case 0x6A_75_6C: 7
        case 0x61_75_67: 8
        case 0x73_65_70: 9
        case 0x6F_63_74: 10
        case 0x6E_6F_76: 11
        case 0x64_65_63: 12
        default: 0
        }
    }
}

extension UsualDate {
    /// Where the white space at the start of a range ends.
    @inline(__always)
    private static func afterSpace(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, FieldBytes.isSpace(bytes[index]) { index += 1 }
        return index
    }

    /// Three bytes packed, letters in lower case, the first highest; bytes that are none make no word of three letters.
    @inline(__always)
    private static func letters(_ bytes: Span<UInt8>, at index: Int) -> UInt32 {
        UInt32(bytes[index] | 32) << 16 | UInt32(bytes[index + 1] | 32) << 8 | UInt32(bytes[index + 2] | 32)
    }

    /// The number that two digits make; one beyond every range when they are none.
    @inline(__always)
    private static func pair(_ bytes: Span<UInt8>, at index: Int) -> Int {
        let (tens, ones) = (bytes[index] &- 48, bytes[index + 1] &- 48)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 10_000
    }

    /// Whether nothing but white space and one comment is left.
    private static func isEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = afterSpace(bytes, range)
        if index < range.upperBound, bytes[index] == 40, let close = FieldTokens.commentEnd(bytes, at: index, before: range.upperBound) {
            index = afterSpace(bytes, close..<range.upperBound)
        }
        return index == range.upperBound
    }
}
