internal import Documents

/// What all charts share: colours that are told apart without seeing them all (Okabe and Ito 2008), sizes, and how wide words are.
enum ChartStyle {
    static let width = 640.0
    static let text = 12.0
    static let ink = Drawing.Colour(0x1B1B1B)
    static let quiet = Drawing.Colour(0x4A4A4A)
    static let grid = Drawing.Colour(0xD5DBE0)
    static let axis = Drawing.Colour(0x6A737B)
    static let accent = Drawing.Colour(0x0072B2)
    static let second = Drawing.Colour(0xD55E00)

    /// Colours for things in an order.
    static let palette = [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x7F5F00, 0x5A5A5A].map { Drawing.Colour($0) }
    /// Dashes for the same, so that colour is not the only sign.
    static let dashes: [[Double]] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [5, 5], [1, 2], [12, 3], [3, 1]]
    /// Hatches for the same.
    static let hatches: [Drawing.Hatch] = [.plain, .rising, .level, .crossed, .falling, .upright, .plain, .rising]

    /// About how wide words are: no font is at hand, and charts leave room.
    static func width(of text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + advance($1) } * size
    }

    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x20, 0x27...0x2E, 0xA0, 0x202F: 0.33
        case 0x41...0x5A: 0.7
        case 0x2066...0x2069, 0x200E, 0x200F: 0
        case 0x0400...0x04FF: 0.64
        case 0x0600...0x06FF: 0.52
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF: 1.02
        default: 0.58
        }
    }

    /// Words that fit into a width, cut with an ellipsis; the whole of them stands in the table beside.
    static func fitted(_ text: String, to width: Double, size: Double) -> String {
        // A thousandth of a point, for what sums of widths lose.
        guard ChartStyle.width(of: text, size: size) > width + 0.001 else { return text }
        var cut = text
        while !cut.isEmpty, ChartStyle.width(of: cut + "…", size: size) > width { cut.removeLast() }
        while cut.last == " " { cut.removeLast() }
        return cut + "…"
    }

    /// A number from which an axis is easily read: 1, 2, 2.5 or 5 times a power of ten, not below the value.
    static func step(over value: Double) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        var power = 1.0
        while power > value { power /= 10 }
        while power * 10 <= value { power *= 10 }
        return [1, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= value * 0.999_999 } ?? value
    }
}
