// Values of several parts: margins, transformations, clips, fonts, backgrounds.

extension CSSDeclarationScanner {
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

    static func declareMargin(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
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

    static func declareTransform(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
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
    static func declareClip(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
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
    static func declareFont(_ text: Span<UInt8>, _ value: Range<Int>, _ isImportant: Bool, _ style: inout StyleDeclarations) {
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

    static func declareBackground(
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
}
