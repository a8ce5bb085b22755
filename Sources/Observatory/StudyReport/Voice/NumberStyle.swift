public import Localization

/// How numbers are written in a language, after Unicode CLDR; in Arabic with the digits that documents of ITU use.
public struct NumberStyle: Sendable {
    private let language: Language

    /// The style of a language.
    public init(_ language: Language) { self.language = language }

    private var point: String { language == .french || language == .spanish || language == .russian ? "," : "." }

    /// Between groups of three digits; no line may end there.
    private var groupMark: String {
        switch language {
        case .french: "\u{202F}"
        case .russian: "\u{A0}"
        case .spanish: "."
        case .english, .arabic, .chinese: ","
        }
    }

    /// A number with so many digits after the point, rounded half away from zero, in groups of three digits.
    public func number(_ value: Double, digits: Int = 0) -> String {
        guard value.isFinite else { return "…" }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        let unit = UInt64(scale)
        let (whole, fraction) = UInt64(scaled).quotientAndRemainder(dividingBy: unit)
        let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
        guard digits > 0 else { return sign + grouped(whole) }
        let tail = String(fraction)
        return sign + grouped(whole) + point + String(repeating: "0", count: digits - tail.count) + tail
    }

    /// A number with three digits that count.
    public func rounded(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return number(value) }
        let magnitude = value.magnitude
        if magnitude >= 100 {
            var scale = 1.0
            while magnitude / scale >= 1000 { scale *= 10 }
            return number((value / scale).rounded() * scale)
        }
        return number(value, digits: magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : magnitude >= 0.1 ? 3 : 4)
    }

    private func grouped(_ whole: UInt64) -> String {
        let digits = String(whole)
        // Spanish groups from five digits on.
        guard digits.count > (language == .spanish ? 4 : 3) else { return digits }
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += groupMark }
            text.append(digit)
        }
        return text
    }

    /// A share of 1 in percent, with one digit after the point.
    public func percent(_ share: Double, digits: Int = 1) -> String { marked(number(share * 100, digits: digits)) }

    /// A range of shares in percent (`42.1-43.0%`).
    public func percent(_ shares: ClosedRange<Double>) -> String {
        let (low, high) = (number(shares.lowerBound * 100, digits: 1), number(shares.upperBound * 100, digits: 1))
        return marked(low + "\u{2013}" + high)
    }

    private func marked(_ number: String) -> String {
        switch language {
        case .english, .arabic, .chinese: number + "%"
        case .french: number + "\u{202F}%"
        case .spanish, .russian: number + "\u{A0}%"
        }
    }

    // MARK: Large numbers in sentences

    /// A number as a sentence says it: in millions where it is large, with the category that a thing beside it takes.
    public func spoken(_ value: Double) -> (text: String, category: PluralCategory) {
        let whole = UInt64(max(0, value.rounded()))
        if language == .chinese {
            if whole >= 100_000_000 { return (short(value / 1e8) + "亿", .other) }
            if whole >= 100_000 { return (short(value / 1e4) + "万", .other) }
        } else if whole >= 1_000_000 {
            let inBillions = whole >= 1_000_000_000
            let amount = value / (inBillions ? 1e9 : 1e6)
            return (short(amount) + "\u{A0}" + NumberStyle.word(inBillions, amount, language), .many)
        }
        return (number(Double(whole)), PluralCategory(whole, in: language))
    }

    private func short(_ value: Double) -> String {
        let text = number(value, digits: value < 100 ? 1 : 0)
        return text.hasSuffix(point + "0") ? String(text.dropLast(2)) : text
    }

    private static func word(_ inBillions: Bool, _ amount: Double, _ language: Language) -> String {
        let isPlural = amount >= 2
        switch language {
        case .english: return inBillions ? "billion" : "million"
        case .french: return (inBillions ? "milliard" : "million") + (isPlural ? "s" : "")
        case .spanish: return inBillions ? "mil millones" : amount >= 1.05 ? "millones" : "millón"
        case .russian: return inBillions ? "млрд" : "млн"
        case .arabic: return inBillions ? "مليار" : "مليون"
        case .chinese: return ""
        }
    }

    /// So many things, as a sentence says it.
    public func counted(_ value: Double, _ thing: CountedThing) -> String {
        let (text, category) = spoken(value)
        // Arabic counts millions with the form of 100.
        let form = thing.form(language == .arabic && value >= 1_000_000 ? .other : category, in: language)
        return form.replacing("{1}", with: text)
    }
}
