public import Messages

/// What a reader sees of a document, what is hidden from a reader, and what it points to.
///
/// Use one page for many documents: its buffers keep their memory.
public struct HTMLPage: Sendable {
    /// How much text one reason hides.
    public struct Hidden: Sendable, Hashable {
        /// How many bytes, spaces not counted.
        public var bytes = 0
        /// How many pieces of text.
        public var runs = 0
    }

    /// How often things occur.
    public struct Counts: Sendable, Hashable {
        /// Start tags.
        public var elements = 0
        /// `script` elements.
        public var scripts = 0
        /// Attributes that run a script: `onclick` and the like.
        public var eventHandlers = 0
        /// `iframe` and `frame` elements.
        public var frames = 0
        /// `object`, `embed` and `applet` elements.
        public var objects = 0
        /// `style` elements.
        public var styleSheets = 0
        /// `style` attributes.
        public var styleAttributes = 0
        /// Tables.
        public var tables = 0
        /// `font` elements.
        public var fonts = 0
        /// Comments, conditional ones not counted.
        public var comments = 0
        /// Comments that only some versions of Outlook read as markup.
        public var conditionalComments = 0
        /// Elements with `aria-hidden=true`.
        public var ariaHidden = 0
        /// Elements that `mso-hide: all` hides from Outlook; other programs show them.
        public var hiddenFromOutlook = 0
        /// Names between `&` and `;` that HTML does not know.
        public var unknownReferences = 0
        /// Character references in text.
        public var references = 0
        /// Elements that HTML does not know.
        public var unknownElements = 0
        /// End tags with nothing to end.
        public var strayEndTags = 0
        /// Links, images and forms beyond the limits.
        public var unlisted = 0
    }

    /// The text as a person reads it, UTF-8: spaces collapsed, lines broken where blocks and `br` break them, table cells parted by
    /// a space. Invisible characters inside words stay.
    public internal(set) var visible: [UInt8] = []
    /// The text that nobody sees, piece after piece with a space between.
    public internal(set) var hidden: [UInt8] = []
    /// The part of `hidden` that stands before the first visible text: the line that a mailbox shows beside the subject.
    public internal(set) var preheader = ByteRange.empty
    /// The document's title.
    public internal(set) var title: [UInt8] = []
    /// The text of comments, cut where they are long; conditional comments are left out.
    public internal(set) var comments: [UInt8] = []
    /// Values of attributes; links, images and forms hold ranges of it.
    public internal(set) var attributes: [UInt8] = []
    /// What the document points to, in order.
    public internal(set) var links: [HTMLLink] = []
    /// The images, in order.
    public internal(set) var images: [HTMLImage] = []
    /// The forms, in order.
    public internal(set) var forms: [HTMLForm] = []
    /// The fields outside of any form; its action is empty.
    public internal(set) var looseFields = HTMLForm(
        action: .empty, isPost: false, fields: [], inputs: 0, hiddenInputs: 0, offset: 0)
    /// How often things occur.
    public internal(set) var counts = Counts()
    /// The index in `links` of the first `base href`.
    public internal(set) var base: Int?
    /// The language that the outermost `lang` attribute names, in `attributes`.
    public internal(set) var language = ByteRange.empty
    /// How many elements are open at once at most, as far as the limit tells.
    public internal(set) var depth = 0
    /// A hash of the sequence of start tags: the same for two documents made from one template.
    public internal(set) var fingerprint: UInt64 = 0
    /// How many bytes the document has.
    public internal(set) var size = 0
    /// Whether the document type asks for quirks mode, or there is none.
    public internal(set) var isQuirky = true
    /// What is broken, at most as many as the limits say; offsets are those of the document.
    public internal(set) var defects: [Defect] = []
    var hiddenByReason = [Hidden](repeating: Hidden(), count: HiddenReason.allCases.count)

    /// An empty page.
    public init() {}

    /// How much text is hidden for a reason.
    public subscript(reason: HiddenReason) -> Hidden { hiddenByReason[Int(reason.rawValue)] }

    /// How many bytes of text that could be shown are hidden: titles and comments do not count, nor do spaces.
    public var hiddenBytes: Int {
        hiddenByReason.prefix(Int(HiddenReason.title.rawValue)).reduce(0) { $0 + $1.bytes }
    }

    /// The share of the document's bytes that is visible text, 0 to 1.
    public var textShare: Double { size == 0 ? 0 : min(1, Double(visible.count) / Double(size)) }

    /// How many bytes the page keeps hold of, its buffers' room included.
    public var heldBytes: Int {
        let lists =
            links.capacity * MemoryLayout<HTMLLink>.stride + images.capacity * MemoryLayout<HTMLImage>.stride
            + forms.capacity * MemoryLayout<HTMLForm>.stride + defects.capacity * MemoryLayout<Defect>.stride
        return MemoryLayout<HTMLPage>.size + lists + visible.capacity + hidden.capacity + title.capacity + comments.capacity
            + attributes.capacity
    }

    /// Empties the page, keeping the memory.
    mutating func reset() {
        visible.removeAll(keepingCapacity: true)
        hidden.removeAll(keepingCapacity: true)
        title.removeAll(keepingCapacity: true)
        comments.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        images.removeAll(keepingCapacity: true)
        forms.removeAll(keepingCapacity: true)
        defects.removeAll(keepingCapacity: true)
        preheader = .empty
        looseFields = HTMLForm(action: .empty, isPost: false, fields: [], inputs: 0, hiddenInputs: 0, offset: 0)
        counts = Counts()
        base = nil
        language = .empty
        depth = 0
        fingerprint = 0
        size = 0
        isQuirky = true
        for index in hiddenByReason.indices { hiddenByReason[index] = Hidden() }
    }
}
