internal import Messages

extension HTMLReader {
    /// What is declared for the element of the tag just read: by its attributes, the style sheets, and its `style` attribute.
    mutating func declarations(_ input: Span<UInt8>, _ tag: HTMLTag, _ traits: HTMLTag.Traits, _ name: PackedName, _ page: inout HTMLPage)
        -> StyleDeclarations
    {
        var style = StyleDeclarations()
        if traits.contains(.preformatted) { style.declare(.preformatted, true, isImportant: false) }
        if !tokenizer.known.isEmpty { hints(input, tag, &style) }
        if !sheet.isEmpty { applySheet(input, name, to: &style) }
        if let index = tokenizer.known[.style] {
            page.counts.styleAttributes &+= 1
            let attribute = tokenizer.attributeSlots[index]
            if attribute.hasReference {
                decode(input, index)
                let text = scratch
                style.override(with: styles.read(text.span, 0..<text.count))
            } else {
                style.override(with: styles.declarations(input, attribute.value.range))
            }
        }
        if style.hiding.contains(.hiddenFromOutlook) { page.counts.hiddenFromOutlook &+= 1 }
        return style
    }

    /// Presentational hints (section 15.3): attributes that rank below any style sheet.
    private mutating func hints(_ input: Span<UInt8>, _ tag: HTMLTag, _ style: inout StyleDeclarations) {
        if tokenizer.known.has(.hidden) { style.declare(.display, [.displayNone, .hiddenAttribute], isImportant: false) }
        if let index = tokenizer.known[.bgcolor], let colour = colour(input, index) {
            style.declare(background: .colour(colour), isImportant: false)
        }
        if tokenizer.known.has(.background) { style.declare(background: .picture, isImportant: false) }
        switch tag {
        case .font, .basefont:
            if let index = tokenizer.known[.color], let colour = colour(input, index) { style.declare(colour: colour, isImportant: false) }
        case .body:
            if let index = tokenizer.known[.text], let colour = colour(input, index) { style.declare(colour: colour, isImportant: false) }
            if let index = tokenizer.known[.link], let colour = colour(input, index) { linkColour = colour }
        case .a:
            if tokenizer.known.has(.href) { style.declare(colour: linkColour, isImportant: false) }
        default: break
        }
    }

    private mutating func colour(_ input: Span<UInt8>, _ index: Int) -> CSSColour? {
        let attribute = tokenizer.attributeSlots[index]
        if attribute.isPlain(input, limit: limits.attributeBytes) { return CSSColour(legacy: input.extracting(attribute.value.range)) }
        decode(input, index)
        return CSSColour(legacy: scratch.span)
    }

    private mutating func applySheet(_ input: Span<UInt8>, _ name: PackedName, to style: inout StyleDeclarations) {
        if !tokenizer.known.has(.class), !tokenizer.known.has(.id) {
            return sheet.apply(to: &style, type: name, classes: 0..<0, id: 0..<0, in: input, around: stack.open)
        }
        scratch.removeAll(keepingCapacity: true)
        if let index = tokenizer.known[.class] {
            tokenizer.attributeSlots[index].appendValue(input, to: &scratch, limit: limits.attributeBytes)
        }
        let classes = 0..<scratch.count
        if let index = tokenizer.known[.id] {
            tokenizer.attributeSlots[index].appendValue(input, to: &scratch, limit: limits.attributeBytes)
        }
        let text = scratch
        sheet.apply(to: &style, type: name, classes: classes, id: classes.upperBound..<text.count, in: text.span, around: stack.open)
    }

    /// Puts the value of an attribute into `scratch`.
    mutating func decode(_ input: Span<UInt8>, _ index: Int) {
        scratch.removeAll(keepingCapacity: true)
        tokenizer.attributeSlots[index].appendValue(input, to: &scratch, limit: limits.attributeBytes)
    }
}
