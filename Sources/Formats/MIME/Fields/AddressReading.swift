// The reading half of `Addresses`: which tokens make a mailbox, and which of them its name, address and comment.

import Messages

/// One pass over the tokens of an address field.
struct AddressReading {
    var mailboxes: [Mailbox] = []
    var groups: [String] = []
    var defects: [Defect] = []
    /// The caller's, while the reading goes on.
    var decoder = CharsetDecoder()
    let tokens: [FieldToken]
    var position = 0
    var group: String?
    var text: [UInt8] = []
    var decoded: [UInt8] = []
    var comment: [UInt8] = []

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        tokens = FieldTokens(bytes, range, defects: &defects).tokens
    }

    mutating func run(_ bytes: Span<UInt8>) {
        while position < tokens.count {
            switch tokens[position].kind {
            case .comma: position += 1
            case .semicolon:
                group = nil
                position += 1
            default: item(bytes)
            }
        }
    }

    /// Reads one group head or one mailbox, and moves behind it.
    private mutating func item(_ bytes: Span<UInt8>) {
        let first = position
        var index = first
        var hasAt = false
        var commas = 0
        while index < tokens.count {
            switch tokens[index].kind {
            case .comma:
                guard !hasAt, commas < 2, let next = nameGoesOn(after: index) else {
                    return bare(first..<index, bytes)
                }
                defects.note(.addressUnquotedComma, at: tokens[index].start)
                commas = 2
                index = next
                continue
            case .semicolon: return bare(first..<index, bytes)
            case .colon where !hasAt:
                if isMailto(first..<index, bytes) {
                    defects.note(.addressMalformed, at: tokens[first].start)
                    position = index + 1
                    return
                }
                return open(group: first..<index, bytes)
            case .at: hasAt = true
            case .open:
                if let next = laterBracket(after: index) {
                    index = next
                    continue
                }
                return angle(first, index, bytes)
            default: break
            }
            index += 1
        }
        bare(first..<index, bytes)
    }

    /// After a comma without an address before it: the index of the bracket that shows it was part of a name.
    ///
    /// Looks over two commas at most (`Doe, John, Jr. <...>`), so that a list of bare names costs linear time.
    private func nameGoesOn(after comma: Int) -> Int? {
        var commas = 1
        var words = 0
        var index = comma + 1
        while index < tokens.count {
            switch tokens[index].kind {
            case .atom, .quoted: words += 1
            // A bracket right behind the first comma too: `Shop, <news@shop.example>` has a slip in it, not a second sender.
            case .open: return words > 0 || commas == 1 ? index : nil
            case .comma:
                commas += 1
                guard commas < 3, words > 0 else { return nil }
                words = 0
            case .comment: break
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// For a bracket without `@` inside: the next bracket of the same mailbox, which then holds the address.
    private func laterBracket(after open: Int) -> Int? {
        var index = open + 1
        var isClosed = false
        while index < tokens.count {
            switch tokens[index].kind {
            case .at, .comma, .semicolon: return nil
            case .close: isClosed = true
            case .open: return isClosed || index > open + 1 ? index : nil
            default: break
            }
            index += 1
        }
        return nil
    }

    private func isMailto(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        guard range.count == 1, let token = tokens[range].first, let word = ShortWord(bytes, token.range) else { return false }
        return word == AddressReading.mailto
    }

    private static let mailto = ShortWord("mailto")

    private mutating func open(group range: Range<Int>, _ bytes: Span<UInt8>) {
        if group != nil { defects.note(.addressNestedGroup, at: tokens[range.upperBound].start) }
        comment.removeAll(keepingCapacity: true)
        let name = phrase(range, bytes)
        position = range.upperBound + 1
        if groups.count < FieldLimits.mailboxes { groups.append(name) }
        group = name
    }
}

// The three shapes of a mailbox.
extension AddressReading {
    /// `name <address> name`: the bracket is at `open`.
    private mutating func angle(_ first: Int, _ open: Int, _ bytes: Span<UInt8>) {
        comment.removeAll(keepingCapacity: true)
        if first == open, first > 0, ![.comma, .semicolon, .colon].contains(tokens[first - 1].kind) {
            defects.note(.addressMissingComma, at: tokens[first].start)
        }
        var start = open + 1
        while start < tokens.count, tokens[start].kind == .open {
            defects.note(.addressDoubledBrackets, at: tokens[start].start)
            start += 1
        }
        start = skipRoute(from: start)
        if start + 1 < tokens.count, tokens[start + 1].kind == .colon, isMailto(start..<start + 1, bytes) { start += 2 }
        let end = insideEnd(from: start)
        var after = end
        if end < tokens.count, tokens[end].kind == .close {
            after = end + 1
            while after < tokens.count, tokens[after].kind == .close { after += 1 }
        } else {
            defects.note(.addressUnclosed, at: tokens[open].start)
        }
        var last = after
        while last < tokens.count, ![.comma, .semicolon, .open].contains(tokens[last].kind) { last += 1 }
        // In this order, so that comments come out as written.
        var name = phrase(first..<open, bytes)
        let (local, domain) = address(start..<end, bytes)
        if last > after {
            let rest = phrase(after..<last, bytes)
            // What is left of an encoded word that took the bracket into itself says nothing.
            if !rest.isEmpty, rest != "?=" { name = name.isEmpty ? rest : name + " " + rest }
        }
        if name.utf8.contains(64) { defects.note(.addressInDisplayName, at: tokens[first].start) }
        add(name, local, domain, first..<last)
    }

    /// Past an obsolete route (`@relay,@relay:`), when one begins here and ends in a colon.
    private mutating func skipRoute(from start: Int) -> Int {
        guard start < tokens.count, tokens[start].kind == .at else { return start }
        var index = start
        while index < tokens.count, ![.open, .close, .semicolon].contains(tokens[index].kind) {
            if tokens[index].kind == .colon {
                defects.note(.addressRoute, at: tokens[start].start)
                return index + 1
            }
            index += 1
        }
        return start
    }

    /// Where the inside of a bracket ends: at its close, or where another mailbox must have begun.
    private func insideEnd(from start: Int) -> Int {
        var index = start
        var hasAt = false
        while index < tokens.count {
            switch tokens[index].kind {
            case .close, .open: return index
            case .semicolon where group != nil: return index
            case .comma where hasAt:
                guard isSlip(index) else { return index }
            case .at: hasAt = true
            default: break
            }
            index += 1
        }
        return index
    }

    /// Whether a comma in a bracket stands for a dot: one word and the closing bracket follow it (`<a@b,com>`).
    private func isSlip(_ comma: Int) -> Bool {
        comma + 2 < tokens.count && tokens[comma + 1].kind == .atom && !tokens[comma + 1].isSpaced && tokens[comma + 2].kind == .close
    }

    /// A mailbox without brackets, or words without an address.
    private mutating func bare(_ range: Range<Int>, _ bytes: Span<UInt8>) {
        comment.removeAll(keepingCapacity: true)
        position = range.upperBound
        guard let at = tokens[range].lastIndex(where: { $0.kind == .at }) else { return words(range, bytes) }
        var first = wordBefore(at, range) ?? at
        while let previous = wordBefore(first, range), isJoined(previous, first, bytes) { first = previous }
        var last = wordAfter(at, range) ?? at
        while let next = wordAfter(last, range), isJoined(last, next, bytes) { last = next }
        let end = last + 1
        var name = phrase(range.lowerBound..<first, bytes)
        let (local, domain) = address(first..<end, bytes)
        let rest = phrase(end..<range.upperBound, bytes)
        if !rest.isEmpty { name = name.isEmpty ? rest : name + " " + rest }
        if !name.isEmpty { defects.note(.addressWithoutBrackets, at: tokens[first].start) }
        if name.utf8.contains(64) { defects.note(.addressInDisplayName, at: tokens[range.lowerBound].start) }
        add(name, local, domain, range)
    }

    /// Whether two words are one text: nothing between them, or only white space and comments beside a dot or an `@`.
    private func isJoined(_ left: Int, _ right: Int, _ bytes: Span<UInt8>) -> Bool {
        if tokens[left].kind == .at || tokens[right].kind == .at { return true }
        if left + 1 == right, !tokens[right].isSpaced { return true }
        return bytes[tokens[left].end - 1] == 46 || bytes[tokens[right].start] == 46
    }

    private func wordBefore(_ index: Int, _ range: Range<Int>) -> Int? {
        tokens[range.lowerBound..<index].lastIndex { $0.kind != .comment }
    }

    private func wordAfter(_ index: Int, _ range: Range<Int>) -> Int? {
        tokens[index + 1..<range.upperBound].firstIndex { $0.kind != .comment }
    }

    private mutating func words(_ range: Range<Int>, _ bytes: Span<UInt8>) {
        var count = 0
        var isWord = true
        for token in tokens[range] where token.kind != .comment {
            count += 1
            if token.kind != .atom { isWord = false }
        }
        guard count > 0 else { return }
        let name = phrase(range, bytes)
        if count == 1, isWord {
            defects.note(.addressWithoutDomain, at: tokens[range.lowerBound].start)
            add("", name, "", range)
        } else {
            defects.note(.addressMissing, at: tokens[range.lowerBound].start)
            add(name, "", "", range)
        }
    }

    private mutating func add(_ name: String, _ local: String, _ domain: String, _ range: Range<Int>) {
        position = range.upperBound
        guard mailboxes.count < FieldLimits.mailboxes else {
            defects.note(.addressTooMany, at: tokens[range.lowerBound].start)
            position = tokens.count
            return
        }
        let said = comment.isEmpty ? "" : readable(comment)
        let source = ByteRange(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
        mailboxes.append(Mailbox(displayName: name, local: local, domain: domain, comment: said, group: group, source: source))
    }
}
