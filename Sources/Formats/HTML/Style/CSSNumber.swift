/// A number of a style sheet with its unit (CSS Values 4, sections 5 and 6).
struct CSSNumber {
    /// The number as written.
    let value: Float
    /// The unit's name, empty for a bare number.
    let unit: PackedName
    /// Whether a `%` follows.
    let isPercentage: Bool
    /// The offset one past number and unit.
    let end: Int

    /// The number that begins at an offset, or nothing.
    init?(_ text: Span<UInt8>, from start: Int, to limit: Int) {
        var at = start
        var sign: Float = 1
        if at < limit, text[at] == ASCII.hyphen || text[at] == ASCII.plus {
            sign = text[at] == ASCII.hyphen ? -1 : 1
            at += 1
        }
        var value: Float = 0
        var scale: Float = 1
        var digits = 0
        var isFraction = false
        while at < limit {
            let byte = text[at]
            if ASCII.isDigit(byte) {
                digits += 1
                if isFraction {
                    scale /= 10
                    value += Float(byte - 0x30) * scale
                } else {
                    value = value * 10 + Float(byte - 0x30)
                }
            } else if byte == ASCII.dot, !isFraction {
                isFraction = true
            } else {
                break
            }
            at += 1
        }
        guard digits > 0 else { return nil }
        if at + 1 < limit, text[at] | 0x20 == 0x65 {
            // An exponent, when digits follow the `e`; otherwise a unit such as `em` begins here.
            var digit = at + 1
            let isNegative = text[digit] == ASCII.hyphen
            if isNegative || text[digit] == ASCII.plus { digit += 1 }
            var exponent = 0
            let first = digit
            while digit < limit, ASCII.isDigit(text[digit]) {
                exponent = min(exponent * 10 + Int(text[digit] - 0x30), 60)
                digit += 1
            }
            if digit > first {
                for _ in 0..<exponent { value = isNegative ? value / 10 : value * 10 }
                at = digit
            }
        }
        self.value = sign * value
        var unit = PackedName()
        isPercentage = at < limit && text[at] == ASCII.percent
        if isPercentage { at += 1 }
        while at < limit, ASCII.isLetter(text[at]) {
            unit.append(text[at])
            at += 1
        }
        unit.close()
        self.unit = unit
        end = at
    }

    private static let perUnit = NameTable([
        ("px", 1000), ("pt", 1333), ("pc", 16000), ("in", 96000), ("cm", 37795), ("mm", 3780), ("q", 945), ("em", 16000),
        ("rem", 16000), ("ex", 8000), ("ch", 8000), ("vw", 8000), ("vh", 8000), ("vmin", 8000), ("vmax", 8000),
    ])

    /// The length in pixels, for a text of 16 pixels in a window of 800; a percentage is of 800 too.
    var pixels: Float {
        if isPercentage { return value * 8 }
        guard unit.count > 0, let factor = Self.perUnit.value(of: unit) else { return value }
        return value * Float(factor) / 1000
    }
}
