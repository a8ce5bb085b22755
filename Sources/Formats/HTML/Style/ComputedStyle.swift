/// How the text of an element is shown: its own declarations, and what it inherits.
struct ComputedStyle: Sendable {
    // Four plain words, for a style is copied with every tag and looked at with every text.
    private var flags: Flags = .groundKnown
    private var fontSize: Float = 16
    private var colour = CSSColour.black
    private var ground = CSSColour.white

    /// What is on, and in the lowest bytes the two reasons, each one more than its number.
    private struct Flags: OptionSet {
        let rawValue: UInt32

        static let anyReason = Flags(rawValue: 0xFFFF)
        static let preformatted = Flags(rawValue: 1 << 16)
        static let invisible = Flags(rawValue: 1 << 17)
        static let indentedAway = Flags(rawValue: 1 << 18)
        static let groundKnown = Flags(rawValue: 1 << 19)

        static func reasons(element: HiddenReason?, text: HiddenReason?) -> Flags {
            let element = element.map { UInt32($0.rawValue) &+ 1 } ?? 0
            let text = text.map { UInt32($0.rawValue) &+ 1 } ?? 0
            return Flags(rawValue: element | text &<< 8)
        }

        mutating func set(_ flag: Flags, _ isOn: Bool) {
            if isOn { insert(flag) } else { remove(flag) }
        }
    }

    /// Why nothing in the element is shown, whatever is declared inside.
    @inline(__always) var elementReason: HiddenReason? {
        let number = flags.rawValue & 0xFF
        return number == 0 ? nil : HiddenReason(rawValue: UInt8(truncatingIfNeeded: number &- 1))
    }
    /// Why the element's own text is not shown.
    @inline(__always) var textReason: HiddenReason? {
        let number = flags.rawValue &>> 8 & 0xFF
        return number == 0 ? nil : HiddenReason(rawValue: UInt8(truncatingIfNeeded: number &- 1))
    }
    @inline(__always) var isPreformatted: Bool { flags.contains(.preformatted) }

    /// Black on white in 16 pixels, shown.
    init() {}

    /// The size in pixels at and below which nobody reads a text.
    static let tinyFont: Float = 2

    /// The style of a child with these declarations.
    func child(_ own: StyleDeclarations, elementReason given: HiddenReason? = nil) -> ComputedStyle {
        var style = self
        let elementReason = elementReason ?? given ?? Self.reason(own)
        let declared = own.declared
        let on = own.hiding
        if declared.contains(.invisible) { style.flags.set(.invisible, on.contains(.invisible)) }
        if declared.contains(.farIndent) { style.flags.set(.indentedAway, on.contains(.farIndent)) }
        if declared.contains(.preformatted) { style.flags.set(.preformatted, on.contains(.preformatted)) }
        if declared.contains(.fontSize) {
            switch own.fontSize {
            case .pixels(let pixels): style.fontSize = pixels
            case .relative(let factor): style.fontSize = fontSize * factor
            }
        }
        if declared.contains(.background) {
            switch own.background {
            case .colour(let colour):
                style.ground = colour.over(ground)
                if colour.alpha == 255 { style.flags.insert(.groundKnown) }
            case .picture:
                style.flags.remove(.groundKnown)
            }
        }
        if declared.contains(.colour), let colour = own.colour { style.colour = colour }
        let textReason = elementReason ?? style.reasonForText()
        style.flags = style.flags.subtracting(.anyReason).union(.reasons(element: elementReason, text: textReason))
        return style
    }

    /// Whether text of the element is shown.
    @inline(__always) var showsText: Bool { flags.rawValue & 0xFF00 == 0 }

    /// Whether the element takes no part in the layout: what is around it moves together.
    var isGone: Bool {
        switch elementReason {
        case .displayNone, .hiddenAttribute, .notRendered, .title: true
        default: false
        }
    }

    private func reasonForText() -> HiddenReason? {
        if flags.contains(.invisible) { return .visibilityHidden }
        if fontSize <= 0 { return .zeroFont }
        if fontSize <= Self.tinyFont { return .tinyFont }
        if flags.contains(.indentedAway) { return .offScreen }
        if flags.contains(.groundKnown) ? colour.isLost(on: ground) : colour.alpha <= CSSColour.leastAlpha { return .sameColour }
        return nil
    }

    /// Why an element with these declarations is not shown, children and all.
    private static func reason(_ own: StyleDeclarations) -> HiddenReason? {
        let on = own.hiding
        guard !on.isEmpty else { return nil }
        if on.contains(.displayNone) { return on.contains(.hiddenAttribute) ? .hiddenAttribute : .displayNone }
        if on.contains(.transparent) { return .opacity }
        if on.contains(.positioned), !on.isDisjoint(with: .farOffset) { return .offScreen }
        if !on.isDisjoint(with: [.farMarginLeft, .farMarginTop, .farTransform]) { return .offScreen }
        if on.contains([.positioned, .clipped]) { return .clipped }
        if on.contains(.noScale) { return .zeroSize }
        if on.contains(.clipsOverflow), !on.isDisjoint(with: .noExtent) { return .zeroSize }
        return nil
    }
}
