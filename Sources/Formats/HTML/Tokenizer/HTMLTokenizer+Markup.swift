// What a `<` begins: a tag, a comment, a document type, a CDATA section.

extension HTMLTokenizer {
    /// Whether the `<` at an offset begins a tag, a comment or the like, and not text (section 13.2.5.6 and 7).
    @inline(__always)
    func opensMarkup(_ input: Span<UInt8>, at less: Int) -> Bool {
        guard less &+ 1 < input.count else { return false }
        let next = input[less &+ 1]
        if ASCII.isLetter(next) || next == ASCII.bang || next == ASCII.question { return true }
        return next == ASCII.slash && less &+ 2 < input.count
    }

    /// Reads what begins with the `<` at `position`; the byte after it was looked at.
    mutating func markup(_ input: Span<UInt8>) -> Kind? {
        mode = .data
        let next = input[position &+ 1]
        if ASCII.isLetter(next) { return tag(input, from: position &+ 1, isEnd: false) }
        if next == ASCII.slash {
            let after = input[position &+ 2]
            if ASCII.isLetter(after) { return tag(input, from: position &+ 2, isEnd: true) }
            if after == ASCII.greater {
                position &+= 3
                return nil
            }
            return bogusComment(input, from: position &+ 2)
        }
        if next == ASCII.question { return bogusComment(input, from: position &+ 1) }
        return declaration(input, from: position &+ 2)
    }

    mutating func tag(_ input: Span<UInt8>, from nameStart: Int, isEnd: Bool) -> Kind? {
        let nameEnd = readName(input, from: nameStart)
        if nameEnd < input.count, input[nameEnd] == ASCII.greater {
            clearAttributes()
            position = nameEnd &+ 1
        } else if !readAttributes(input, from: nameEnd, isEnd: isEnd) {
            // A tag that the document's end cuts off is no token (section 13.2.5.8), nor is anything in it.
            note(.htmlUnclosedTag, at: start)
            position = input.count
            return nil
        }
        content = nameStart..<nameEnd
        if isEnd { return .endTag }
        lastStartTag = name
        return .startTag
    }

    /// Markup declaration open state (section 13.2.5.42); `at` is after `<!`.
    mutating func declaration(_ input: Span<UInt8>, from at: Int) -> Kind? {
        if at &+ 1 < input.count, input[at] == ASCII.hyphen, input[at &+ 1] == ASCII.hyphen { return comment(input, from: at &+ 2) }
        if input.matches("doctype", at: at) {
            content = readDoctype(input, from: at &+ 7)
            return .doctype
        }
        if allowsCDATA, input.matches("[CDATA[", at: at, exactly: true) {
            mode = .cdata
            position = at &+ 7
            return nil
        }
        return bogusComment(input, from: at)
    }

    /// Bogus comment state (section 13.2.5.41).
    mutating func bogusComment(_ input: Span<UInt8>, from at: Int) -> Kind {
        let end = input.first(ASCII.greater, from: at)
        content = at..<end
        position = min(end &+ 1, input.count)
        return .comment
    }
}
