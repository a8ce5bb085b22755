// Splits mailbox files (RFC 4155 and its older kinds) into messages. The file comes from somebody's disk, its messages from anybody: a body may
// hold lines that look like separators, and a Content-Length may lie.

/// A mailbox file of any of the four kinds, cut into messages without reading it as a whole.
///
/// Bytes are handed over piece by piece; a message is given as a range of them once it is known to be complete.
public struct MailboxFile: Sendable {
    /// How a mailbox file keeps body lines that look like separators apart from separators.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Lines that begin with `From ` are written as `>From `; what was `>From ` before cannot be told.
        case mboxo
        /// Lines of `>` signs and `From ` get one more `>`.
        case mboxrd
        /// As mboxo, and a Content-Length says how long each body is.
        case mboxcl
        /// A Content-Length says how long each body is, and nothing is quoted.
        case mboxcl2
    }

    /// One message of the file.
    public struct Entry: Sendable, Hashable {
        /// The `From ` line, without its line end; empty when the message has none.
        public var separator: Range<Int>
        /// The message, header and body, without the blank line before the next separator.
        public var message: Range<Int>
        /// Whether some line of the body is quoted, so that `unquote` would change it.
        public var isQuoted: Bool
        /// Where the next message begins.
        public var next: Int
    }

    /// The kind of the file.
    public let kind: Kind

    /// A reader of files of this kind.
    public init(kind: Kind) {
        self.kind = kind
    }

    /// Whether bytes are a mailbox file: they begin, blank lines aside, with a separator.
    public static func isMailbox(_ bytes: Span<UInt8>) -> Bool {
        let start = firstLine(bytes)
        return isSeparator(bytes, at: start)
    }

    /// The kind that the bytes at a file's start look like; nothing when they are no mailbox file, or when more bytes have to be seen, unless
    /// they are the last ones.
    ///
    /// Looks at no more than the first mebibyte, and no further than the first message, so that how many bytes are at hand makes no difference.
    /// Without a sign of another kind it is mboxrd, whose quoting undoes that of mboxo too.
    public static func kind(of bytes: Span<UInt8>, isLast: Bool = true) -> Kind? {
        guard isMailbox(bytes) else { return nil }
        let end = min(bytes.count, 1 << 20)
        let sample = bytes.extracting(0..<end)
        let reader = MailboxFile(kind: .mboxcl2)
        switch reader.lengthEntry(sample, from: firstLine(sample), isLast: isLast && end == bytes.count) {
        case .entry(let entry): return entry.isQuoted ? .mboxcl : .mboxcl2
        case .nothing: return .mboxrd
        case .unfinished: return isLast || end < bytes.count ? .mboxrd : nil
        }
    }

    /// The message that begins at `start`; nothing when the bytes end before it does, unless they are the last ones.
    ///
    /// Call again from `Entry.next`; when nothing comes, hand over more bytes, from `start` on. A caller that doubles its window each time
    /// keeps the whole work linear.
    public func entry(in bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Entry? {
        var start = max(0, start)
        while start < bytes.count, bytes[start] == 10 || bytes[start] == 13 { start += 1 }
        guard start < bytes.count else { return nil }
        if kind == .mboxcl || kind == .mboxcl2 {
            switch lengthEntry(bytes, from: start, isLast: isLast) {
            case .entry(let entry): return entry
            case .unfinished: return nil
            case .nothing: break
            }
        }
        return separatorEntry(bytes, from: start, isLast: isLast)
    }

    /// Appends a message's bytes as they were before they were put into the file.
    public func unquote(_ bytes: Span<UInt8>, _ entry: Entry, into output: inout [UInt8]) {
        guard entry.isQuoted, kind != .mboxcl2 else {
            TransferDecoding.append(bytes, from: entry.message.lowerBound, to: entry.message.upperBound, to: &output)
            return
        }
        var copied = entry.message.lowerBound
        var index = copied
        let end = min(entry.message.upperBound, bytes.count)
        while index < end {
            if bytes[index] == UInt8(ascii: ">"), isQuotedLine(bytes, at: index, before: end) {
                TransferDecoding.append(bytes, from: copied, to: index, to: &output)
                copied = index + 1
            }
            index = bytes.offset(of: 10, from: index, to: end) + 1
        }
        TransferDecoding.append(bytes, from: copied, to: end, to: &output)
    }

    private func isQuotedLine(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Bool {
        var index = start
        while index < end, bytes[index] == UInt8(ascii: ">") { index += 1 }
        guard index > start, kind == .mboxrd || index == start + 1 else { return false }
        return MailboxFile.beginsWithFrom(bytes, at: index)
    }

    private func separatorEntry(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Entry? {
        // A line that the bytes cut off is not judged by its beginning.
        if !isLast, !MailboxFile.hasWholeLine(bytes, at: start) { return nil }
        var messageStart = start
        var separator = start..<start
        if MailboxFile.isSeparator(bytes, at: start) {
            let stop = bytes.offset(of: 10, from: start, to: bytes.count)
            guard stop < bytes.count || isLast else { return nil }
            separator = start..<MailboxFile.withoutReturn(bytes, stop, after: start)
            messageStart = min(stop + 1, bytes.count)
        }
        var isQuoted = false
        var index = messageStart
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "F"), index > messageStart, MailboxFile.isSeparator(bytes, at: index),
                MailboxFile.isBlankLine(bytes, before: index)
            {
                if !isLast, !MailboxFile.hasWholeLine(bytes, at: index) { return nil }
                let end = MailboxFile.endBeforeBlankLine(bytes, before: index, after: messageStart)
                return Entry(separator: separator, message: messageStart..<end, isQuoted: isQuoted, next: index)
            }
            if byte == UInt8(ascii: ">"), !isQuoted { isQuoted = isQuotedLine(bytes, at: index, before: bytes.count) }
            index = bytes.offset(of: 10, from: index, to: bytes.count) + 1
        }
        guard isLast else { return nil }
        return Entry(separator: separator, message: messageStart..<bytes.count, isQuoted: isQuoted, next: bytes.count)
    }

    /// What a Content-Length tells.
    private enum LengthEntry {
        case entry(Entry)
        /// The message may end where it says, beyond the bytes at hand.
        case unfinished
        /// There is none, or no separator follows where it says.
        case nothing
    }

    /// The message as its Content-Length tells it. What it tells must not depend on how many bytes are at hand: they end anywhere.
    private func lengthEntry(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> LengthEntry {
        let beyond: LengthEntry = isLast ? .nothing : .unfinished
        if !isLast, !MailboxFile.hasWholeLine(bytes, at: start) { return .unfinished }
        guard MailboxFile.isSeparator(bytes, at: start) else { return .nothing }
        let stop = bytes.offset(of: 10, from: start, to: bytes.count)
        let messageStart = min(stop + 1, bytes.count)
        var length = -1
        var index = messageStart
        while index < bytes.count, bytes[index] != 10, bytes[index] != 13 {
            let lineStop = bytes.offset(of: 10, from: index, to: bytes.count)
            if index + 15 < lineStop, bytes.matches(lowercase: "content-length:", from: index, to: index + 15) {
                length = MailboxFile.number(bytes, from: index + 15, to: lineStop)
            }
            index = lineStop + 1
        }
        let bodyStart = bytes.offset(of: 10, from: index, to: bytes.count) + 1
        guard bodyStart <= bytes.count else { return beyond }
        guard length >= 0 else { return .nothing }
        guard length <= bytes.count - bodyStart else { return beyond }
        let end = bodyStart + length
        var next = end
        while next < bytes.count, bytes[next] == 10 || bytes[next] == 13 { next += 1 }
        if !isLast, !MailboxFile.hasWholeLine(bytes, at: next) { return .unfinished }
        guard next == bytes.count ? isLast : MailboxFile.isSeparator(bytes, at: next) else { return .nothing }
        var isQuoted = false
        index = bodyStart
        while kind == .mboxcl || kind == .mboxcl2, index < end, !isQuoted {
            if bytes[index] == UInt8(ascii: ">") { isQuoted = isQuotedLine(bytes, at: index, before: end) }
            index = bytes.offset(of: 10, from: index, to: end) + 1
        }
        let separator = start..<MailboxFile.withoutReturn(bytes, stop, after: start)
        return .entry(Entry(separator: separator, message: messageStart..<end, isQuoted: isQuoted, next: next))
    }
}

extension MailboxFile {
    /// The longest line that can be a separator; so a long line is not read again and again.
    private static let separatorBytes = 1024

    /// Whether the line at a place ends within the bytes, or is longer than any separator.
    private static func hasWholeLine(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        let limit = min(bytes.count, start + separatorBytes)
        return limit == start + separatorBytes || bytes.offset(of: 10, from: start, to: limit) < limit
    }

    private static func firstLine(_ bytes: Span<UInt8>) -> Int {
        var start = 0
        while start < bytes.count, bytes[start] == 10 || bytes[start] == 13 { start += 1 }
        return start
    }

    private static func beginsWithFrom(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index + 5 <= bytes.count && bytes[index] == UInt8(ascii: "F") && bytes.matches(lowercase: "from ", from: index, to: index + 5)
    }

    /// Whether a line is `From `, an address, and a date with a time of day: text seldom is, and every writer of mailboxes writes it.
    private static func isSeparator(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard beginsWithFrom(bytes, at: start) else { return false }
        let limit = min(bytes.count, start + separatorBytes)
        let stop = bytes.offset(of: 10, from: start, to: limit)
        guard stop < limit || limit == bytes.count else { return false }
        var index = start + 5
        while index + 4 < stop {
            if bytes[index] == UInt8(ascii: ":"), bytes[index - 1] &- 48 < 10, bytes[index + 1] &- 48 < 10, bytes[index + 2] &- 48 < 10 {
                return true
            }
            index += 1
        }
        return false
    }

    private static func withoutReturn(_ bytes: Span<UInt8>, _ stop: Int, after start: Int) -> Int {
        stop > start && bytes[stop - 1] == 13 ? stop - 1 : stop
    }

    /// Whether the line before the one at `index` is blank.
    private static func isBlankLine(_ bytes: Span<UInt8>, before index: Int) -> Bool {
        guard index >= 2, bytes[index - 1] == 10 else { return false }
        return bytes[index - 2] == 10 || (index >= 3 && bytes[index - 2] == 13 && bytes[index - 3] == 10)
    }

    private static func endBeforeBlankLine(_ bytes: Span<UInt8>, before index: Int, after start: Int) -> Int {
        let end = bytes[index - 2] == 13 ? index - 2 : index - 1
        return max(start, end)
    }

    /// A decimal number with white space around it; -1 when it is none or too large for any file.
    private static func number(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, isBlank(bytes[index]) { index += 1 }
        var value = -1
        while index < end, bytes[index] &- 48 < 10 {
            value = max(0, value) * 10 + Int(bytes[index] - 48)
            if value > 1 << 48 { return -1 }
            index += 1
        }
        while index < end, isBlank(bytes[index]) || bytes[index] == 13 { index += 1 }
        return index == end ? value : -1
    }
}
