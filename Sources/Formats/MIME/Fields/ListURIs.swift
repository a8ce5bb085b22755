// List-Unsubscribe, List-Post and their kin (RFC 2369): URIs in angle brackets, comments between. The URIs lead wherever
// their sender likes.

public import Messages

extension Defect.Kind {
    /// A URI of a list field stands without angle brackets, or its bracket is not closed (RFC 2369 section 2).
    public static let listURIBrackets = Defect.Kind(rawValue: "list-uri.brackets")
    /// There are more items than `FieldLimits.listItems`.
    public static let listTooMany = Defect.Kind(rawValue: "list.too-many")
}

/// The URIs of a list field.
public struct ListURIs: Sendable, Hashable {
    /// One URI and what is said beside it.
    public struct Item: Sendable, Hashable {
        /// The URI, white space taken out; where the field says `NO` (List-Post), that word.
        public var uri: String
        /// The comments before and behind it.
        public var comment: String
    }

    /// The URIs in order of the writer's preference.
    public private(set) var items: [Item] = []
    /// What is wrong with the field.
    public private(set) var defects: [Defect] = []

    /// Whether the field says that there is no such address (`NO`, RFC 2369 section 3.4).
    public var isRefusal: Bool {
        items.count == 1 && items[0].uri.lowercased() == "no"
    }

    /// Reads the body of a list field.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    ///   - decoder: keeps open what charsets need, for the next field.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange, decoder: inout CharsetDecoder) {
        let range = FieldBytes.trimmed(bytes, range)
        if range.count > 2, bytes[range.lowerBound] == 61, bytes[range.lowerBound + 1] == 63 {
            // No encoded word may stand here (RFC 2047 section 5), but some mail systems encode the whole field.
            var text: [UInt8] = []
            UnstructuredText.decode(bytes, range, into: &text, defects: &defects, decoder: &decoder)
            let start = defects.count
            read(text.span, 0..<text.count, decoder: &decoder)
            for index in start..<defects.count { defects[index].offset = range.lowerBound }
        } else {
            read(bytes, range, decoder: &decoder)
        }
    }

    private mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>, decoder: inout CharsetDecoder) {
        var uri: [UInt8] = []
        var comment: [UInt8] = []
        var index = range.lowerBound
        var commentsEnd = true
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 60 {
                let start = index
                index += 1
                while index < range.upperBound, bytes[index] != 62, bytes[index] != 60 {
                    if !FieldBytes.isSpace(bytes[index]) { uri.append(bytes[index]) }
                    index += 1
                }
                if index == range.upperBound || bytes[index] == 60 { defects.note(.listURIBrackets, at: start) }
                if index < range.upperBound, bytes[index] == 62 { index += 1 }
            } else if byte == 44 {
                add(&uri, &comment, at: index, &decoder)
                index += 1
            } else if byte == 40, commentsEnd {
                guard let close = FieldTokens.commentEnd(bytes, at: index, before: range.upperBound) else {
                    commentsEnd = false
                    defects.note(.unclosedComment, at: index)
                    continue
                }
                if !comment.isEmpty { comment.append(32) }
                FieldTokens.appendUnquoted(bytes, index + 1..<close - 1, to: &comment)
                index = close
            } else {
                if !FieldBytes.isSpace(byte) {
                    if uri.isEmpty, FieldBytes.lower(byte) != 110 { defects.note(.listURIBrackets, at: index) }
                    uri.append(byte)
                }
                index += 1
            }
        }
        add(&uri, &comment, at: range.upperBound, &decoder)
    }

    /// Reads the body of one such field, when there is no other.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var decoder = CharsetDecoder()
        self.init(bytes, range, decoder: &decoder)
    }

    private mutating func add(_ uri: inout [UInt8], _ comment: inout [UInt8], at offset: Int, _ decoder: inout CharsetDecoder) {
        defer {
            uri.removeAll(keepingCapacity: true)
            comment.removeAll(keepingCapacity: true)
        }
        guard !uri.isEmpty else { return }
        guard items.count < FieldLimits.listItems else { return defects.note(.listTooMany, at: offset) }
        var said: [UInt8] = []
        let span = comment.span
        UnstructuredText.decode(span, 0..<span.count, into: &said, defects: &defects, decoder: &decoder)
        items.append(Item(uri: String(decoding: uri, as: UTF8.self), comment: String(decoding: said, as: UTF8.self)))
    }
}
