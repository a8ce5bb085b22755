// The words of a mailbox as values: names decoded, addresses freed of what does not belong to them.

import Messages

extension AddressReading {
    /// The text of tokens as a name; comments among them go to `comment`.
    mutating func phrase(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String {
        text.removeAll(keepingCapacity: true)
        var isAfterComment = false
        for token in tokens[range] {
            if token.kind == .comment {
                note(comment: token, bytes)
                isAfterComment = true
                continue
            }
            if !text.isEmpty, token.isSpaced || isAfterComment { text.append(32) }
            isAfterComment = false
            if token.kind == .quoted {
                FieldTokens.appendUnquoted(bytes, token.inside, to: &text)
            } else {
                FieldBytes.append(bytes, token.range, to: &text)
            }
        }
        if text.last == 44, tokens[range].last?.kind == .comma { text.removeLast() }
        return text.isEmpty ? "" : readable(text)
    }

    /// The same bytes for people: encoded words decoded, folds removed.
    mutating func readable(_ raw: [UInt8]) -> String {
        let span = raw.span
        if UnstructuredText.isPlain(span, 0..<span.count) { return String(decoding: raw, as: UTF8.self) }
        decoded.removeAll(keepingCapacity: true)
        let start = defects.count
        UnstructuredText.decode(span, 0..<span.count, into: &decoded, defects: &defects, decoder: &decoder)
        // The decoder counted from the start of the copy; the mailbox's own place is what a reader can find.
        let offset = position < tokens.count ? tokens[position].start : tokens.last?.start ?? 0
        for index in start..<defects.count { defects[index].offset = offset }
        return String(decoding: decoded, as: UTF8.self)
    }

    private mutating func note(comment token: FieldToken, _ bytes: Span<UInt8>) {
        if !comment.isEmpty { comment.append(32) }
        FieldTokens.appendUnquoted(bytes, FieldBytes.trimmed(bytes, ByteRange(token.inside)), to: &comment)
    }

    /// The local part and the domain of an address; the last `@` parts them.
    mutating func address(_ range: Range<Int>, _ bytes: Span<UInt8>) -> (local: String, domain: String) {
        guard let at = tokens[range].lastIndex(where: { $0.kind == .at }) else {
            let local = phrase(range, bytes)
            let offset = tokens[max(0, range.lowerBound - 1)].start
            defects.note(local.isEmpty ? .addressEmpty : .addressWithoutDomain, at: offset)
            return (local, "")
        }
        join(range.lowerBound..<at, bytes)
        let local = String(decoding: text, as: UTF8.self)
        join(at + 1..<range.upperBound, bytes)
        if let space = text.firstIndex(of: 32), text.first != 91 {
            defects.note(.addressMalformed, at: tokens[at].end)
            text.removeSubrange(space...)
        }
        if text.last == 46 || tokens[range].contains(where: { $0.kind == .comma }) { defects.note(.addressMalformed, at: tokens[at].end) }
        while text.last == 46 { text.removeLast() }
        if text.isEmpty { defects.note(.addressWithoutDomain, at: tokens[at].start) }
        for index in text.indices { text[index] = FieldBytes.lower(text[index]) }
        return (local, String(decoding: text, as: UTF8.self))
    }

    /// Puts the text of tokens into `text`; white space and comments beside dots go (RFC 5322 section 4.4).
    private mutating func join(_ range: Range<Int>, _ bytes: Span<UInt8>) {
        text.removeAll(keepingCapacity: true)
        var isAfterComment = false
        for token in tokens[range] {
            if token.kind == .comment {
                note(comment: token, bytes)
                isAfterComment = true
                continue
            }
            if token.kind == .at { defects.note(.addressManyAts, at: token.start) }
            if !text.isEmpty, token.isSpaced || isAfterComment, text.last != 46, bytes[token.start] != 46 { text.append(32) }
            isAfterComment = false
            if token.kind == .quoted {
                FieldTokens.appendUnquoted(bytes, token.inside, to: &text)
            } else {
                FieldBytes.append(bytes, token.range, to: &text)
            }
        }
    }
}
