// Text: where it ends, and the references in it.

extension HTMLTokenizer {
    /// Data and RCDATA states (sections 13.2.5.1 and 2) and what follows a `<` in them: in data any markup ends the text, in RCDATA
    /// the element's end tag alone. Nothing where what was read makes no token.
    @inline(__always)
    mutating func nextInText(_ input: Span<UInt8>, endsAtMarkup: Bool) -> Kind? {
        if hasPendingReference { return takeReference() }
        var at = position
        while true {
            at = input.first(ASCII.less, or: ASCII.ampersand, from: at)
            guard at < input.count else { return text(to: at) }
            let endsText: Bool
            if input[at] == ASCII.ampersand {
                endsText = readReference(input, at: at)
            } else {
                endsText = endsAtMarkup ? opensMarkup(input, at: at) : isAppropriateEndTag(input, at: at)
            }
            if endsText {
                if at > position { return text(to: at) }
                return hasPendingReference ? takeReference() : markup(input)
            }
            at &+= 1
        }
    }

    /// Text up to the end tag at `end`, or that end tag (sections 13.2.5.3 and 4).
    mutating func rawText(_ input: Span<UInt8>, to end: Int) -> Kind? {
        end > position ? text(to: end) : markup(input)
    }

    /// The offset of the end tag that ends RAWTEXT, or the end.
    func rawTextEnd(_ input: Span<UInt8>) -> Int {
        var at = input.first(ASCII.less, from: position)
        while at < input.count, !isAppropriateEndTag(input, at: at) { at = input.first(ASCII.less, from: at &+ 1) }
        return at
    }

    /// CDATA section state (section 13.2.5.69).
    mutating func nextInCDATA(_ input: Span<UInt8>) -> Kind? {
        var at = input.first(ASCII.greater, from: position)
        while at < input.count {
            if at >= position &+ 2, input[at &- 1] == ASCII.closeBracket, input[at &- 2] == ASCII.closeBracket {
                let begin = position
                mode = .data
                position = at &+ 1
                guard at &- 2 > begin else { return nil }
                content = begin..<(at &- 2)
                return .text
            }
            at = input.first(ASCII.greater, from: at &+ 1)
        }
        return text(to: at)
    }

    mutating func text(to end: Int) -> Kind {
        content = position..<end
        position = end
        return .text
    }

    /// Keeps the reference at an ampersand, if there is one.
    mutating func readReference(_ input: Span<UInt8>, at ampersand: Int) -> Bool {
        reference = .read(input, at: ampersand, to: input.count, inAttribute: false)
        hasPendingReference = reference.end != 0
        if !hasPendingReference { noteUnknownReference(input, at: ampersand) }
        return hasPendingReference
    }

    mutating func takeReference() -> Kind {
        hasPendingReference = false
        content = position..<reference.end
        position = reference.end
        return .reference
    }

    mutating func noteUnknownReference(_ input: Span<UInt8>, at ampersand: Int) {
        var at = ampersand &+ 1
        // No name is longer than 32 bytes.
        let limit = min(input.count, at &+ 32)
        while at < limit, ASCII.isLetter(input[at]) || ASCII.isDigit(input[at]) { at &+= 1 }
        guard at < limit, at > ampersand &+ 1, input[at] == ASCII.semicolon else { return }
        if unknownReferences == 0 { note(.htmlUnknownReference, at: ampersand) }
        unknownReferences &+= 1
    }

    /// The decoded bytes of the reference just read, packed; see `CharacterReference`.
    var referenceBytes: UInt64 { reference.packed }

    /// Whether the `<` at an offset begins the end tag that ends the text (section 13.2.5.11, "appropriate end tag").
    func isAppropriateEndTag(_ input: Span<UInt8>, at less: Int) -> Bool {
        guard less &+ 2 < input.count, input[less &+ 1] == ASCII.slash else { return false }
        var candidate = PackedName()
        var at = less &+ 2
        while at < input.count, ASCII.isLetter(input[at]) {
            candidate.append(input[at])
            at &+= 1
        }
        guard at < input.count, candidate.count > 0 else { return false }
        candidate.close()
        return candidate == lastStartTag && (ASCII.isSpace(input[at]) || input[at] == ASCII.slash || input[at] == ASCII.greater)
    }
}
