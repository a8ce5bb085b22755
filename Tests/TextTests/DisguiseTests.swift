import Messages
import Testing
import Text

/// Words written so that a filter should not read them, and honest words that look a little like it.
@Suite("Disguised words")
struct DisguiseTests {
    @Test(arguments: [
        ("v1agra", "viagra"), ("fr33", "free"), ("c@sh", "cash"), ("pa$$word", "password"), ("m0n3y", "money"), ("0ffer", "offer"),
        ("l33t", "leet"), ("p@ssw0rd", "password"), ("Cl1ck", "click"), ("b@nk", "bank"),
    ])
    func readsDigitsAndSignsAsLetters(_ written: String, _ meant: String) {
        let example = FoldedExample("Get \(written) now")
        #expect(example.says(meant, .leet))
        #expect(example.signs.leetWords > 0)
    }

    @Test(arguments: [
        "mp3", "5pm", "1st", "room101", "covid19", "H264", "2nd", "10am", "0x1f", "a4", "win7", "B2B 3G", "joan@mail.example.com",
        "team@example",
        "Hello!World", "$100", "x9k2b6d", "4you",
    ])
    func leavesHonestMixesAlone(_ written: String) {
        #expect(FoldedExample("see \(written) there").signs.leetWords == 0)
    }

    @Test(arguments: [
        ("v i a g r a", "viagra"), ("V.I.A.G.R.A", "viagra"), ("c-l-i-c-k", "click"), ("F * R * E * E", "free"), ("с к и д к а", "скидка"),
        ("w_i_n_n_e_r", "winner"),
    ])
    func joinsLettersThatStandApart(_ written: String, _ meant: String) {
        let example = FoldedExample("take \(written) today")
        #expect(example.says(meant, .joined))
        #expect(example.signs.joinedWords == 1)
    }

    @Test(arguments: ["I am a man", "U.S.A.", "J. R. R. Smith", "e.g. a b", "x y z", "1 2 3 4 5 6", "a 1 b 2 c 3"])
    func leavesHonestSingleLettersAlone(_ written: String) {
        #expect(FoldedExample("so \(written) indeed").signs.joinedWords == 0)
    }

    @Test func takesRepeatedLettersOnce() {
        let example = FoldedExample("sooooo biiiig")
        #expect(example.says("so", .squeezed))
        #expect(example.says("big", .squeezed))
        #expect(example.signs.repeatedLetterWords == 2)
        #expect(FoldedExample("www good press").signs.repeatedLetterWords == 0)
    }

    @Test(arguments: [
        ("pаypаl", "paypal", Script.latin), ("Αmazοn", "amazon", .latin), ("зaрaбoтoк", "заработок", .cyrillic),
        ("cкидкa", "скидка", .cyrillic),
        ("ᴄʟɪᴄᴋ", "click", .latin), ("bаnk", "bank", .latin),
    ])
    func spellsMixedWordsInOneScript(_ written: String, _ meant: String, _ script: Script) {
        let example = FoldedExample("before \(written) after")
        #expect(example.text == "before \(meant) after")
        let word = example.word(meant)
        #expect(word?.flags.contains(.confusableFolded) == true)
        #expect(word?.hash == WordHash.of(meant))
        #expect(word?.script == script)
        #expect(example.words == ["before", meant, "after"])
        #expect(example.signs.confusableWords == 1)
    }

    @Test(arguments: ["Привет мир", "Ελληνική γλώσσα", "μm 10 kΩ", "LG전자", "naïve café", "ɛwe kɔ", "Дом 5А"])
    func leavesHonestScriptsAlone(_ written: String) {
        let example = FoldedExample(written)
        #expect(example.signs.confusableWords == 0)
        #expect(example.text == CaseFolding.nfkcCasefold(written))
    }

    @Test func marksWordsThatLookLatinAltogether() {
        #expect(FoldedExample("расе").word("расе")?.flags.contains(.wholeScriptConfusable) == true)
        #expect(FoldedExample("расе").signs.wholeScriptConfusableWords == 1)
        #expect(FoldedExample("мир").signs.wholeScriptConfusableWords == 0)
        #expect(FoldedExample("race").signs.wholeScriptConfusableWords == 0)
    }

    @Test func respellingMovesTheWordsBehind() {
        let example = FoldedExample("one pаypаl two cкидкa three v1agra four")
        #expect(example.words == ["one", "paypal", "two", "скидка", "three", "v1agra", "four"])
        for word in example.folded.words where word.flags.isDisjoint(with: .extra) {
            let bytes = Array(example.folded.bytes[word.folded.range])
            #expect(word.hash == WordHash.of(bytes.span))
        }
    }

    @Test func countsZeroWidthInsideWords() {
        let example = FoldedExample("fr\u{200B}ee mo\u{2060}ney")
        #expect(example.text == "free money")
        #expect(example.word("free")?.flags.contains(.hadZeroWidth) == true)
        #expect(example.signs.zeroWidthWords == 2)
        #expect(example.signs.zeroWidth == 2)
        let honest = FoldedExample("می\u{200C}خواهم 👩\u{200D}👧 free\u{200B} money")
        #expect(honest.signs.zeroWidthWords == 0)
        #expect(honest.signs.zeroWidth == 1)
    }

    @Test func takesMarksOffThatBelongToNoLetter() {
        let example = FoldedExample("v\u{336}i\u{336}a\u{336}g\u{336}r\u{336}a\u{336} z\u{300}\u{301}\u{302}\u{303}algo")
        #expect(example.text == "viagra zalgo")
        #expect(example.word("viagra")?.flags.contains(.hadCombining) == true)
        #expect(example.signs.stackedMarks == 1)
        #expect(example.signs.strayMarks == 10)
        let honest = FoldedExample("cafe\u{301} Vie\u{323}\u{302}t")
        #expect(honest.text == "café việt")
        #expect(honest.signs.strayMarks == 0)
    }

    @Test func countsStyledLetters() {
        let example = FoldedExample("𝐟𝐫𝐞𝐞 ＣＡＳＨ ⓦⓘⓝ")
        #expect(example.text == "free cash win")
        #expect(example.signs.styledLetters == 7)
        #expect(example.signs.wideLetters == 4)
        #expect(example.word("cash")?.flags == [.allCapitals, .hadStyled])
        #expect(FoldedExample("free ½ ™ №").signs.styledLetters == 0)
    }
}
