internal import Messages
internal import Settings

// Comparisons of numbers, addresses and times.
extension ExpressionParser {
    private func refusal(of sign: Sign, for what: String, at place: Int) -> ExpressionError {
        ExpressionError("\(what) cannot be compared so", at: place)
    }

    /// The words on both sides of two full stops.
    private mutating func range<Value>(
        _ read: (ExpressionToken) throws(ExpressionError) -> Value
    ) throws(ExpressionError) -> (Value, Value, at: Int) {
        let start = token.start
        let low = try read(token)
        try advance()
        try take(.range, "'..' and the end of the range")
        let high = try read(token)
        try advance()
        return (low, high, start)
    }

    // MARK: Numbers

    mutating func compare(_ field: NumberField, _ sign: Sign, at place: Int) throws(ExpressionError) {
        if sign == .in {
            let (low, high, start) = try range(ExpressionParser.number)
            guard low <= high else { throw ExpressionError("the range is empty", at: start) }
            return try emit(.number(field, low...high))
        }
        let value = try ExpressionParser.number(token)
        let range: ClosedRange<Double>
        switch sign {
        case .equal, .unequal: range = value...value
        case .less: range = -.infinity...value.nextDown
        case .lessOrEqual: range = -.infinity...value
        case .greater: range = value.nextUp ... .infinity
        case .greaterOrEqual: range = value ... .infinity
        default: throw refusal(of: sign, for: "numbers", at: place)
        }
        try advance()
        try emit(.number(field, range))
    }

    /// A number: digits, a full stop, digits; KiB or MiB at its end.
    private static func number(_ token: ExpressionToken) throws(ExpressionError) -> Double {
        var digits = token.bytes[...]
        var scale = 1.0
        for (unit, factor) in [("KiB", 1024.0), ("MiB", 1_048_576.0)] where token.string.hasSuffix(unit) {
            scale = factor
            digits = digits.dropLast(3)
        }
        let isNumber =
            token.kind == .word && (1...15).contains(digits.count) && digits.first != 46 && digits.last != 46
            && digits.allSatisfy { (48...57).contains($0) || $0 == 46 } && digits.count(where: { $0 == 46 }) <= 1
        guard isNumber, let value = Double(String(decoding: digits, as: UTF8.self)) else {
            throw ExpressionError("a number is expected, not \(token.description)", at: token.start)
        }
        return value * scale
    }

    // MARK: Addresses

    mutating func compare(
        _ field: AddressField, _ sign: Sign, at place: Int, _ tables: inout RuleTables
    ) throws(ExpressionError) {
        guard [.equal, .unequal, .in].contains(sign) else { throw refusal(of: sign, for: "network addresses", at: place) }
        let name = token.kind == .set ? token.string : nil
        if let known = tables.networkSet(name) {
            try advance()
            return try emit(.network(field, set: known))
        }
        var networks: [IPNetwork] = []
        for member in try members() {
            let written = String(decoding: member.bytes, as: UTF8.self)
            guard let network = IPNetwork(written) else {
                throw ExpressionError(
                    "'\(written)' is not an address or a network such as 192.0.2.0/24 or 2001:db8::/32, with no bit set beyond its length",
                    at: member.start)
            }
            networks.append(network)
        }
        try emit(.network(field, set: tables.add(NetworkSet(networks), named: name)))
    }

    // MARK: Times

    mutating func compareMoment(_ sign: Sign, at place: Int) throws(ExpressionError) {
        let zone = context.zone
        func moment(_ token: ExpressionToken) throws(ExpressionError) -> Int64 {
            guard let moment = RuleTime.moment(token.string, zone: zone), token.kind == .word || token.kind == .text else {
                throw ExpressionError(
                    "a date or a moment is expected, as in 2026-12-24 or 2026-12-24T18:00:00Z, not \(token.description)", at: token.start)
            }
            return moment.milliseconds
        }
        if sign == .in {
            let (first, last, start) = try range(moment)
            guard first < last else { throw ExpressionError("the range is empty: it ends before its second date begins", at: start) }
            return try emit(.moment(first, last))
        }
        let value = try moment(token)
        try advance()
        switch sign {
        case .less: try emit(.moment(.min, value))
        case .lessOrEqual: try emit(.moment(.min, value + 1))
        case .greater: try emit(.moment(value + 1, .max))
        case .greaterOrEqual: try emit(.moment(value, .max))
        default: throw refusal(of: sign, for: "moments", at: place)
        }
    }

    mutating func compareClock(_ sign: Sign, at place: Int) throws(ExpressionError) {
        func clock(_ token: ExpressionToken) throws(ExpressionError) -> Int {
            guard let minutes = RuleTime.clock(token.string) else {
                throw ExpressionError("a time of day is expected, as in 22:00, not \(token.description)", at: token.start)
            }
            return minutes
        }
        switch sign {
        case .in:
            let (first, last, start) = try range(clock)
            guard first != last else { throw ExpressionError("the range is empty", at: start) }
            try emit(.clock(first, last, zone: context.zone))
        case .less, .greaterOrEqual:
            let value = try clock(token)
            try advance()
            try emit(sign == .less ? .clock(0, value, zone: context.zone) : .clock(value, RuleTime.day, zone: context.zone))
        default: throw refusal(of: sign, for: "times of day", at: place)
        }
    }

    mutating func compareWeekday(_ sign: Sign, at place: Int) throws(ExpressionError) {
        func day(_ bytes: [UInt8], at start: Int) throws(ExpressionError) -> Int {
            let written = String(decoding: bytes, as: UTF8.self)
            guard let day = RuleTime.weekdays.firstIndex(of: written.lowercased()) else {
                throw ExpressionError("a day is one of \(RuleTime.weekdays.joined(separator: ", ")), not '\(written)'", at: start)
            }
            return day
        }
        var mask: UInt8 = 0
        switch sign {
        case .equal, .unequal, .in:
            let days = try members()
            for member in days { mask |= 1 << UInt8(try day(member.bytes, at: member.start)) }
            if sign == .in, days.count == 1, token.kind == .range {
                try advance()
                let first = try day(days[0].bytes, at: days[0].start)
                let last = try day(token.bytes, at: token.start)
                try advance()
                // From Saturday to Monday goes over the end of the week.
                for step in 0...(last - first + 7) % 7 { mask |= 1 << UInt8((first + step) % 7) }
            }
        default: throw refusal(of: sign, for: "days of the week", at: place)
        }
        try emit(.weekday(mask, zone: context.zone))
    }
}

/// Times as rules write them.
enum RuleTime {
    /// The minutes of a day.
    static let day = 1440
    /// The names of the days, Monday first.
    static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// A moment by RFC 3339, or the beginning of a date in a zone that is so many minutes ahead of UTC.
    static func moment(_ text: String, zone: Int) -> Timestamp? {
        if let moment = Timestamp(rfc3339: text) { return moment }
        let parts = text.utf8.split(separator: 45, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
        let numbers = parts.compactMap { number($0) }
        guard numbers.count == 3 else { return nil }
        return Timestamp(year: numbers[0], month: numbers[1], day: numbers[2], offsetMinutes: zone)
    }

    /// A time of day in minutes: `08:30`, up to `24:00`.
    static func clock(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: 58, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = number(parts[0]),
            let minute = number(parts[1]), minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        return minutes <= day ? minutes : nil
    }

    /// A zone in minutes ahead of UTC: `Z`, `+03:00`, `-05:30`.
    static func zone(_ text: String) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-", let minutes = clock(String(text.dropFirst())), minutes < 15 * 60 else {
            return nil
        }
        return sign == "-" ? -minutes : minutes
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        var value = 0
        for byte in digits {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    /// The minute of the day and the day of the week (Monday is 0) of a moment, in a zone.
    static func civil(_ moment: Timestamp, zone: Int) -> (minute: Int, weekday: Int) {
        let seconds = moment.seconds &+ Int64(zone * 60)
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        // 1 January 1970 was a Thursday.
        return (Int((seconds - days * 86_400) / 60), Int(((days + 3) % 7 + 7) % 7))
    }
}
