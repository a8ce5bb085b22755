// Reads a list of declarations, as in a `style` attribute (CSS Syntax 3 section 5.4), for the properties that can hide something.

/// Reads declarations into `StyleDeclarations`. Whatever is not understood is skipped, as a browser does.
enum CSSDeclarationScanner {
    private enum Property: UInt32 {
        case display, visibility, opacity, msoHide, overflow, height, width, maxHeight, maxWidth, position, left, top, right, bottom
        case textIndent, margin, marginLeft, marginTop, transform, clip, clipPath, whiteSpace, fontSize, font, color, background
        case backgroundColor, backgroundImage
    }

    private static let properties = NameTable(
        [
            ("display", Property.display), ("visibility", .visibility), ("opacity", .opacity), ("mso-hide", .msoHide),
            ("overflow", .overflow), ("overflow-x", .overflow), ("overflow-y", .overflow), ("height", .height), ("width", .width),
            ("max-height", .maxHeight), ("max-width", .maxWidth), ("position", .position), ("left", .left), ("top", .top),
            ("right", .right), ("bottom", .bottom), ("text-indent", .textIndent), ("margin", .margin), ("margin-left", .marginLeft),
            ("margin-top", .marginTop), ("transform", .transform), ("clip", .clip), ("clip-path", .clipPath),
            ("white-space", .whiteSpace), ("font-size", .fontSize), ("font", .font), ("color", .color), ("background", .background),
            ("background-color", .backgroundColor), ("background-image", .backgroundImage),
        ].map { (name: $0.0, value: $0.1.rawValue) })

    /// At and below which a length in pixels moves a thing out of the window, and above which it does on the other side.
    static let farLength: Float = 500
    static let farBeyond: Float = 5000

    /// Reads the declarations between two offsets. Comments and escapes must have been undone with `plain`.
    static func read(_ text: Span<UInt8>, from start: Int, to end: Int, into style: inout StyleDeclarations) {
        var at = start
        while at < end {
            // The property's name.
            while at < end, ASCII.isSpace(text[at]) || text[at] == ASCII.semicolon { at &+= 1 }
            var name = PackedName()
            while at < end {
                let byte = text[at]
                if byte == ASCII.colon || byte == ASCII.semicolon || ASCII.isSpace(byte) { break }
                name.append(byte)
                at &+= 1
            }
            name.close()
            at = text.skipSpace(from: at, to: end)
            let isDeclaration = at < end && text[at] == ASCII.colon
            let valueStart = isDeclaration ? text.skipSpace(from: at &+ 1, to: end) : at
            at = valueEnd(text, from: valueStart, to: end)
            guard isDeclaration, let raw = properties.value(of: name), let property = Property(rawValue: raw) else { continue }

            var last = at
            let isImportant = trimImportant(text, from: valueStart, to: &last)
            if last > valueStart { declare(property, text, valueStart..<last, isImportant: isImportant, into: &style) }
        }
    }

    /// The offset of the semicolon that ends a value, outside quotes and brackets, or `end`.
    private static func valueEnd(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var depth = 0
        var at = start
        while at < end {
            let byte = text[at]
            if byte == ASCII.semicolon, depth == 0 { return at }
            if byte == ASCII.openParenthesis { depth &+= 1 }
            if byte == ASCII.closeParenthesis, depth > 0 { depth &-= 1 }
            if byte == ASCII.quote || byte == ASCII.apostrophe {
                let close = text.first(byte, from: at &+ 1, to: end)
                // A quote that nothing closes is a bad string, which ends with its line; here the byte is passed over.
                if close < end { at = close }
            }
            at &+= 1
        }
        return at
    }

    /// Takes spaces and `!important` off a value's end.
    private static func trimImportant(_ text: Span<UInt8>, from start: Int, to end: inout Int) -> Bool {
        while end > start, ASCII.isSpace(text[end &- 1]) { end &-= 1 }
        guard end &- start >= 10, text.matches("important", at: end &- 9) else { return false }
        var bang = end &- 10
        while bang > start, ASCII.isSpace(text[bang]) { bang &-= 1 }
        guard text[bang] == ASCII.bang else { return false }
        end = bang
        while end > start, ASCII.isSpace(text[end &- 1]) { end &-= 1 }
        return true
    }

    // MARK: Values

    private static func declare(
        _ property: Property, _ text: Span<UInt8>, _ value: Range<Int>, isImportant: Bool, into style: inout StyleDeclarations
    ) {
        let word = PackedName(text, from: value.lowerBound, to: min(value.upperBound, value.lowerBound &+ 24))
        let number = CSSNumber(text, from: value.lowerBound, to: value.upperBound)
        switch property {
        case .display:
            var on: StyleDeclarations.Properties = []
            if word == Word.none { on = .displayNone }
            if word == Word.inline { on = .displayInline }
            if word == Word.block { on = .displayBlock }
            style.declare(.display, on, isImportant: isImportant)
        case .visibility:
            style.declare(.invisible, word == Word.hidden || word == Word.collapse, isImportant: isImportant)
        case .opacity:
            guard let number else { return }
            let share = number.isPercentage ? number.value / 100 : number.value
            style.declare(.transparent, share * 255 <= Float(CSSColour.leastAlpha), isImportant: isImportant)
        case .msoHide: style.declare(.hiddenFromOutlook, word == Word.all, isImportant: isImportant)
        case .overflow:
            style.declare(
                .clipsOverflow, word == Word.hidden || word == Word.clip || word == Word.scroll || word == Word.auto,
                isImportant: isImportant)
        case .height: declareExtent(.noHeight, number, isImportant, &style)
        case .width: declareExtent(.noWidth, number, isImportant, &style)
        case .maxHeight: declareExtent(.noMaxHeight, number, isImportant, &style)
        case .maxWidth: declareExtent(.noMaxWidth, number, isImportant, &style)
        case .position: style.declare(.positioned, word != Word.static && word != Word.initial, isImportant: isImportant)
        case .left: style.declare(.farLeft, isFar(number), isImportant: isImportant)
        case .top: style.declare(.farTop, isFar(number), isImportant: isImportant)
        case .right: style.declare(.farRight, isFar(number), isImportant: isImportant)
        case .bottom: style.declare(.farBottom, isFar(number), isImportant: isImportant)
        case .textIndent: style.declare(.farIndent, isFar(number), isImportant: isImportant)
        case .marginLeft: style.declare(.farMarginLeft, isFar(number), isImportant: isImportant)
        case .marginTop: style.declare(.farMarginTop, isFar(number), isImportant: isImportant)
        case .margin: declareMargin(text, value, isImportant, &style)
        case .transform: declareTransform(text, value, isImportant, &style)
        case .clip, .clipPath: declareClip(text, value, isImportant, &style)
        case .whiteSpace:
            style.declare(.preformatted, word == Word.pre || word == Word.preWrap || word == Word.preLine, isImportant: isImportant)
        case .fontSize:
            if let size = fontSize(word, number) { style.declare(fontSize: size, isImportant: isImportant) }
        case .font: declareFont(text, value, isImportant, &style)
        case .color:
            if word == Word.inherit {
                style.declare(colour: nil, isImportant: isImportant)
            } else if let colour = CSSColour(css: text, value) {
                style.declare(colour: colour, isImportant: isImportant)
            }
        case .background, .backgroundColor, .backgroundImage: declareBackground(property, text, value, isImportant, &style)
        }
    }

    private enum Word {
        static let none = PackedName("none")
        static let inline = PackedName("inline")
        static let block = PackedName("block")
        static let hidden = PackedName("hidden")
        static let collapse = PackedName("collapse")
        static let all = PackedName("all")
        static let clip = PackedName("clip")
        static let scroll = PackedName("scroll")
        static let auto = PackedName("auto")
        static let `static` = PackedName("static")
        static let initial = PackedName("initial")
        static let inherit = PackedName("inherit")
        static let pre = PackedName("pre")
        static let preWrap = PackedName("pre-wrap")
        static let preLine = PackedName("pre-line")
        static let em = PackedName("em")
        static let smaller = PackedName("smaller")
        static let larger = PackedName("larger")
    }

    /// The keywords for sizes that do not depend on the parent's, in pixels.
    private static let fontSizes = NameTable([
        ("xx-small", 9), ("x-small", 10), ("small", 13), ("medium", 16), ("large", 18), ("x-large", 24), ("xx-large", 32),
        ("xxx-large", 48), ("initial", 16),
    ])

    private static func fontSize(_ word: PackedName, _ number: CSSNumber?) -> StyleDeclarations.FontSize? {
        if let number {
            if number.isPercentage { return .relative(number.value / 100) }
            return number.unit == Word.em ? .relative(number.value) : .pixels(number.pixels)
        }
        if word == Word.smaller { return .relative(0.83) }
        if word == Word.larger { return .relative(1.2) }
        if word == Word.inherit { return .relative(1) }
        return fontSizes.value(of: word).map { .pixels(Float($0)) }
    }

    private static func isFar(_ number: CSSNumber?) -> Bool {
        guard let pixels = number?.pixels else { return false }
        return pixels <= -farLength || pixels >= farBeyond
    }

    private static func declareExtent(
        _ property: StyleDeclarations.Properties, _ number: CSSNumber?, _ isImportant: Bool, _ style: inout StyleDeclarations
    ) {
        style.declare(property, number.map { abs($0.pixels) <= 1 } ?? false, isImportant: isImportant)
    }

    /// The offset after the part of a value that begins at an offset: up to a space or a comma outside brackets.
    private static func partEnd(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var depth = 0
        var at = start
        while at < end {
            let byte = text[at]
            if byte == ASCII.openParenthesis { depth &+= 1 }
            if byte == ASCII.closeParenthesis, depth > 0 { depth &-= 1 }
            if depth == 0, ASCII.isSpace(byte) || byte == ASCII.comma { break }
            at &+= 1
        }
        return at
    }

    private static func declareMargin(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
        // One to four values: top, right, bottom, left; a missing one is that of the other side.
        var far: [Bool] = []
        var at = value.lowerBound
        while at < value.upperBound, far.count < 4 {
            let end = partEnd(text, from: at, to: value.upperBound)
            far.append(isFar(CSSNumber(text, from: at, to: end)))
            at = text.skipSpace(from: max(end, at &+ 1), to: value.upperBound)
        }
        guard let top = far.first else { return }
        style.declare(.farMarginTop, top, isImportant: isImportant)
        style.declare(.farMarginLeft, far.count == 4 ? far[3] : far.count > 1 ? far[1] : top, isImportant: isImportant)
    }

    private static func declareTransform(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
        var on: StyleDeclarations.Properties = []
        var at = value.lowerBound
        while at < value.upperBound {
            let isScale = text.matches("scale", at: at)
            let isMove = text.matches("translate", at: at)
            let open = text.first(ASCII.openParenthesis, from: at, to: value.upperBound)
            let close = text.first(ASCII.closeParenthesis, from: open, to: value.upperBound)
            var argument = open &+ 1
            while argument < close, isScale || isMove {
                if let number = CSSNumber(text, from: argument, to: close) {
                    if isScale, abs(number.value) < 0.02 { on.formUnion(.noScale) }
                    if isMove, isFar(number) { on.formUnion(.farTransform) }
                    argument = number.end
                } else {
                    argument &+= 1
                }
            }
            at = text.skipSpace(from: close &+ 1, to: value.upperBound)
        }
        style.declare([.farTransform, .noScale], on, isImportant: isImportant)
    }

    /// `rect(0 0 0 0)`, `rect(1px, 1px, 1px, 1px)`, `inset(50%)`, `circle(0)`.
    private static func declareClip(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
        let isRectangle = text.matches("rect(", at: value.lowerBound)
        let isInset = text.matches("inset(", at: value.lowerBound)
        var isNothing = isRectangle || isInset || text.matches("circle(", at: value.lowerBound)
        var at = text.first(ASCII.openParenthesis, from: value.lowerBound, to: value.upperBound) &+ 1
        while at < value.upperBound, isNothing {
            if let number = CSSNumber(text, from: at, to: value.upperBound) {
                isNothing = isInset ? number.isPercentage && number.value >= 50 : abs(number.value) <= 1
                at = number.end
            } else {
                // A length of `auto` leaves the side where it is.
                isNothing = !ASCII.isLetter(text[at])
                at &+= 1
            }
        }
        style.declare(.clipped, isNothing, isImportant: isImportant)
    }

    /// The size in the `font` shorthand: its first part that begins with a digit and is not a weight.
    private static func declareFont(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
        var at = value.lowerBound
        while at < value.upperBound {
            let end = partEnd(text, from: at, to: value.upperBound)
            if let number = CSSNumber(text, from: at, to: end), number.isPercentage || number.unit.count > 0 || number.value < 1,
                let size = fontSize(PackedName(), number)
            {
                style.declare(fontSize: size, isImportant: isImportant)
                return
            }
            at = text.skipSpace(from: max(end, at &+ 1), to: value.upperBound)
        }
    }

    private static func declareBackground(
        _ property: Property, _ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations
    ) {
        var colour: CSSColour?
        var at = value.lowerBound
        while at < value.upperBound {
            let end = partEnd(text, from: at, to: value.upperBound)
            let open = text.first(ASCII.openParenthesis, from: at, to: end)
            if text.matches("url(", at: at) || (open < end && open &- at >= 8 && text.matches("gradient", at: open &- 8)) {
                style.declare(background: .picture, isImportant: isImportant)
                return
            }
            if colour == nil { colour = CSSColour(css: text, at..<end) }
            at = text.skipSpace(from: max(end, at &+ 1), to: value.upperBound)
        }
        // `background-image: none` leaves the colour; the shorthand without a colour clears it.
        if let colour {
            style.declare(background: .colour(colour), isImportant: isImportant)
        } else if property == .background {
            style.declare(background: .colour(.transparent), isImportant: isImportant)
        }
    }

    // MARK: Comments and escapes

    /// Whether a text holds what `plain` undoes.
    static func needsPlain(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        if text.first(ASCII.backslash, from: start, to: end) < end { return true }
        var at = text.first(ASCII.slash, from: start, to: end)
        while at < end {
            if at &+ 1 < end, text[at &+ 1] == ASCII.asterisk { return true }
            at = text.first(ASCII.slash, from: at &+ 1, to: end)
        }
        return false
    }

    /// Adds a text with a space for each comment and with escapes undone (CSS Syntax 3 sections 4.3.2 and 4.3.7). An escaped
    /// byte that would end a name becomes `_`, for an escape never ends one.
    static func plain(_ text: Span<UInt8>, from start: Int, to end: Int, into buffer: inout [UInt8]) {
        var at = start
        while at < end {
            let byte = text[at]
            at &+= 1
            if byte == ASCII.slash, at < end, text[at] == ASCII.asterisk {
                var close = text.first(ASCII.slash, from: at &+ 2, to: end)
                while close < end, text[close &- 1] != ASCII.asterisk { close = text.first(ASCII.slash, from: close &+ 1, to: end) }
                at = min(close &+ 1, end)
                buffer.append(ASCII.space)
            } else if byte == ASCII.backslash, at < end {
                var point: UInt32 = 0
                let first = at
                while at < end, at &- first < 6, let digit = ASCII.hexadecimal(text[at]) {
                    point = point << 4 | UInt32(digit)
                    at &+= 1
                }
                if at == first {
                    buffer.append(nameByte(text[at]))
                    at &+= 1
                } else {
                    if at < end, ASCII.isSpace(text[at]) { at &+= 1 }
                    buffer.append(point < 0x80 ? nameByte(UInt8(point)) : ASCII.underscore)
                }
            } else {
                buffer.append(byte)
            }
        }
    }

    private static func nameByte(_ byte: UInt8) -> UInt8 {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte >= 0x80 ? byte : ASCII.underscore
    }
}
