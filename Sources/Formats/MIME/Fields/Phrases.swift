// Keywords and other lists of phrases (RFC 5322 section 3.6.5).

public import Messages

/// The phrases of a comma-separated list.
public struct Phrases: Sendable, Hashable {
    /// The phrases in order, decoded; empty ones left out.
    public private(set) var phrases: [String] = []
    /// What is wrong with the field.
    public private(set) var defects: [Defect] = []

    /// Reads the body of a field of phrases. Commas inside quoted strings and encoded words part nothing.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    ///   - decoder: keeps open what charsets need, for the next field.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange, decoder: inout CharsetDecoder) {
        let tokens = FieldTokens(bytes, FieldBytes.trimmed(bytes, range), defects: &defects).tokens
        var text: [UInt8] = []
        for token in tokens {
            switch token.kind {
            case .comma: add(&text, at: token.start, &decoder)
            case .comment: continue
            case .quoted:
                if !text.isEmpty, token.isSpaced { text.append(32) }
                FieldTokens.appendUnquoted(bytes, token.inside, to: &text)
            default:
                if !text.isEmpty, token.isSpaced { text.append(32) }
                FieldBytes.append(bytes, token.range, to: &text)
            }
        }
        add(&text, at: tokens.last?.end ?? 0, &decoder)
    }

    /// Reads the body of one such field, when there is no other.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var decoder = CharsetDecoder()
        self.init(bytes, range, decoder: &decoder)
    }

    private mutating func add(_ text: inout [UInt8], at offset: Int, _ decoder: inout CharsetDecoder) {
        defer { text.removeAll(keepingCapacity: true) }
        guard !text.isEmpty else { return }
        guard phrases.count < FieldLimits.listItems else { return defects.note(.listTooMany, at: offset) }
        let span = text.span
        var out: [UInt8] = []
        UnstructuredText.decode(span, 0..<span.count, into: &out, defects: &defects, decoder: &decoder)
        phrases.append(String(decoding: out, as: UTF8.self))
    }
}
