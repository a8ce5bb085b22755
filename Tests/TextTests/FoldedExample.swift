import Messages
import Text

/// A text folded for a test, with its words as strings.
struct FoldedExample {
    let folded: FoldedText

    init(_ text: String, limits: TextLimits = TextLimits()) {
        self.init(bytes: Array(text.utf8), limits: limits)
    }

    init(bytes: [UInt8], limits: TextLimits = TextLimits()) {
        var folder = TextFolder(limits: limits)
        var folded = FoldedText()
        folder.fold(bytes.span, into: &folded)
        self.folded = folded
    }

    /// The folded text without the newline that closes it.
    var text: String {
        let text = String(decoding: folded.bytes, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    var signs: TextSigns { folded.signs }

    /// The words of the text, n-grams and extra words apart.
    var words: [String] {
        folded.words.filter { $0.flags.isDisjoint(with: [.gram, .extra]) }.map(spelling)
    }

    /// The n-grams.
    var grams: [String] {
        folded.words.filter { $0.flags.contains(.gram) }.map(spelling)
    }

    /// The first word of the text that is spelt so.
    func word(_ spelt: String) -> Word? {
        folded.words.first { spelling($0) == spelt && $0.flags.isDisjoint(with: .extra) }
    }

    /// Whether an extra word of a kind says so.
    func says(_ meaning: String, _ flag: Word.Flags) -> Bool {
        folded.words.contains { $0.flags.contains(flag) && $0.hash == WordHash.of(meaning) }
    }

    private func spelling(_ word: Word) -> String {
        String(decoding: folded.bytes[word.folded.range], as: UTF8.self)
    }
}
