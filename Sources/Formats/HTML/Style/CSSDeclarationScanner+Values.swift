// What the value of one property says: keywords, numbers, colours.

extension CSSDeclarationScanner {
    /// At and below which a length in pixels moves a thing out of the window, and above which it does on the other side.
    static let farLength: Float = 500
    static let farBeyond: Float = 5000

    /// Declares what a property's value says.
    static func declare(
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

    static func fontSize(_ word: PackedName, _ number: CSSNumber?) -> StyleDeclarations.FontSize? {
        if let number {
            if number.isPercentage { return .relative(number.value / 100) }
            return number.unit == Word.em ? .relative(number.value) : .pixels(number.pixels)
        }
        if word == Word.smaller { return .relative(0.83) }
        if word == Word.larger { return .relative(1.2) }
        if word == Word.inherit { return .relative(1) }
        return fontSizes.value(of: word).map { .pixels(Float($0)) }
    }

    static func isFar(_ number: CSSNumber?) -> Bool {
        guard let pixels = number?.pixels else { return false }
        return pixels <= -farLength || pixels >= farBeyond
    }

    private static func declareExtent(
        _ property: StyleDeclarations.Properties, _ number: CSSNumber?, _ isImportant: Bool, _ style: inout StyleDeclarations
    ) {
        style.declare(property, number.map { abs($0.pixels) <= 1 } ?? false, isImportant: isImportant)
    }
}
