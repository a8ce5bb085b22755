// Colours as style sheets and old attributes write them: CSS Color 4 (sections 4 to 6), and the rules for legacy colour values of
// the WHATWG HTML standard (section 2.3.6).

/// A colour of the sRGB space with its opacity.
struct CSSColour: Sendable, Equatable {
    /// Alpha, red, green, blue, from the highest byte down: one word, for styles are copied with every tag.
    private var channels: UInt32

    var red: UInt8 { UInt8(truncatingIfNeeded: channels >> 16) }
    var green: UInt8 { UInt8(truncatingIfNeeded: channels >> 8) }
    var blue: UInt8 { UInt8(truncatingIfNeeded: channels) }
    /// 0 is transparent, 255 opaque.
    var alpha: UInt8 { UInt8(truncatingIfNeeded: channels >> 24) }

    static var black: CSSColour { CSSColour(rgb: 0) }
    static var white: CSSColour { CSSColour(rgb: 0xFF_FFFF) }
    /// The colour of a link that no style colours.
    static var link: CSSColour { CSSColour(rgb: 0x00_00EE) }
    static var transparent: CSSColour { CSSColour(rgb: 0, alpha: 0) }

    init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        channels = UInt32(alpha) << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }

    init(rgb: UInt32, alpha: UInt8 = 255) {
        channels = UInt32(alpha) << 24 | rgb & 0xFF_FFFF
    }

    /// The greatest difference of the channels between text and ground that a reader does not notice.
    static let leastContrast = 20
    /// The opacity at or below which nobody sees a thing, of 255.
    static let leastAlpha: UInt8 = 12

    /// Whether text of this colour cannot be read on a ground of the other.
    func isLost(on ground: CSSColour) -> Bool {
        if alpha <= Self.leastAlpha { return true }
        let seen = over(ground)
        return abs(Int(seen.red) - Int(ground.red)) <= Self.leastContrast && abs(Int(seen.green) - Int(ground.green)) <= Self.leastContrast
            && abs(Int(seen.blue) - Int(ground.blue)) <= Self.leastContrast
    }

    /// What is seen of the colour laid over an opaque ground.
    func over(_ ground: CSSColour) -> CSSColour {
        if alpha == 255 { return self }
        let mix = { (top: UInt8, bottom: UInt8) in
            UInt8(truncatingIfNeeded: (Int(top) * Int(alpha) + Int(bottom) * (255 - Int(alpha)) + 127) / 255)
        }
        return CSSColour(red: mix(red, ground.red), green: mix(green, ground.green), blue: mix(blue, ground.blue))
    }

    // MARK: Reading

    /// The colour that a CSS value writes, or nothing.
    init?(css text: Span<UInt8>, _ range: Range<Int>) {
        guard let first = range.first else { return nil }
        if text[first] == ASCII.hash {
            guard let colour = CSSColour(hexadecimal: text, first + 1..<range.upperBound) else { return nil }
            self = colour
            return
        }
        let open = text.first(ASCII.openParenthesis, from: first, to: range.upperBound)
        if open < range.upperBound {
            guard let colour = CSSColour(function: text, name: first..<open, arguments: open + 1..<range.upperBound) else { return nil }
            self = colour
            return
        }
        let name = PackedName(text, from: first, to: range.upperBound)
        if name == Self.transparentName {
            self = .transparent
            return
        }
        guard let rgb = Self.names.value(of: name) else { return nil }
        self.init(rgb: rgb)
    }

    private static let transparentName = PackedName("transparent")

    /// Three, four, six or eight hexadecimal digits.
    private init?(hexadecimal text: Span<UInt8>, _ range: Range<Int>) {
        guard range.count == 3 || range.count == 4 || range.count == 6 || range.count == 8 else { return nil }
        var digits: UInt32 = 0
        for at in range {
            guard let digit = ASCII.hexadecimal(text[at]) else { return nil }
            // A short form doubles each digit.
            digits = range.count <= 4 ? digits << 8 | UInt32(digit) * 17 : digits << 4 | UInt32(digit)
        }
        let hasAlpha = range.count == 4 || range.count == 8
        self.init(rgb: hasAlpha ? digits >> 8 : digits, alpha: hasAlpha ? UInt8(truncatingIfNeeded: digits) : 255)
    }

    /// `rgb()`, `rgba()`, `hsl()`, `hsla()`, their arguments parted by commas, spaces or a slash.
    private init?(function text: Span<UInt8>, name: Range<Int>, arguments: Range<Int>) {
        guard name.count == 3 || name.count == 4 else { return nil }
        let isRGB = text.matches("rgb", at: name.lowerBound)
        guard isRGB || text.matches("hsl", at: name.lowerBound) else { return nil }
        var values: [CSSNumber] = []
        var at = arguments.lowerBound
        while at < arguments.upperBound, values.count < 4 {
            if let number = CSSNumber(text, from: at, to: arguments.upperBound) {
                values.append(number)
                at = number.end
            } else {
                at += 1
            }
        }
        guard values.count >= 3 else { return nil }
        let alpha = values.count > 3 ? Self.channel(values[3].isPercentage ? values[3].value * 2.55 : values[3].value * 255) : 255
        if isRGB {
            let channels = values.prefix(3).map { Self.channel($0.isPercentage ? $0.value * 2.55 : $0.value) }
            self.init(red: channels[0], green: channels[1], blue: channels[2], alpha: alpha)
        } else {
            let saturation = min(max(values[1].value / 100, 0), 1)
            let lightness = min(max(values[2].value / 100, 0), 1)
            let strength = saturation * min(lightness, 1 - lightness)
            let turn = values[0].value.truncatingRemainder(dividingBy: 360) / 30
            let channel = { (offset: Float) in
                let place = (offset + turn + 12).truncatingRemainder(dividingBy: 12)
                return Self.channel(255 * (lightness - strength * max(-1, min(place - 3, 9 - place, 1))))
            }
            self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
        }
    }

    private static func channel(_ value: Float) -> UInt8 {
        UInt8(min(max(value.isFinite ? value : 0, 0), 255).rounded())
    }

    /// The colour that an old attribute such as `bgcolor` writes; everything but an empty value and `transparent` is a colour.
    init?(legacy text: Span<UInt8>) {
        var end = text.count
        var start = text.skipSpace(from: 0, to: end)
        while end > start, ASCII.isSpace(text[end - 1]) { end -= 1 }
        guard start < end else { return nil }
        if text[start] != ASCII.hash {
            let name = PackedName(text, from: start, to: end)
            if name == Self.transparentName { return nil }
            if let rgb = Self.names.value(of: name) {
                self.init(rgb: rgb)
                return
            }
        } else {
            start += 1
            // The usual form, and the short one; all others are read by the rules for slips.
            if end - start == 6 || end - start == 3, let colour = CSSColour(hexadecimal: text, start..<end) {
                self = colour
                return
            }
        }
        // What is no digit counts as 0; the value falls into three equal pieces; of long pieces the last eight digits count, less
        // the zeros that all of them begin with, and of what is left the first two.
        var digits: [UInt8] = []
        for at in start..<min(end, start + 128) { digits.append(ASCII.hexadecimal(text[at]) ?? 0) }
        while digits.isEmpty || digits.count % 3 != 0 { digits.append(0) }
        var length = digits.count / 3
        var pieces = (0..<3).map { Array(digits[$0 * length..<($0 + 1) * length].suffix(8)) }
        length = min(length, 8)
        while length > 2, pieces.allSatisfy({ $0[0] == 0 }) {
            pieces = pieces.map { Array($0.dropFirst()) }
            length -= 1
        }
        let channels = pieces.map { $0.prefix(2).reduce(UInt8(0)) { $0 << 4 | $1 } }
        self.init(red: channels[0], green: channels[1], blue: channels[2])
    }
}
