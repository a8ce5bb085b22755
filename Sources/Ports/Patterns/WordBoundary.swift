/// Where words begin and end, as both matchers understand it.
public enum WordBoundary {
    /// Whether a byte is a letter or digit of ASCII or `_`: what `\b` in an expression goes by.
    @inlinable
    public static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 95, 97...122: true
        default: false
        }
    }

    /// Whether no letter touches the bytes `start..<end` of `text`: what the `wholeWord` option goes by.
    ///
    /// Every byte of a character beyond ASCII counts as a letter, so that words of all scripts stay whole.
    @inlinable
    public static func isWholeWord(_ start: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
        if start > 0, isWord(text[start - 1]) || text[start - 1] >= 0x80 { return false }
        if end < text.count, isWord(text[end]) || text[end] >= 0x80 { return false }
        return true
    }

    /// Whether a `\b` of an expression holds before the byte at `offset`.
    @inlinable
    public static func holds(at offset: Int, in text: Span<UInt8>) -> Bool {
        let before = offset > 0 && isWord(text[offset - 1])
        let after = offset < text.count && isWord(text[offset])
        return before != after
    }
}
