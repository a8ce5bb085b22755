import Messages
import Testing
import Text

/// Texts made to crash, hang or swell a reader.
@Suite("Hostile text")
struct HostileTextTests {
    @Test func readsAnyBytes() {
        var numbers = SplitMix(seed: 1)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...200, using: &numbers)).map { _ in
                Bool.random(using: &numbers) ? UInt8.random(in: 0...255, using: &numbers) : UInt8.random(in: 0xC0...0xF4, using: &numbers)
            }
            let example = FoldedExample(bytes: bytes)
            #expect(String(validating: example.folded.bytes, as: UTF8.self) != nil)
            _ = WordBreaks.boundaries(in: bytes.span)
            var skeleton: [UInt8] = []
            Confusables.skeleton(of: bytes.span, into: &skeleton)
            #expect(String(validating: skeleton, as: UTF8.self) != nil)
            _ = LanguageGuess.guess(example.folded)
        }
    }

    @Test func readsRandomScalars() {
        var numbers = SplitMix(seed: 2)
        let spices = Array(" .'@$_-1a\u{301}\u{200B}\u{1161}\u{11A8}\u{FDFA}\u{AC00}ао".unicodeScalars)
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...150, using: &numbers) {
                if Bool.random(using: &numbers), let spice = spices.randomElement(using: &numbers) {
                    text.unicodeScalars.append(spice)
                } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x1_FFFF, using: &numbers)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            let example = FoldedExample(text)
            #expect(String(validating: example.folded.bytes, as: UTF8.self) != nil)
            for word in example.folded.words { #expect(Int(word.folded.end) <= example.folded.bytes.count) }
        }
    }

    @Test func truncatedScalarsReadAsReplacements() {
        #expect(FoldedExample(bytes: [0x61, 0xE2, 0x82]).signs.replacements == 2)
        #expect(FoldedExample(bytes: [0xF0, 0x9F, 0x98]).signs.replacements == 3)
        #expect(FoldedExample("fine").signs.replacements == 0)
    }

    @Test(arguments: [
        "\u{301}", "\u{1161}", "a\u{301}\u{316}", "\u{FDFA}", "a.", "a@", "\u{200B}", "а", "aа ", "v i ", "ab1", "\u{5D0}'", "a'\u{308}",
        "A1",
    ])
    func swellingTextsStayBounded(_ piece: String) {
        let count = 2_000_000 / piece.utf8.count
        let bytes = Array(String(repeating: piece, count: count).utf8)
        let example = FoldedExample(bytes: bytes)
        #expect(example.folded.bytes.count <= TextLimits().maximumBytes + 4096)
        #expect(example.folded.words.count <= TextLimits().maximumWords)
    }

    @Test func tenMillionMarks() {
        var bytes: [UInt8] = [0x61]
        for _ in 0..<5_000_000 {
            bytes.append(0xCC)
            bytes.append(0x81)
        }
        let example = FoldedExample(bytes: bytes)
        #expect(example.words == ["á"])
        #expect(example.signs.strayMarks > 4_000_000)
        var folded: [UInt8] = []
        CaseFolding.nfkcCasefold(bytes.span, into: &folded)
        #expect(folded.count < 200)
    }
}
