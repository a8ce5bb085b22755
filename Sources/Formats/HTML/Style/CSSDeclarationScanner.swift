// Reads a list of declarations, as in a `style` attribute (CSS Syntax 3 section 5.4), for the properties that can hide something.

/// Reads declarations into `StyleDeclarations`. Whatever is not understood is skipped, as a browser does.
enum CSSDeclarationScanner {
    enum Property: UInt32 {
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
}
