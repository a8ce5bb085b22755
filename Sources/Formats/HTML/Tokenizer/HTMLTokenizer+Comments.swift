// Comments, closed, unclosed and misspelt.

extension HTMLTokenizer {
    /// The comment states (section 13.2.5.43 to 52); `at` is after `<!--`.
    mutating func comment(_ input: Span<UInt8>, from at: Int) -> Kind {
        var close = input.first(ASCII.greater, from: at)
        while close < input.count {
            if let end = commentEnd(input, from: at, close: close) {
                content = at..<end
                position = close &+ 1
                return .comment
            }
            close = input.first(ASCII.greater, from: close &+ 1)
        }
        note(.htmlUnclosedComment, at: start)
        content = at..<unclosedCommentEnd(input, from: at)
        position = input.count
        return .comment
    }

    /// Where a comment's data ends if the `>` at `close` ends the comment.
    @inline(__always)
    private func commentEnd(_ input: Span<UInt8>, from at: Int, close: Int) -> Int? {
        if close == at { return at }
        guard input[close &- 1] == ASCII.hyphen || input[close &- 1] == ASCII.bang else { return nil }
        if close == at &+ 1 { return input[at] == ASCII.hyphen ? at : nil }
        let dashes = input[close &- 1] == ASCII.bang ? close &- 3 : close &- 2
        guard dashes >= at, input[dashes] == ASCII.hyphen, input[dashes &+ 1] == ASCII.hyphen else { return nil }
        return dashes
    }

    /// Where the data ends of a comment that the document's end cuts off: the dashes that might have closed it are not data.
    private func unclosedCommentEnd(_ input: Span<UInt8>, from at: Int) -> Int {
        let end = input.count
        var dashes = end
        if end &- 3 >= at, input[end &- 1] == ASCII.bang, input[end &- 2] == ASCII.hyphen, input[end &- 3] == ASCII.hyphen {
            return end &- 3
        }
        while dashes > at, dashes > end &- 2, input[dashes &- 1] == ASCII.hyphen { dashes &-= 1 }
        return dashes
    }
}
