/// Numbers with a unit, as settings write them: `100 ms`, `64 MiB`, `0.95`.
enum Unit {
    private static let times: [(name: String, milliseconds: Int)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1),
    ]
    private static let sizes: [(name: String, bytes: Int)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)]

    /// A whole number and a unit of time, with or without a space between.
    static func duration(_ text: String) -> Duration? {
        guard let (number, name) = parts(of: text), let unit = times.first(where: { $0.name == name }) else { return nil }
        let (total, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
        return overflow ? nil : .milliseconds(total)
    }

    /// A whole number and a unit of size; a number alone is bytes.
    static func bytes(_ text: String) -> Int? {
        guard let (number, name) = parts(of: text), let unit = sizes.first(where: { $0.name == (name.isEmpty ? "B" : name) }) else {
            return nil
        }
        let (total, overflow) = number.multipliedReportingOverflow(by: unit.bytes)
        return overflow ? nil : total
    }

    /// A decimal number without exponent, sign or words.
    static func decimal(_ text: String) -> Double? {
        let digits = text.utf8.count { (48...57).contains($0) }
        let points = text.utf8.count { $0 == 46 }
        guard digits > 0, points <= 1, digits + points == text.utf8.count else { return nil }
        return Double(text)
    }

    private static func parts(of text: String) -> (Int, Substring)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        return (number, text[digits.endIndex...].drop { $0 == " " })
    }

    static func spelling(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = Int(clamping: seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        let unit = times.first { milliseconds % $0.milliseconds == 0 && milliseconds >= $0.milliseconds } ?? ("ms", 1)
        return "\(milliseconds / unit.milliseconds) \(unit.name)"
    }

    static func spelling(bytes: Int) -> String {
        let unit = sizes.first { bytes % $0.bytes == 0 && bytes >= $0.bytes } ?? ("B", 1)
        return "\(bytes / unit.bytes) \(unit.name)"
    }

    static func spelling(_ fraction: Double) -> String {
        fraction == fraction.rounded() ? String(Int(fraction)) : "\(fraction)"
    }
}
