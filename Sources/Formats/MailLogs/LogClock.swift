internal import Messages

/// Reads the moments of log lines: of traditional syslog (`Nov 22 05:31:37`, RFC 3164 section 4.1.2) and of ISO 8601 and RFC 3339
/// (`2026-11-22T05:31:37.123456+01:00`, with a blank for the T, without fraction, without zone).
///
/// Traditional moments have no year. The first one is taken for the latest such day that is not after the log's end; those after it for the day nearest to
/// the line before, so that a log runs on over New Year, and a line that came late does not jump a year.
struct LogClock: Sendable, Hashable {
    /// Milliseconds to subtract from local time.
    private let zone: Int64
    /// The latest moment that the first line may have.
    private let latest: Timestamp
    /// Year and month of the last traditional moment; 0 before there was one.
    var year: Int
    var month: Int

    /// The minute of the last line, as it was spelt and as a moment: lines of one minute come together.
    private var spelling = [UInt8](repeating: 0, count: LogClock.minuteBytes)
    private var spelt = 0
    private var minute: Int64 = 0

    private static let traditionalBytes = 13
    private static let minuteBytes = 17

    /// A clock for a log.
    /// - Parameters:
    ///   - latest: when the log ends at the latest: the time of its file.
    ///   - offsetMinutes: what is added to UTC where the log was written, for moments that do not say.
    ///   - year: the year of the first line, where it is known.
    init(latest: Timestamp, offsetMinutes: Int, year: Int? = nil) {
        self.latest = latest
        self.zone = Int64(offsetMinutes) * 60_000
        self.year = year ?? 0
        self.month = 0
    }

    /// Reads the moment at `index`, and moves past it and the blanks behind it; nothing, and nothing moved, where there is none. Milliseconds since 1970.
    @inline(__always)
    mutating func moment(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Int64? {
        guard end - index >= 19 else { return nil }
        let first = bytes[index]
        return first &- 48 < 10 ? full(bytes, &index, before: end) : traditional(bytes, &index, before: end)
    }

    /// `Nov 22 05:31:37 `
    @inline(__always)
    private mutating func traditional(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Int64? {
        let length = LogClock.traditionalBytes
        if !isSpelt(bytes, index, length) {
            guard let fresh = traditionalMinute(bytes, index) else { return nil }
            keep(bytes, index, length, fresh)
        }
        guard let second = bytes.twoDigits(at: index + length), second <= 60, bytes[index + length + 2] == 0x20 else { return nil }
        index += length + 3
        return minute + Int64(second) * 1000 - zone
    }

    private mutating func traditionalMinute(_ bytes: Span<UInt8>, _ index: Int) -> Int64? {
        guard let month = LogClock.month(bytes, index), bytes[index + 3] == 0x20, bytes[index + 6] == 0x20, bytes[index + 9] == 0x3A,
            bytes[index + 12] == 0x3A, let hour = bytes.twoDigits(at: index + 7), let minute = bytes.twoDigits(at: index + 10),
            let ones = bytes.twoDigits(at: index + 4) ?? (bytes[index + 4] == 0x20 ? Int(bytes[index + 5] &- 48) : nil)
        else { return nil }
        // A day that the year does not have, as 29 February, is one of a year before.
        for year in years(of: month) {
            guard let moment = Timestamp(year: year, month: month, day: ones, hour: hour, minute: minute) else { continue }
            if self.month == 0, self.year == 0, moment.seconds > latest.seconds + 86_400 { continue }
            self.year = year
            self.month = month
            return moment.milliseconds
        }
        return nil
    }

    /// The years that a month may be of, the likeliest first.
    private func years(of month: Int) -> [Int] {
        if year == 0 {
            let last = latest.civil.year
            return (0..<9).map { last - $0 + 1 }
        }
        if self.month == 0 { return [year] }
        if month - self.month < -6 { return [year + 1, year] }
        if month - self.month > 6 { return [year - 1, year] }
        return [year]
    }

    /// The month that three letters name.
    private static func month(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
        let names: [StaticString] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names.firstIndex { bytes.has($0, at: index, before: bytes.count) }.map { $0 + 1 }
    }

    /// `2026-11-22T05:31:37.123456+01:00 `
    @inline(__always)
    private mutating func full(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Int64? {
        let length = LogClock.minuteBytes
        if !isSpelt(bytes, index, length) {
            guard let fresh = fullMinute(bytes, index) else { return nil }
            keep(bytes, index, length, fresh)
        }
        guard let second = bytes.twoDigits(at: index + length), second <= 60 else { return nil }
        var place = index + length + 2
        var moment = minute + Int64(second) * 1000
        if place < end, bytes[place] == 0x2E || bytes[place] == 0x2C {
            var scale: Int64 = 100
            place += 1
            while place < end, bytes[place] &- 48 < 10 {
                moment += Int64(bytes[place] &- 48) * scale
                scale /= 10
                place += 1
            }
        }
        // Exim writes the zone behind a blank.
        let isApart =
            place + 6 < end && bytes[place] == 0x20 && (bytes[place + 1] == 0x2B || bytes[place + 1] == 0x2D) && bytes[place + 6] == 0x20
        let zone = zone(bytes, &place, from: isApart ? place + 1 : place, before: end)
        guard place < end, bytes[place] == 0x20 else { return nil }
        index = place + 1
        return moment - zone
    }

    private func fullMinute(_ bytes: Span<UInt8>, _ index: Int) -> Int64? {
        guard let century = bytes.twoDigits(at: index), let year = bytes.twoDigits(at: index + 2), bytes[index + 4] == 0x2D,
            let month = bytes.twoDigits(at: index + 5), bytes[index + 7] == 0x2D, let day = bytes.twoDigits(at: index + 8),
            bytes[index + 10] == 0x54 || bytes[index + 10] == 0x20, let hour = bytes.twoDigits(at: index + 11), bytes[index + 13] == 0x3A,
            let minute = bytes.twoDigits(at: index + 14), bytes[index + 16] == 0x3A
        else { return nil }
        return Timestamp(year: century * 100 + year, month: month, day: day, hour: hour, minute: minute)?.milliseconds
    }

    /// Milliseconds that local time is before UTC: `Z`, `+01:00`, `+0100`; those of the log where it does not say.
    @inline(__always)
    private func zone(_ bytes: Span<UInt8>, _ place: inout Int, from start: Int, before end: Int) -> Int64 {
        guard start < end else { return zone }
        let sign = bytes[start]
        if sign == 0x5A {
            place = start + 1
            return 0
        }
        guard sign == 0x2B || sign == 0x2D, start + 5 <= end, let hours = bytes.twoDigits(at: start + 1) else { return zone }
        let colon = bytes[start + 3] == 0x3A ? 1 : 0
        guard start + 5 + colon <= end, let minutes = bytes.twoDigits(at: start + 3 + colon) else { return zone }
        place = start + 5 + colon
        return Int64(hours * 60 + minutes) * (sign == 0x2D ? -60_000 : 60_000)
    }

    @inline(__always)
    private func isSpelt(_ bytes: Span<UInt8>, _ index: Int, _ length: Int) -> Bool {
        guard spelt == length else { return false }
        for place in 0..<length where bytes[index &+ place] != spelling[place] { return false }
        return true
    }

    private mutating func keep(_ bytes: Span<UInt8>, _ index: Int, _ length: Int, _ fresh: Int64) {
        for place in 0..<length { spelling[place] = bytes[index + place] }
        spelt = length
        minute = fresh
    }
}
