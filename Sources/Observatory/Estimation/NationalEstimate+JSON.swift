public import JSON
internal import Messages

// Estimates as JSON: one object each, with the codes of `NationalEstimate`.
extension NationalEstimate {
    /// Writes the members of an object.
    ///
    /// - Parameter period: the period as it is to be called, `2026-Q3`.
    public func write(period: String, into object: inout JSONText) {
        object.member("indicator", indicator.rawValue)
        object.member("period", period)
        object.member("channel", channel.rawValue)
        object.member("item", item)
        let digits = unit == .share ? 6 : 0
        object.member("low", low, digits: digits)
        object.member("mid", mid, digits: digits)
        object.member("high", high, digits: digits)
        object.member("unit", unit.rawValue)
        object.member("method", method.rawValue)
        object.member("coverage", coverage, digits: 4)
        object.member("contributors", contributors)
        object.member("level", level, digits: 3)
    }

    /// Reads an object that `write` wrote, with the name of its period; nothing when something is missing or of another kind.
    public static func read(_ value: JSONValue) -> (period: String, estimate: NationalEstimate)? {
        func text(_ name: String) -> String? { value[name]?.text }
        func number(_ name: String) -> Double? { value[name]?.number.flatMap { Double($0) } }
        guard let indicator = text("indicator").flatMap({ Indicator(rawValue: $0) }), let period = text("period"),
            let channel = text("channel"), let unit = text("unit").flatMap({ Unit(rawValue: $0) }),
            let method = text("method").flatMap({ Method(rawValue: $0) }), let low = number("low"), let mid = number("mid"),
            let high = number("high"), let coverage = number("coverage"), let contributors = number("contributors"),
            let level = number("level"), low <= mid, mid <= high, (0...1e9).contains(contributors)
        else { return nil }
        let estimate = NationalEstimate(
            indicator, channel: Channel(rawValue: channel), item: text("item"), low: low, mid: mid, high: high, unit: unit, method: method,
            coverage: coverage, contributors: Int(contributors), level: level)
        return (period, estimate)
    }
}
