public import Messages

/// How the bytes of a message divide into fields, bodies, and what stands between: every byte once, in order.
///
/// A signature's reader, a quoter and a test of the parser need this: written one after the other, the segments are the message again.
public struct MessageLayout: Sendable {
    /// What a segment is.
    public enum Role: UInt8, Sendable, Hashable {
        /// Line ends, blank lines, boundaries, preambles, epilogues, and lines that are no field.
        case structure
        /// A field's name.
        case name
        /// The colon after a name, with white space before it.
        case colon
        /// A field's body, folds inside.
        case value
        /// The body of a part that holds no parts, still encoded.
        case body
    }

    /// A run of bytes with one role. Never empty.
    public struct Segment: Sendable, Hashable {
        /// What it is.
        public var role: Role
        /// Where it is.
        public var range: ByteRange
        /// The index of the part it belongs to; for structure, of the part before it.
        public var part: Int
    }

    /// The segments in the order of their bytes.
    public private(set) var segments: [Segment] = []

    /// The layout of a message.
    public init(_ message: Message) {
        var cursor = 0
        func add(_ role: Role, to end: Int, part: Int, _ segments: inout [Segment]) {
            guard end > cursor else { return }
            segments.append(Segment(role: role, range: ByteRange(cursor, end), part: part))
            cursor = end
        }
        for (index, part) in message.parts.enumerated() {
            for field in message.headers[part.headers.range] {
                add(.structure, to: Int(field.name.start), part: index, &segments)
                add(.name, to: Int(field.name.end), part: index, &segments)
                add(.colon, to: Int(field.body.start), part: index, &segments)
                add(.value, to: Int(field.body.end), part: index, &segments)
            }
            let isParent = index + 1 < message.parts.count && Int(message.parts[index + 1].parent) == index
            guard !isParent else { continue }
            add(.structure, to: Int(part.body.start), part: index, &segments)
            add(.body, to: Int(part.body.end), part: index, &segments)
        }
        add(.structure, to: message.bytes.count, part: message.parts.count - 1, &segments)
    }
}
