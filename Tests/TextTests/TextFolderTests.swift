import Messages
import Testing
import Text

@Suite("Text folder")
struct TextFolderTests {
    @Test func foldsBlanksToOne() {
        #expect(FoldedExample("  a \t b\r\n\r\n  c \u{A0}\u{3000} d  ").text == "a b\nc d")
        #expect(FoldedExample("a\u{2028}b").text == "a\nb")
        #expect(FoldedExample("").folded.bytes.isEmpty)
        #expect(FoldedExample(" \n ").words.isEmpty)
    }

    /// Every length and every place of an oddity, so that each way through eight bytes at a time is taken.
    @Test func foldsTheSameWhereverItStands() {
        for lead in 0..<70 {
            let before = String(repeating: "x", count: lead)
            let example = FoldedExample(before + " A  B\tÉ c\u{200B}d жЖ \u{1F600}日本 e" + String(repeating: "Y", count: lead))
            let wanted = (lead > 0 ? before + " " : "") + "a b é cd жж \u{1F600}日本 e" + String(repeating: "y", count: lead)
            #expect(example.text == wanted)
            #expect(example.words.last == "e" + String(repeating: "y", count: lead))
            #expect(example.signs.capitals == 4 + lead)
        }
    }

    @Test func flagsCapitals() {
        let example = FoldedExample("WIN Win win wIN I A1 ÉTÉ Été été ПРИЗ Приз")
        #expect(example.word("win")?.flags == .allCapitals)
        let flags = example.folded.words.map(\.flags)
        #expect(
            flags == [
                .allCapitals, .capitalised, [], [], .capitalised, [.capitalised, .hasDigit], .allCapitals, .capitalised, [], .allCapitals,
                .capitalised,
            ])
        #expect(example.signs.capitalWords == 3)
    }

    @Test func flagsNumbersDotsAndAts() {
        let example = FoldedExample("1,234.50 x9 shop.example.com bob@example.com 7")
        #expect(example.word("1,234.50")?.flags == [.number, .hasDigit, .containsDot])
        #expect(example.word("x9")?.flags == .hasDigit)
        #expect(example.word("shop.example.com")?.flags == .containsDot)
        #expect(example.word("bob")?.flags == [])
        #expect(example.word("example.com")?.flags == [.containsDot, .afterAt])
        #expect(example.signs.numbers == 2)
        #expect(example.word("7")?.script == .common)
    }

    @Test func cutsScriptsWithoutBlanksIntoGrams() {
        #expect(FoldedExample("日本語").grams == ["日", "日本", "本", "本語", "語"])
        #expect(FoldedExample("あい").grams == ["あい"])
        #expect(FoldedExample("あ").grams == ["あ"])
        #expect(FoldedExample("ไทย").grams == ["ไทย"])
        #expect(FoldedExample("ไทยดี").grams == ["ไทย", "ทยด", "ยดี"])
        #expect(FoldedExample("ไป ก").grams == ["ไป", "ก"])
        #expect(FoldedExample("한국어").grams == ["한국", "국어"])
        #expect(FoldedExample("한국어").words == ["한국어"])
        #expect(FoldedExample("テスト").words == ["テスト"])
        #expect(FoldedExample("テスト").grams == ["テス", "スト"])
        #expect(FoldedExample("买VIP卡 now").words == ["vip", "now"])
        #expect(FoldedExample("hello").grams.isEmpty)
    }

    @Test func countsSigns() {
        let signs = FoldedExample("Buy NOW!!! Only $5 or €6? 🎉🎉 a+b \u{E000} a\u{202E}b x\u{AD}y \u{E0041} \u{34F}").signs
        #expect(signs.exclamations == 3)
        #expect(signs.questions == 1)
        #expect(signs.punctuation == 4)
        #expect(signs.currencySigns == 2)
        #expect(signs.emoji == 2)
        #expect(signs.symbols == 1)
        #expect(signs.privateUse == 1)
        #expect(signs.bidiControls == 1)
        #expect(signs.softHyphens == 1)
        #expect(signs.tagCharacters == 1)
        #expect(signs.fillers == 1)
        #expect(signs.digits == 2)
        #expect(signs.letters == 18)
        #expect(signs.capitals == 5)
        #expect(signs.letters(of: .latin) == 18)
        #expect(signs.letters(of: .cyrillic) == 0)
        #expect(signs.lines == 1)
        let none = FoldedExample("plain words").signs
        #expect(none.exclamations + none.questions + none.punctuation + none.currencySigns + none.emoji + none.symbols == 0)
        #expect(none.privateUse + none.bidiControls + none.softHyphens + none.tagCharacters + none.fillers + none.controls == 0)
        #expect(none.spaces == 1)
        #expect(none.capitalRatio == 0)
    }

    @Test func honestInvisiblesAreNotCounted() {
        let signs = FoldedExample("❤\u{FE0F} 1\u{FE0F}\u{20E3} 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} क्\u{200D}ष").signs
        #expect(signs.variationSelectors == 0)
        #expect(signs.tagCharacters == 0)
        #expect(signs.zeroWidth == 0)
        #expect(FoldedExample("a\u{FE01}b").signs.variationSelectors == 1)
    }

    @Test func appendsTextsAndForgetsThem() {
        var folder = TextFolder()
        var folded = FoldedText()
        folder.fold(Array("Subject here".utf8).span, into: &folded)
        folder.fold(Array("body".utf8).span, into: &folded)
        #expect(String(decoding: folded.bytes, as: UTF8.self) == "subject here\nbody\n")
        #expect(folded.words.map(\.start) == [0, 8, 13])
        #expect(folded.signs.words == 3)
        folded.removeAll()
        #expect(folded.bytes.isEmpty && folded.words.isEmpty && folded.signs.letters == 0 && folded.signs.letters(of: .latin) == 0)
        folder.fold(Array("again".utf8).span, into: &folded)
        #expect(folded.words.map(\.hash) == [WordHash.of("again")])
    }

    /// What an earlier text left in the working memory must not show.
    @Test func aUsedFolderFoldsLikeANewOne() {
        let pieces = ["word ", "É", "日本", "a.b", "pаypаl ", "v1agra ", "x\u{200B}y ", "WIN ", "\u{301}", "@", "1,5 ", "\n"]
        var numbers = SplitMix(seed: 3)
        var folder = TextFolder()
        var folded = FoldedText()
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...80, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
            folded.removeAll()
            folder.fold(Array(text.utf8).span, into: &folded)
            let fresh = FoldedExample(text).folded
            #expect(folded.bytes == fresh.bytes)
            #expect(folded.words == fresh.words)
            #expect(folded.signs.letters == fresh.signs.letters && folded.signs.words == fresh.signs.words)
        }
    }

    @Test func hashesAreStable() {
        // Written down once: a model's weights lie where these say.
        #expect(WordHash.of("chaffinch") == WordHash.of(Array("chaffinch".utf8).span))
        #expect(FoldedExample("Chaffinch").folded.words.first?.hash == WordHash.of("chaffinch"))
        for length in 1...200 {
            let text = String(repeating: "ab", count: length).prefix(length)
            #expect(FoldedExample(String(text)).folded.words.first?.hash == WordHash.of(String(text)))
        }
        #expect(WordHash.of("free") != WordHash.of("freé"))
    }

    @Test func limitsHold() {
        let limits = TextLimits(maximumBytes: 100, maximumWords: 5)
        let example = FoldedExample(String(repeating: "word ", count: 1000), limits: limits)
        #expect(example.signs.isTruncated)
        #expect(example.folded.words.count == 5)
        let chinese = FoldedExample(String(repeating: "中", count: 1000), limits: TextLimits(maximumWords: 5))
        #expect(chinese.signs.isTruncated)
        #expect(chinese.folded.words.count == 5)
        #expect(!FoldedExample("word", limits: limits).signs.isTruncated)
    }
}
