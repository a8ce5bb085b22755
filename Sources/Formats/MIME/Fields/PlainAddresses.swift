// The short way through an address field: lists of mailboxes written as the rules ask, which is nearly all of them. Whatever is odd -
// groups, routes, 8-bit, encoded words, comments in the midst, a missing bracket - is left to `AddressReading`, and so is every defect.

import Messages

/// One pass over an address field in good form. What it gives is what `AddressReading` gives of the same field.
struct PlainAddresses {
    private var index: Int
    private let end: Int

    /// Appends the mailboxes of a range that lies inside the span; when the field is not plain, appends nothing and says so.
    static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to mailboxes: inout [Mailbox]) -> Bool {
        let origin = mailboxes.count
        var reading = PlainAddresses(index: range.lowerBound, end: range.upperBound)
        while reading.index < reading.end {
            guard mailboxes.count - origin < FieldLimits.mailboxes, let mailbox = reading.mailbox(bytes) else {
                mailboxes.removeLast(mailboxes.count - origin)
                return false
            }
            mailboxes.append(mailbox)
        }
        return true
    }

    private init(index: Int, end: Int) {
        self.index = index
        self.end = end
    }

    /// Reads one mailbox and the comma after it; nothing when it is not plain.
    private mutating func mailbox(_ bytes: Span<UInt8>) -> Mailbox? {
        skipSpace(bytes)
        let start = index
        var name = start..<start
        var found = address(bytes)
        if found == nil {
            index = start
            guard let shown = displayName(bytes), index < end, bytes[index] == 60 else { return nil }
            name = shown
            index += 1
            found = address(bytes)
            guard index < end, bytes[index] == 62 else { return nil }
            index += 1
        }
        guard let (local, domain) = found else { return nil }
        var last = index
        skipSpace(bytes)
        var comment = start..<start
        if index < end, bytes[index] == 40 {
            guard let inside = self.comment(bytes) else { return nil }
            comment = inside
            last = index
            skipSpace(bytes)
        }
        guard index == end || bytes[index] == 44 else { return nil }
        index = min(index + 1, end)
        return Mailbox(
            displayName: PlainAddresses.text(bytes, name), local: PlainAddresses.text(bytes, local),
            domain: PlainAddresses.lowercasedText(bytes, domain), comment: PlainAddresses.text(bytes, comment),
            source: ByteRange(start, last))
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while index < end, FieldBytes.isSpace(bytes[index]) { index += 1 }
    }

    /// Reads `local@host` without quotes, white space or comments.
    private mutating func address(_ bytes: Span<UInt8>) -> (local: Range<Int>, domain: Range<Int>)? {
        let start = index
        while index < end, PlainAddresses.isLocal(bytes[index]) { index += 1 }
        guard index > start, index < end, bytes[index] == 64 else { return nil }
        let at = index
        index += 1
        while index < end, PlainAddresses.isHost(bytes[index]) { index += 1 }
        guard index > at + 1, bytes[index - 1] != 46 else { return nil }
        return (start..<at, at + 1..<index)
    }

    /// Reads one quoted string, or words with one space between, and the white space behind; nothing at all is a name too.
    private mutating func displayName(_ bytes: Span<UInt8>) -> Range<Int>? {
        let start = index
        if index < end, bytes[index] == 34 {
            index += 1
            while index < end, PlainAddresses.isQuoted(bytes[index]) { index += 1 }
            let close = index
            guard close < end, bytes[close] == 34 else { return nil }
            index += 1
            skipSpace(bytes)
            return start + 1..<close
        }
        while index < end {
            let wordStart = index
            while index < end, PlainAddresses.isLocal(bytes[index]) { index += 1 }
            guard index > wordStart else { break }
            let wordEnd = index
            skipSpace(bytes)
            if index < end, bytes[index] == 60 { return start..<wordEnd }
            guard index == wordEnd + 1, bytes[wordEnd] == 32 else { return nil }
        }
        return index == start ? start..<start : nil
    }

    /// Reads a comment without any inside it; gives what it says, without white space at its ends.
    private mutating func comment(_ bytes: Span<UInt8>) -> Range<Int>? {
        let start = index + 1
        index = start
        while index < end, PlainAddresses.isComment(bytes[index]) { index += 1 }
        guard index < end, bytes[index] == 41 else { return nil }
        index += 1
        return FieldBytes.trimmed(bytes, ByteRange(start, index - 1))
    }
}

// What may stand where: less than the rules allow, so that whatever stands there means itself.
extension PlainAddresses {
    /// A byte of a local part or of a word in a display name. An encoded word would begin with an equals sign.
    @inline(__always)
    private static func isLocal(_ byte: UInt8) -> Bool {
        FieldBytes.isAtomText(byte) && byte != 61 || byte == 46
    }

    /// A byte of a host name.
    @inline(__always)
    private static func isHost(_ byte: UInt8) -> Bool {
        FieldBytes.isLetter(byte) || FieldBytes.isDigit(byte) || byte == 45 || byte == 46 || byte == 95
    }

    /// A byte of a quoted display name: printable, and neither quote, backslash, equals sign nor at sign.
    @inline(__always)
    private static func isQuoted(_ byte: UInt8) -> Bool {
        byte >= 32 && byte < 127 && byte != 34 && byte != 92 && byte != 61 && byte != 64
    }

    /// A byte of a comment: printable, and neither parenthesis, backslash nor equals sign.
    @inline(__always)
    private static func isComment(_ byte: UInt8) -> Bool {
        byte >= 32 && byte < 127 && byte != 40 && byte != 41 && byte != 92 && byte != 61
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        range.isEmpty ? "" : FieldBytes.text(bytes, range)
    }

    private static func lowercasedText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        for index in range where bytes[index] &- 65 < 26 {
            var lowered: [UInt8] = []
            FieldBytes.append(bytes, range, to: &lowered)
            for place in lowered.indices { lowered[place] = FieldBytes.lower(lowered[place]) }
            return String(decoding: lowered, as: UTF8.self)
        }
        return text(bytes, range)
    }
}
