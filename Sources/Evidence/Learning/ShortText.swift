// Texts of at most so many bytes, as records and files keep them: what is too long is cut between characters, so that it is still text.

extension String {
    /// As much of the beginning as fits into so many bytes of UTF-8.
    func cut(toBytes most: Int) -> String {
        guard utf8.count > most else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: most)
        while end > utf8.startIndex, UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}

extension [UInt8] {
    /// Appends a text and, before it, its length in one byte; of a text of more than 255 bytes the beginning.
    mutating func append(short text: String) {
        let content = text.cut(toBytes: 255).utf8
        append(UInt8(content.count))
        self += content
    }
}
