// Gives the content of a part: transfer encoding undone, text as UTF-8. The input is not trusted; the output is bounded by the limits.

public import Messages

/// Decodes parts, with scratch and open conversions kept for the next part.
///
/// Made once for a scanner and reused for each message; not shared between tasks.
public struct PartDecoder {
    /// How much a decode gives.
    public var limits: MIMELimits
    /// Decodes the charsets; also of use for the values of header fields.
    public var charsets = CharsetDecoder()
    private var encoded: [UInt8] = []
    private var wrapped: [UInt8] = []

    /// A decoder with these limits.
    public init(limits: MIMELimits = .standard) {
        self.limits = limits
    }

    /// Appends the text of a part as valid UTF-8: transfer encoding undone, charset decoded, flowed lines joined.
    ///
    /// Never fails; what was wrong is told in the result. Line ends stay as they are. Works for parts of any kind, so that a part
    /// that lies about its type can be read as text.
    public mutating func text(of part: Part, in message: Message, into output: inout [UInt8]) -> TextDecoding {
        let source = message.bytes.span
        let body = part.body.range.clamped(to: 0..<source.count)
        let label = source.extracting(part.charset.range.clamped(to: 0..<source.count))
        var decoding: TextDecoding
        var transfer = TransferOutcome()
        let origin = output.count
        let isIdentity = ![.base64, .quotedPrintable, .uuencode].contains(part.encoding)
        var target: [UInt8] = []
        if part.isFlowed {
            target = wrapped
            target.removeAll(keepingCapacity: true)
        } else {
            swap(&target, &output)
        }
        if isIdentity {
            decoding = charsets.decode(source.extracting(body), label: label, into: &target, limit: limits.decodedBytes)
        } else {
            var bytes: [UInt8] = []
            swap(&bytes, &encoded)
            bytes.removeAll(keepingCapacity: true)
            transfer = TransferDecoding.decode(source, part.body, as: part.encoding, into: &bytes, limit: limits.decodedBytes)
            decoding = charsets.decode(bytes.span, label: label, into: &target, limit: limits.decodedBytes)
            if bytes.capacity <= 1 << 20 { swap(&bytes, &encoded) }
        }
        if part.isFlowed {
            FlowedText.unwrap(target.span, deletesSpace: part.deletesSpace, into: &output)
            wrapped = target.capacity > 1 << 20 ? [] : target
            if output.count - origin > limits.decodedBytes {
                decoding.isTruncated = true
                trim(&output, to: origin + limits.decodedBytes)
            }
        } else {
            swap(&target, &output)
        }
        decoding.isTruncated = decoding.isTruncated || transfer.isTruncated
        decoding.defects += transfer.defects
        decoding.describeDefects(at: Int(part.body.start))
        return decoding
    }

    /// Appends the bytes of a part with its transfer encoding undone, at most `limit` of them and never more than the limits allow.
    public mutating func bytes(
        of part: Part, in message: Message, into output: inout [UInt8], limit: Int = .max
    ) -> (isTruncated: Bool, defects: [Defect]) {
        var outcome = TransferDecoding.decode(
            message.bytes.span, part.body, as: part.encoding, into: &output, limit: min(limit, limits.decodedBytes))
        if outcome.isTruncated { outcome.note(.decodedTooLarge, at: Int(part.body.start)) }
        return (outcome.isTruncated, outcome.defects)
    }

    /// The body of a text part that is its own decoded text: nothing encoded, nothing flowed, UTF-8 without NUL and byte order mark.
    ///
    /// Nothing when it has to be decoded, or is longer than the limit.
    public func needsNoDecoding(_ part: Part, in message: Message) -> ByteRange? {
        guard !part.isFlowed, ![.base64, .quotedPrintable, .uuencode].contains(part.encoding) else { return nil }
        let source = message.bytes.span
        let start = Int(part.body.start)
        let end = Int(part.body.end)
        guard end <= source.count, part.body.count <= limits.decodedBytes else { return nil }
        let label = source.extracting(part.charset.range.clamped(to: 0..<source.count))
        let isPlain =
            label.isEmpty || label.matches(lowercase: "utf-8", from: 0, to: label.count)
            || label.matches(lowercase: "us-ascii", from: 0, to: label.count)
            || label.matches(lowercase: "iso-8859-1", from: 0, to: label.count)
            || label.matches(lowercase: "windows-1252", from: 0, to: label.count)
        guard isPlain, source.offset(of: 0, from: start, to: end) == end, source.offset(of: 27, from: start, to: end) == end,
            CharsetDecoder.byteOrderMark(source.extracting(start..<end)).0 == nil
        else { return nil }
        return UTF8Survey(source, from: start, to: end).illFormed == 0 ? part.body : nil
    }

    /// The message inside a part that is itself encoded (`message/rfc822` in base64), parsed on its own; nothing when it is no such part.
    ///
    /// Offsets in the result are those of its own, decoded bytes. The caller counts how deep it goes.
    public mutating func message(in part: Part, of message: Message, parser: MailParser) -> Message? {
        guard part.kind == .message, [.base64, .quotedPrintable, .uuencode].contains(part.encoding) else { return nil }
        var decoded: [UInt8] = []
        _ = bytes(of: part, in: message, into: &decoded)
        return parser.parse(decoded)
    }
}

extension TextDecoding {
    /// Says as defects what the decoding met.
    mutating func describeDefects(at offset: Int) {
        if isTruncated { defects.append(Defect(.decodedTooLarge, at: offset)) }
        if labelIsUnknown { defects.append(Defect(.unknownCharset, at: offset)) }
        if labelIsWrong { defects.append(Defect(.wrongCharset, at: offset)) }
        if illFormed > 0 { defects.append(Defect(.illFormedText, at: offset)) }
        if droppedNulls { defects.append(Defect(.nullInText, at: offset)) }
    }
}
