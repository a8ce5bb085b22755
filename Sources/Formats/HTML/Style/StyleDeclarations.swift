/// What the declarations for one element say, of all that can hide it.
///
/// A property is a bit: whether it is declared, whether its value is the one that hides, whether it is important. That makes the
/// cascade three words of arithmetic.
struct StyleDeclarations: Sendable {
    /// The properties, each with the value that its bit stands for.
    struct Properties: OptionSet, Sendable {
        let rawValue: UInt32

        static let displayNone = Properties(rawValue: 1 << 0)
        static let displayInline = Properties(rawValue: 1 << 1)
        static let displayBlock = Properties(rawValue: 1 << 2)
        static let invisible = Properties(rawValue: 1 << 3)
        static let transparent = Properties(rawValue: 1 << 4)
        static let hiddenFromOutlook = Properties(rawValue: 1 << 5)
        static let clipsOverflow = Properties(rawValue: 1 << 6)
        static let noHeight = Properties(rawValue: 1 << 7)
        static let noWidth = Properties(rawValue: 1 << 8)
        static let noMaxHeight = Properties(rawValue: 1 << 9)
        static let noMaxWidth = Properties(rawValue: 1 << 10)
        static let positioned = Properties(rawValue: 1 << 11)
        static let farLeft = Properties(rawValue: 1 << 12)
        static let farTop = Properties(rawValue: 1 << 13)
        static let farRight = Properties(rawValue: 1 << 14)
        static let farBottom = Properties(rawValue: 1 << 15)
        static let farIndent = Properties(rawValue: 1 << 16)
        static let farMarginLeft = Properties(rawValue: 1 << 17)
        static let farMarginTop = Properties(rawValue: 1 << 18)
        static let farTransform = Properties(rawValue: 1 << 19)
        static let noScale = Properties(rawValue: 1 << 20)
        static let clipped = Properties(rawValue: 1 << 21)
        static let preformatted = Properties(rawValue: 1 << 22)
        static let fontSize = Properties(rawValue: 1 << 23)
        static let colour = Properties(rawValue: 1 << 24)
        static let background = Properties(rawValue: 1 << 25)
        /// `display: none` that the `hidden` attribute declares.
        static let hiddenAttribute = Properties(rawValue: 1 << 26)

        static let display: Properties = [.displayNone, .displayInline, .displayBlock, .hiddenAttribute]
        static let noExtent: Properties = [.noHeight, .noWidth, .noMaxHeight, .noMaxWidth]
        static let farOffset: Properties = [.farLeft, .farTop, .farRight, .farBottom]
    }

    /// A font's size.
    enum FontSize: Sendable {
        case pixels(Float)
        /// In sizes of the parent's font.
        case relative(Float)
    }

    /// What lies behind an element.
    enum Background: Sendable {
        /// A colour, which may let the parent's through.
        case colour(CSSColour)
        /// A picture or a gradient: nobody can say what colour is behind the text.
        case picture
    }

    private(set) var declared: Properties = []
    private(set) var on: Properties = []
    private(set) var important: Properties = []
    // What the values are made of lies in plain words, for these are copied with every tag; enums would be taken apart each time.
    private var forms: Forms = []
    private var size: Float = 1
    private var text = CSSColour.black
    private var ground = CSSColour.transparent

    private struct Forms: OptionSet {
        let rawValue: UInt32

        static let pixels = Forms(rawValue: 1 << 0)
        static let hasColour = Forms(rawValue: 1 << 1)
        static let picture = Forms(rawValue: 1 << 2)
    }

    var fontSize: FontSize { forms.contains(.pixels) ? .pixels(size) : .relative(size) }
    /// Nothing where the parent's colour is asked for by name.
    var colour: CSSColour? { forms.contains(.hasColour) ? text : nil }
    var background: Background { forms.contains(.picture) ? .picture : .colour(ground) }

    /// No declarations.
    init() {}

    @inline(__always) var isEmpty: Bool { declared.isEmpty }

    /// The declared properties whose value is the one that hides.
    @inline(__always) var hiding: Properties { on }

    /// Declares properties: those of `values` are on, the others off.
    mutating func declare(_ properties: Properties, _ values: Properties, isImportant: Bool) {
        let winning = isImportant ? properties : properties.subtracting(important)
        declared.formUnion(winning)
        on = on.subtracting(winning).union(values.intersection(winning))
        if isImportant { important.formUnion(winning) }
    }

    /// Declares one property.
    mutating func declare(_ property: Properties, _ isOn: Bool, isImportant: Bool) {
        declare(property, isOn ? property : [], isImportant: isImportant)
    }

    mutating func declare(fontSize: FontSize, isImportant: Bool) {
        guard isImportant || !important.contains(.fontSize) else { return }
        declare(.fontSize, true, isImportant: isImportant)
        switch fontSize {
        case .pixels(let pixels):
            forms.insert(.pixels)
            size = pixels
        case .relative(let factor):
            forms.remove(.pixels)
            size = factor
        }
    }

    mutating func declare(colour: CSSColour?, isImportant: Bool) {
        guard isImportant || !important.contains(.colour) else { return }
        declare(.colour, true, isImportant: isImportant)
        if colour == nil { forms.remove(.hasColour) } else { forms.insert(.hasColour) }
        text = colour ?? .black
    }

    mutating func declare(background: Background, isImportant: Bool) {
        guard isImportant || !important.contains(.background) else { return }
        declare(.background, true, isImportant: isImportant)
        switch background {
        case .colour(let colour):
            forms.remove(.picture)
            ground = colour
        case .picture:
            forms.insert(.picture)
        }
    }

    /// Lays declarations of higher rank over these (CSS Cascade 4 section 6.1).
    mutating func override(with other: StyleDeclarations) {
        if declared.isEmpty {
            self = other
            return
        }
        let winning = other.declared.subtracting(important.subtracting(other.important))
        declared.formUnion(winning)
        on = on.subtracting(winning).union(other.on.intersection(winning))
        important.formUnion(other.important.intersection(winning))
        if winning.contains(.fontSize) {
            take(.pixels, of: other)
            size = other.size
        }
        if winning.contains(.colour) {
            take(.hasColour, of: other)
            text = other.text
        }
        if winning.contains(.background) {
            take(.picture, of: other)
            ground = other.ground
        }
    }

    private mutating func take(_ form: Forms, of other: StyleDeclarations) {
        forms = forms.subtracting(form).union(other.forms.intersection(form))
    }
}
