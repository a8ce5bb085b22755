public import Messages

extension Defect.Kind {
    /// The document ends inside a comment; nothing after its start is shown.
    public static let htmlUnclosedComment = Defect.Kind(rawValue: "html.unclosed-comment")
    /// The document ends inside a tag; nothing after its start is shown.
    public static let htmlUnclosedTag = Defect.Kind(rawValue: "html.unclosed-tag")
    /// A tag has more attributes than are kept.
    public static let htmlTooManyAttributes = Defect.Kind(rawValue: "html.too-many-attributes")
    /// The first of the references in text that look like a name and are none.
    public static let htmlUnknownReference = Defect.Kind(rawValue: "html.unknown-reference")
    /// A NUL in text.
    public static let htmlNUL = Defect.Kind(rawValue: "html.nul")
    /// Elements are nested deeper than they are told apart.
    public static let htmlTooDeep = Defect.Kind(rawValue: "html.too-deep")
    /// More links, images or forms than are listed.
    public static let htmlTooManyLinks = Defect.Kind(rawValue: "html.too-many-links")
    /// An attribute's value was cut at the limit.
    public static let htmlLongAttribute = Defect.Kind(rawValue: "html.long-attribute")
    /// A style sheet has more selectors than are kept.
    public static let htmlTooManyStyleRules = Defect.Kind(rawValue: "html.too-many-style-rules")
    /// The text was cut at the limit.
    public static let htmlTextCut = Defect.Kind(rawValue: "html.text-cut")
}
