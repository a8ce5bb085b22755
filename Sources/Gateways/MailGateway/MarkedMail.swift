internal import MIME
internal import Messages

/// A mail with our fields in front, and without those that others wrote in our name; all else is byte for byte as it was.
///
/// Everything above the first empty line is looked at, also behind a line that is no field: readers differ on where such a header ends.
struct MarkedMail {
    /// Which fields are somebody else's, written in our name.
    struct Forgeries {
        /// Whose results of authentication are ours.
        var claimed: TrustBoundary
        /// Above this place our own hosts wrote what claims to be of them.
        var trusted = 0
        /// Whether results are looked at, and not marks alone.
        var includeResults = true
    }

    /// The header, with the empty line that ends it.
    private(set) var header: [UInt8] = []
    /// The rest.
    let body: ArraySlice<UInt8>

    /// The whole mail.
    var bytes: [UInt8] { header + body }

    init(_ mail: [UInt8], fields: [MailMarks.Field], without forgeries: Forgeries) {
        let span = mail.span
        var lines = HeaderLines(span)
        // The line of a mailbox file that stands before a mail stays there.
        var start = lines.envelopeLine(span)
        header.reserveCapacity(min(mail.count, 1 << 16))
        header += mail[..<start]
        for field in fields { MarkedMail.write(field, isLineFeed: lines.endsInLineFeed, into: &header) }
        if !fields.isEmpty, start < mail.count, HeaderLines.isContinuation(mail[start]) {
            // It would go on with the last of our fields, and belongs to none: the mail has no header.
            header += lines.endsInLineFeed ? [0x0A] : [0x0D, 0x0A]
            body = mail[start...]
            return
        }
        while start < mail.count {
            lines.index = start
            let next = lines.nextField(span)
            if lines.isEmptyLine(span, from: start, to: next) {
                header += mail[start..<next]
                start = next
                break
            }
            if !MarkedMail.isForged(mail, from: start, to: next, by: forgeries) { header += mail[start..<next] }
            start = next
        }
        body = mail[start...]
    }

    private static func write(_ field: MailMarks.Field, isLineFeed: Bool, into header: inout [UInt8]) {
        header += field.name
        header.append(0x3A)
        header += isLineFeed ? field.body.filter { $0 != 0x0D } : field.body
        header += isLineFeed ? [0x0A] : [0x0D, 0x0A]
    }

    /// How much of a name is looked at; those that are looked for are shorter.
    private static let nameBytes = 64

    private static func isForged(_ mail: [UInt8], from start: Int, to end: Int, by forgeries: Forgeries) -> Bool {
        guard let colon = mail[start..<end].firstIndex(of: 0x3A) else { return false }
        // Blanks may stand before the colon (RFC 5322 section 4.5.8).
        var nameEnd = colon
        while nameEnd > start, HeaderLines.isContinuation(mail[nameEnd - 1]) { nameEnd -= 1 }
        let name = mail[start..<min(nameEnd, start + nameBytes)].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        if MailMarks.names.contains(name) || MailMarks.prefixes.contains(where: name.starts(with:)) { return true }
        guard forgeries.includeResults, start >= forgeries.trusted, WrittenFields.isResult(name) else { return false }
        return WrittenFields.claims(forgeries.claimed, name, mail.span, ByteRange(colon + 1, end))
    }
}

/// Goes through the lines of a header.
private struct HeaderLines {
    var index = 0
    /// Whether the first line ends in a line feed alone, as lines of files do.
    let endsInLineFeed: Bool

    init(_ bytes: Span<UInt8>) {
        let first = HeaderLines.lineFeed(bytes, from: 0)
        endsInLineFeed = first < bytes.count && (first == 0 || bytes[first - 1] != 0x0D)
    }

    /// Passes over a line; gives where the next begins.
    mutating func next(_ bytes: Span<UInt8>) -> Int {
        index = min(HeaderLines.lineFeed(bytes, from: index) + 1, bytes.count)
        return index
    }

    /// Passes over a field with the lines that continue it; gives where the next begins.
    mutating func nextField(_ bytes: Span<UInt8>) -> Int {
        let isEmpty = isEmptyLine(bytes, from: index, to: next(bytes))
        while !isEmpty, index < bytes.count, HeaderLines.isContinuation(bytes[index]) { _ = next(bytes) }
        return index
    }

    /// Whether nothing but the end of a line stands there.
    func isEmptyLine(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end where bytes[index] != 0x0D && bytes[index] != 0x0A { return false }
        return true
    }

    /// Where the line of a mailbox file ends that a mail begins with (RFC 4155); at the start where there is none.
    func envelopeLine(_ bytes: Span<UInt8>) -> Int {
        let start = bytes.count > 0 && bytes[0] == UInt8(ascii: ">") ? 1 : 0
        guard bytes.count >= start + 6, bytes[start + 5] != UInt8(ascii: ":") else { return 0 }
        for (offset, byte) in "From ".utf8.enumerated() where bytes[start + offset] != byte { return 0 }
        let end = HeaderLines.lineFeed(bytes, from: 0)
        return end < bytes.count ? end + 1 : 0
    }

    /// Whether a line that begins so goes on with the field before it.
    static func isContinuation(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func lineFeed(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return index
    }
}
