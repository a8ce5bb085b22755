/// Finds the fields and the body of a mail.
struct RawMailReader {
    /// For how many fields there is room at the start.
    private static let usualFields = 32

    private(set) var lineEnds = RawMail.LineEnds.crlf
    private(set) var fields: [RawMail.Field] = []
    private(set) var body: Range<Int>

    init(_ bytes: [UInt8]) {
        body = bytes.count..<bytes.count
        let span = bytes.span
        let feed = ByteRuns.lineFeed(in: span, from: 0, to: span.count)
        if feed < span.count, feed == 0 || span[feed - 1] != 0x0D { lineEnds = .lineFeed }
        fields.reserveCapacity(RawMailReader.usualFields)
        read(span)
    }

    private mutating func read(_ span: Span<UInt8>) {
        var index = RawMailReader.isEnvelopeLine(span) ? line(at: 0, in: span).next : 0
        while index < span.count {
            let (end, next) = line(at: index, in: span)
            guard end > index else {
                body = next..<span.count
                return
            }
            if span[index] == 0x20 || span[index] == 0x09 {
                // A line that continues nothing is passed over.
                if let last = fields.indices.last { fields[last].body = fields[last].body.lowerBound..<end }
            } else if let (name, colon) = RawMailReader.name(at: index, to: end, in: span) {
                fields.append(RawMail.Field(name: name, body: (colon + 1)..<end))
            } else if !isField(at: next, in: span) {
                // The body has begun without a blank line before it.
                body = index..<span.count
                return
            }
            index = next
        }
    }

    /// Where a line's text ends, and where the next line begins.
    private func line(at start: Int, in bytes: Span<UInt8>) -> (end: Int, next: Int) {
        var index = start
        while true {
            index = ByteRuns.lineFeed(in: bytes, from: index, to: bytes.count)
            guard index < bytes.count else { return (bytes.count, bytes.count) }
            if index > start, bytes[index - 1] == 0x0D { return (index - 1, index + 1) }
            if lineEnds == .lineFeed { return (index, index + 1) }
            index += 1
        }
    }

    private func isField(at start: Int, in bytes: Span<UInt8>) -> Bool {
        guard start < bytes.count else { return false }
        return RawMailReader.name(at: start, to: line(at: start, in: bytes).end, in: bytes) != nil
    }

    /// The line that stands before a mail in a mailbox file.
    private static func isEnvelopeLine(_ bytes: Span<UInt8>) -> Bool {
        let start = bytes.count > 0 && bytes[0] == UInt8(ascii: ">") ? 1 : 0
        guard bytes.count >= start + 6 else { return false }
        for (offset, byte) in "From ".utf8.enumerated() where bytes[start + offset] != byte { return false }
        return bytes[start + 5] != UInt8(ascii: ":")
    }

    /// The name of the field that a line begins with, and where the colon behind it stands (RFC 5322 section 2.2, 4.5.8 for blanks).
    private static func name(at start: Int, to end: Int, in bytes: Span<UInt8>) -> (Range<Int>, Int)? {
        var index = start
        while index < end, bytes[index] > 0x20, bytes[index] < 0x7F, bytes[index] != UInt8(ascii: ":") { index += 1 }
        guard index > start else { return nil }
        let name = start..<index
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index < end && bytes[index] == UInt8(ascii: ":") ? (name, index) : nil
    }
}
