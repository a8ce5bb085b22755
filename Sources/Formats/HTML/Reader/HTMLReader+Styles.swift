internal import Messages

extension HTMLReader {
    /// What is declared for the element of the tag just read: by its attributes, the style sheets, and its `style` attribute.
    mutating func declarations(_ input: Span<UInt8>, _ tag: HTMLTag, _ name: PackedName, _ page: inout HTMLPage) -> StyleDeclarations {
        var style = StyleDeclarations()
        if tag.traits.contains(.preformatted) { style.declare(.preformatted, true, isImportant: false) }
        if !known.isEmpty { hints(input, tag, &style) }
        if !sheet.isEmpty { applySheet(input, name, to: &style) }
        if let index = known[.style] {
            page.counts.styleAttributes &+= 1
            let attribute = tokenizer.attributes[index]
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
        if known.has(.hidden) { style.declare(.display, [.displayNone, .hiddenAttribute], isImportant: false) }
        if let index = known[.bgcolor], let colour = colour(input, index) { style.declare(background: .colour(colour), isImportant: false) }
        if known.has(.background) { style.declare(background: .picture, isImportant: false) }
        switch tag {
        case .font, .basefont:
            if let index = known[.color], let colour = colour(input, index) { style.declare(colour: colour, isImportant: false) }
        case .body:
            if let index = known[.text], let colour = colour(input, index) { style.declare(colour: colour, isImportant: false) }
            if let index = known[.link], let colour = colour(input, index) { linkColour = colour }
        case .a:
            if known.has(.href) { style.declare(colour: linkColour, isImportant: false) }
        default: break
        }
    }

    private mutating func colour(_ input: Span<UInt8>, _ index: Int) -> CSSColour? {
        decode(input, index)
        return CSSColour(legacy: scratch.span)
    }

    private mutating func applySheet(_ input: Span<UInt8>, _ name: PackedName, to style: inout StyleDeclarations) {
        scratch.removeAll(keepingCapacity: true)
        if let index = known[.class] {
            tokenizer.attributes[index].appendValue(input, to: &scratch, limit: limits.attributeBytes)
        }
        let classes = 0..<scratch.count
        if let index = known[.id] { tokenizer.attributes[index].appendValue(input, to: &scratch, limit: limits.attributeBytes) }
        let text = scratch
        sheet.apply(to: &style, type: name, classes: classes, id: classes.upperBound..<text.count, in: text.span, around: stack.open)
    }

    /// Puts the value of an attribute into `scratch`.
    mutating func decode(_ input: Span<UInt8>, _ index: Int) {
        scratch.removeAll(keepingCapacity: true)
        tokenizer.attributes[index].appendValue(input, to: &scratch, limit: limits.attributeBytes)
    }
}
