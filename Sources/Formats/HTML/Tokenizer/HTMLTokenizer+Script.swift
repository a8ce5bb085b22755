extension HTMLTokenizer {
    /// How deep the text of a script is in what looks like a comment (section 13.2.5.15 to 31).
    private enum ScriptDepth {
        case plain
        /// After `<!--`.
        case escaped
        /// After `<!--` and `<script`: an end tag ends only this level.
        case doubleEscaped
    }

    /// The offset of the end tag that ends a script, or the end of the document.
    func scriptEnd(_ input: Span<UInt8>) -> Int {
        var depth = ScriptDepth.plain
        var dashes = 0
        var at = position
        while at < input.count {
            if depth == .plain {
                at = input.first(ASCII.less, from: at)
                if at == input.count || isAppropriateEndTag(input, at: at) { return at }
                if input.matches("<!--", at: at) {
                    depth = .escaped
                    dashes = 2
                    at &+= 4
                } else {
                    at &+= 1
                }
                continue
            }
            let byte = input[at]
            at &+= 1
            if byte == ASCII.hyphen {
                dashes &+= 1
                continue
            }
            if byte == ASCII.greater, dashes >= 2 { depth = .plain }
            dashes = 0
            guard byte == ASCII.less else { continue }
            if depth == .escaped {
                if isAppropriateEndTag(input, at: at &- 1) { return at &- 1 }
                if let after = afterScriptName(input, at: at) {
                    at = after
                    depth = .doubleEscaped
                }
            } else if depth == .doubleEscaped, at < input.count, input[at] == ASCII.slash {
                at &+= 1
                if let after = afterScriptName(input, at: at) {
                    at = after
                    depth = .escaped
                }
            }
        }
        return at
    }

    /// The offset after `script` and the space, slash or `>` that ends the name, if they are at this offset.
    private func afterScriptName(_ input: Span<UInt8>, at start: Int) -> Int? {
        let end = start &+ 6
        guard end < input.count, input.matches("script", at: start) else { return nil }
        let byte = input[end]
        return ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater ? end &+ 1 : nil
    }
}
