internal import Reading

/// A message in a few words, for tables.
enum Summary {
    /// The subject, or the beginning of the text where there is none.
    static func of(_ reading: Reading) -> String {
        let bytes = reading.subject.isEmpty ? reading.visible[...].prefix(240) : reading.subject[...].prefix(240)
        let words = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace || $0.isNewline }
        return String(words.joined(separator: " ").prefix(80))
    }
}
