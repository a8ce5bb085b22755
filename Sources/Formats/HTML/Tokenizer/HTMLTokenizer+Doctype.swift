extension HTMLTokenizer {
    /// Reads a document type (section 13.2.5.53 to 68) and moves behind it; `begin` is after `<!DOCTYPE`. Gives its name's range.
    mutating func readDoctype(_ input: Span<UInt8>, from begin: Int) -> Range<Int> {
        publicID = nil
        systemID = nil
        forcesQuirks = false
        let end = input.count
        let nameStart = input.skipSpace(from: begin, to: end)
        var at = nameStart
        while at < end, input[at] != ASCII.greater, !ASCII.isSpace(input[at]) { at &+= 1 }
        let name = nameStart..<at
        hasDoctypeName = !name.isEmpty
        at = input.skipSpace(from: at, to: end)
        if name.isEmpty || at == end {
            forcesQuirks = true
        } else if input[at] != ASCII.greater {
            at = readIdentifiers(input, from: at)
        }
        // Bogus DOCTYPE state: whatever is left before the `>`.
        position = min(input.first(ASCII.greater, from: at) &+ 1, end)
        return name
    }

    /// Reads what follows the name; gives the offset from which everything up to `>` is ignored.
    private mutating func readIdentifiers(_ input: Span<UInt8>, from begin: Int) -> Int {
        let end = input.count
        var at = begin
        let isPublic = input.matches("public", at: at)
        guard isPublic || input.matches("system", at: at) else {
            forcesQuirks = true
            return at
        }
        at = input.skipSpace(from: at &+ 6, to: end)
        guard let first = readIdentifier(input, from: &at) else { return at }
        if !isPublic {
            systemID = first
        } else {
            publicID = first
            if forcesQuirks { return at }
            at = input.skipSpace(from: at, to: end)
            if at < end, input[at] == ASCII.greater { return at }
            guard let second = readIdentifier(input, from: &at) else { return at }
            systemID = second
        }
        if forcesQuirks { return at }
        at = input.skipSpace(from: at, to: end)
        // Whatever else follows the system identifier is ignored without quirks.
        if at == end { forcesQuirks = true }
        return at
    }

    /// Reads a quoted identifier; one that `>` or the end cuts off counts as far as it goes, and forces quirks.
    private mutating func readIdentifier(_ input: Span<UInt8>, from at: inout Int) -> Range<Int>? {
        guard at < input.count, input[at] == ASCII.quote || input[at] == ASCII.apostrophe else {
            forcesQuirks = true
            return nil
        }
        let begin = at &+ 1
        let close = input.first(input[at], or: ASCII.greater, from: begin)
        if close < input.count, input[close] != ASCII.greater {
            at = close &+ 1
        } else {
            forcesQuirks = true
            at = close
        }
        return begin..<close
    }
}
