public import Messages

/// A place that a document points to.
public struct HTMLLink: Sendable, Hashable {
    /// What kind of element points there.
    public enum Element: UInt8, Sendable, Hashable, CaseIterable {
        /// `a href`: where a click goes.
        case anchor
        /// `area href`: a click on a piece of an image.
        case area
        /// `form action`.
        case form
        /// `formaction` of a button or an input.
        case formAction
        /// `img src`, or `src` of an image button.
        case image
        /// `link href`: style sheets and the like.
        case link
        /// `iframe src` or `frame src`.
        case frame
        /// `meta http-equiv=refresh`.
        case refresh
        /// A `background` attribute.
        case background
        /// `base href`, which all relative addresses start from.
        case base
        /// `script src`.
        case script
        /// `object data`, `embed src`.
        case object
        /// `audio`, `video`, `source`, `track`: `src` or `poster`.
        case media
    }

    /// What kind of element points there.
    public var element: Element
    /// The target in `HTMLPage.attributes`: references decoded, spaces around it and tabs and line ends in it removed, as a
    /// browser does before it reads a URL.
    public var target: ByteRange
    /// The text shown for it in `HTMLPage.visible`, without spaces around it; empty where there is none.
    public var text: ByteRange
    /// The offset of its tag in the document.
    public var offset: UInt32
    /// How many bytes of text inside it no reader sees.
    public var hiddenBytes: UInt32
    /// Whether its element is not shown.
    public var isHidden: Bool
    /// Whether an image stands in it.
    public var hasImage: Bool
}

/// An image of a document.
public struct HTMLImage: Sendable, Hashable {
    /// The address in `HTMLPage.attributes`, as a link's target.
    public var source: ByteRange
    /// The alternative text in `HTMLPage.attributes`.
    public var alternative: ByteRange
    /// The width in pixels that its attribute gives; -1 where it gives none.
    public var width: Int32
    /// The height in pixels that its attribute gives; -1 where it gives none.
    public var height: Int32
    /// The offset of its tag in the document.
    public var offset: UInt32
    /// Whether it is at most one pixel wide and high, by attribute or style: there to be fetched, not to be seen.
    public var isTrackingPixel: Bool
    /// Whether its element is not shown.
    public var isHidden: Bool
    /// The index of the link it stands in, in `HTMLPage.links`; -1 outside a link.
    public var link: Int32
}

/// A form of a document, or all fields outside of forms.
public struct HTMLForm: Sendable, Hashable {
    /// What a field asks for, judged by its type, name, id, placeholder and `autocomplete`.
    public struct Fields: OptionSet, Sendable, Hashable {
        /// One bit a kind.
        public let rawValue: UInt16

        /// The kinds with these bits.
        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// A password.
        public static let password = Fields(rawValue: 1 << 0)
        /// The name of an account.
        public static let login = Fields(rawValue: 1 << 1)
        /// The number of a payment card.
        public static let card = Fields(rawValue: 1 << 2)
        /// The check digits of a card.
        public static let cardCode = Fields(rawValue: 1 << 3)
        /// The day a card expires.
        public static let expiry = Fields(rawValue: 1 << 4)
        /// A personal identification number.
        public static let pin = Fields(rawValue: 1 << 5)
        /// A one-time code.
        public static let oneTimeCode = Fields(rawValue: 1 << 6)
        /// A bank account: IBAN, account or sort code.
        public static let account = Fields(rawValue: 1 << 7)
        /// A number of a state's register: social security, passport, identity card.
        public static let identity = Fields(rawValue: 1 << 8)
        /// A mailbox.
        public static let mailbox = Fields(rawValue: 1 << 9)
        /// A telephone number.
        public static let telephone = Fields(rawValue: 1 << 10)
        /// A file.
        public static let file = Fields(rawValue: 1 << 11)
    }

    /// Where it is sent, in `HTMLPage.attributes`; empty where it does not say.
    public var action: ByteRange
    /// Whether it is sent in a body (`method=post`), not in the address.
    public var isPost: Bool
    /// What its fields ask for.
    public var fields: Fields
    /// How many fields it has that a reader fills in or presses.
    public var inputs: UInt32
    /// How many fields it has that no reader sees.
    public var hiddenInputs: UInt32
    /// The offset of its tag in the document.
    public var offset: UInt32
}
