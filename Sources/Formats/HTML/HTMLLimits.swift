/// How much of one HTML document is looked at. Beyond a limit reading goes on and a defect says what was left out.
public struct HTMLLimits: Sendable, Hashable {
    /// How many open elements are told apart; deeper ones are read as if they were siblings. Chromium has the same number.
    public var nesting = 512
    /// How many attributes of one tag are kept.
    public var attributesPerTag = 128
    /// How many bytes of one attribute's value are kept: addresses, alternative texts, names.
    public var attributeBytes = 8192
    /// How many bytes of all kept attribute values are kept.
    public var allAttributeBytes = 4 << 20
    /// How many links are listed.
    public var links = 10_000
    /// How many images are listed.
    public var images = 10_000
    /// How many forms are listed.
    public var forms = 256
    /// How many selectors of style sheets are kept.
    public var styleRules = 512
    /// How many bytes of visible text, and again of hidden text, are kept.
    public var outputBytes = 64 << 20
    /// How many bytes of one comment's text are kept as hidden text.
    public var commentBytes = 1024
    /// How many defects are listed.
    public var defects = 64

    /// The limits for mail.
    public init() {}
}
