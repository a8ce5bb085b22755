// A message as its author would change it: subject, texts, further header fields. Takes any message; what cannot be changed stays as it is.

public import MIME
public import Messages

/// What an attacker can change of a message, and the way back to a message.
///
/// Texts are decoded for changing; a part that was changed is written as plain UTF-8. All else keeps its bytes.
public struct Draft: Sendable {
    /// One text of a message.
    public struct Body: Sendable, Hashable {
        /// The text, or the document.
        public var text: String
        /// Whether it is a document in HTML.
        public var isHTML: Bool
        /// Which part of the message it is.
        let part: Int
    }

    /// The subject; empty where there is none.
    public var subject: String
    /// The texts a reader is shown, in the order of the parts.
    public var bodies: [Body]
    /// Header fields to be added in front.
    public var fields: [(name: String, value: String)] = []
    private let message: Message
    private let originalSubject: String
    private let originalBodies: [Body]

    /// A draft of a message. A text that is called a mail and has no header gets a small one.
    public init(_ original: Message, decoder: inout PartDecoder, parser: MailParser = MailParser()) {
        let message = original.channel == .email && original.headers.isEmpty ? Draft.mail(of: original, parser) : original
        var bodies: [Body] = []
        for (index, part) in message.parts.enumerated() {
            guard part.kind == .textPlain || part.kind == .textHTML, part.presentation != .attachment else { continue }
            var text: [UInt8] = []
            _ = decoder.text(of: part, in: message, into: &text)
            bodies.append(Body(text: Draft.withBareLineEnds(text), isHTML: part.kind == .textHTML, part: index))
        }
        var subject: [UInt8] = []
        if let field = message.header(.subject) {
            var defects: [Defect] = []
            UnstructuredText.decode(message.bytes.span, field.body, into: &subject, defects: &defects, decoder: &decoder.charsets)
        }
        self.message = message
        self.subject = String(decoding: subject, as: UTF8.self)
        self.bodies = bodies
        self.originalSubject = self.subject
        self.originalBodies = bodies
    }

    /// Text whose lines end in LF alone: a CR before it would make one character of the two.
    private static func withBareLineEnds(_ text: [UInt8]) -> String {
        let bytes = text.indices.filter { text[$0] != 13 || $0 + 1 == text.count || text[$0 + 1] != 10 }.map { text[$0] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the message has a header.
    public var isMail: Bool { message.channel == .email }

    /// The bytes of the message that was drafted.
    var originalBytes: [UInt8] { message.bytes }

    /// The message with all changes.
    public func message(parser: MailParser = MailParser(), boundary: TrustBoundary = TrustBoundary()) -> Message {
        guard isMail else {
            if bodies == originalBodies { return message }
            return Message(
                text: Array(bodies.map(\.text).joined(separator: "\n").utf8), channel: message.channel, envelope: message.envelope,
                arrival: message.arrival)
        }
        let edits = edits
        guard !edits.isEmpty else { return message }
        var bytes: [UInt8] = []
        var place = 0
        for edit in edits.sorted(by: { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }) {
            guard edit.range.lowerBound >= place else { continue }
            bytes += message.bytes[place..<edit.range.lowerBound]
            bytes += edit.bytes
            place = edit.range.upperBound
        }
        bytes += message.bytes[place...]
        var changed = parser.parse(bytes)
        changed.envelope = message.envelope
        changed.hops = Route.hops(of: changed, boundary: boundary)
        changed.arrival = message.arrival
        return changed
    }

    /// A mail that says what a text says; its subject is the text's beginning.
    private static func mail(of text: Message, _ parser: MailParser) -> Message {
        let words = String(decoding: text.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).prefix(6).joined(separator: " ")
        var writer = FieldWriter()
        writer.unstructured("From", "desk@post.example")
        writer.unstructured("To", "reader@home.example")
        writer.unstructured("Subject", words)
        writer.unstructured("Date", "Thu, 12 Nov 2026 09:00:00 +0000")
        writer.unstructured("Message-ID", "<1.2026@post.example>")
        writer.unstructured("Content-Type", "text/plain; charset=utf-8")
        var message = parser.parse(writer.bytes + [13, 10] + text.bytes)
        message.envelope = text.envelope
        message.arrival = text.arrival
        return message
    }
}

// The way back: pieces of the original bytes are replaced.
extension Draft {
    private struct Edit {
        var range: Range<Int>
        var bytes: [UInt8]
    }

    private var edits: [Edit] {
        var edits: [Edit] = []
        let lineEnd = lineEnd
        let start = message.ownHeaders.first.map { Int($0.name.start) } ?? 0
        var front: [UInt8] = fields.flatMap { Draft.field($0.name, $0.value) + lineEnd }
        if subject != originalSubject {
            if let field = message.header(.subject) {
                edits.append(Edit(range: Int(field.name.start)..<Int(field.body.end), bytes: Draft.field("Subject", subject)))
            } else {
                front += Draft.field("Subject", subject) + lineEnd
            }
        }
        for (body, original) in zip(bodies, originalBodies) where body != original {
            let part = message.parts[body.part]
            let text = body.text.utf8.flatMap { $0 == 10 ? lineEnd : [$0] }
            edits.append(Edit(range: part.body.range, bytes: text + lineEnd))
            var hasType = false
            for index in part.headers.range where message.headers.indices.contains(index) {
                let field = message.headers[index]
                guard field.known == .contentType || field.known == .contentTransferEncoding else { continue }
                hasType = hasType || field.known == .contentType
                let value = field.known == .contentType ? Draft.type(of: body) : " 8bit"
                edits.append(Edit(range: field.body.range, bytes: Array(value.utf8)))
            }
            if !hasType, part.depth == 0 { front += Array("Content-Type:\(Draft.type(of: body))".utf8) + lineEnd }
        }
        if !front.isEmpty { edits.append(Edit(range: start..<start, bytes: front)) }
        return edits
    }

    private static func type(of body: Body) -> String { body.isHTML ? " text/html; charset=utf-8" : " text/plain; charset=utf-8" }

    /// A header field without its line end.
    private static func field(_ name: String, _ value: String) -> [UInt8] {
        var writer = FieldWriter()
        writer.unstructured(name, value)
        return writer.bytes.reversed().drop { $0 == 13 || $0 == 10 }.reversed()
    }

    private var lineEnd: [UInt8] { message.bytes.prefix(2000).contains(13) ? [13, 10] : [10] }
}
