/// Why a reader does not see a text.
public enum HiddenReason: UInt8, Sendable, Hashable, CaseIterable {
    /// `display: none`.
    case displayNone
    /// `visibility: hidden` or `collapse`.
    case visibilityHidden
    /// An opacity of nearly nothing.
    case opacity
    /// A font of no size.
    case zeroFont
    /// A font of at most two pixels.
    case tinyFont
    /// The colour of the text is that of the ground, or nearly, or transparent.
    case sameColour
    /// Moved out of the window by position, margin, indentation or a transformation.
    case offScreen
    /// A box of no height or no width that cuts off what does not fit.
    case zeroSize
    /// Clipped to nothing, as texts for screen readers are.
    case clipped
    /// The `hidden` attribute.
    case hiddenAttribute
    /// In an element that a mail program does not render: `template`, `noscript`, `datalist`, a closed `dialog`.
    case notRendered
    /// The document's title, which mail programs do not show.
    case title
    /// A comment.
    case comment
    /// A comment that only some versions of Outlook read as markup.
    case conditionalComment
}
