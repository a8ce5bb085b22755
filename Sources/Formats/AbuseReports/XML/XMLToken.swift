/// One piece of an XML document.
enum XMLToken: Equatable {
    /// A start tag: where its name stands, and its attributes; an empty element's end follows by itself.
    case start(name: Range<Int>, attributes: Range<Int>)
    /// An end tag.
    case end(name: Range<Int>)
    /// Characters, between these offsets.
    case text(Range<Int>)
    /// A CDATA section: characters without references.
    case literal(Range<Int>)
}
