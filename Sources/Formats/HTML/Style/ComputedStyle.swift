/// How the text of an element is shown: its own declarations, and what it inherits.
struct ComputedStyle: Sendable {
    /// Why nothing in the element is shown, whatever is declared inside.
    private(set) var elementReason: HiddenReason?
    /// Why the element's own text is not shown.
    private(set) var textReason: HiddenReason?
    private(set) var isPreformatted = false
    private var isInvisible = false
    private var isIndentedAway = false
    private var isGroundKnown = true
    private var fontSize: Float = 16
    private var colour = CSSColour.black
    private var ground = CSSColour.white

    /// Black on white in 16 pixels, shown.
    init() {}

    /// The size in pixels at and below which nobody reads a text.
    static let tinyFont: Float = 2

    /// The style of a child with these declarations.
    func child(_ own: StyleDeclarations, elementReason given: HiddenReason? = nil) -> ComputedStyle {
        var style = self
        if style.elementReason == nil { style.elementReason = given ?? Self.reason(own) }
        let declared = own.declared
        let on = own.hiding
        if declared.contains(.invisible) { style.isInvisible = on.contains(.invisible) }
        if declared.contains(.farIndent) { style.isIndentedAway = on.contains(.farIndent) }
        if declared.contains(.preformatted) { style.isPreformatted = on.contains(.preformatted) }
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
                style.isGroundKnown = isGroundKnown || colour.alpha == 255
            case .picture:
                style.isGroundKnown = false
            }
        }
        if declared.contains(.colour), let colour = own.colour { style.colour = colour }
        style.textReason = style.reasonForText()
        return style
    }

    /// Whether the element takes no part in the layout: what is around it moves together.
    var isGone: Bool {
        switch elementReason {
        case .displayNone, .hiddenAttribute, .notRendered, .title: true
        default: false
        }
    }

    private func reasonForText() -> HiddenReason? {
        if let elementReason { return elementReason }
        if isInvisible { return .visibilityHidden }
        if fontSize <= 0 { return .zeroFont }
        if fontSize <= Self.tinyFont { return .tinyFont }
        if isIndentedAway { return .offScreen }
        if isGroundKnown ? colour.isLost(on: ground) : colour.alpha <= CSSColour.leastAlpha { return .sameColour }
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
