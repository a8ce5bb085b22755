internal import Glibc

/// Numbers as estimates are told to people: three digits that count, so that nobody takes them for exact.
public enum AmountText {
    /// Between groups of three digits: ISO 80000-1 has a thin space, and no line may end there.
    static let separator = "\u{202F}"

    /// A number with three digits that count (`2 740 000`, `0.0241`).
    public static func rounded(_ number: Double) -> String {
        guard number.isFinite else { return "…" }
        guard number != 0 else { return "0" }
        let sign = number < 0 ? "-" : ""
        let magnitude = number.magnitude
        let power = Int(floor(log10(magnitude)))
        guard power < 18 else { return sign + "\(magnitude)" }
        if power >= 2 {
            let scale = pow(10, Double(power - 2))
            return sign + grouped(UInt64((magnitude / scale).rounded() * scale))
        }
        return sign + decimal(magnitude, digits: min(2 - power, 15))
    }

    /// A whole number, in groups of three digits.
    public static func grouped(_ number: UInt64) -> String {
        let digits = String(number)
        guard digits.count > 4 else { return digits }
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }

    private static func decimal(_ magnitude: Double, digits: Int) -> String {
        let scaled = String(UInt64((magnitude * pow(10, Double(digits))).rounded()))
        let padded = String(repeating: "0", count: max(0, digits + 1 - scaled.count)) + scaled
        var fraction = padded.suffix(digits)
        while fraction.last == "0" { fraction.removeLast() }
        return String(padded.dropLast(digits)) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
