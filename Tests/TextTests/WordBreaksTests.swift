import Messages
import TestSupport
import Testing
import Text

@Suite("Word breaks")
struct WordBreaksTests {
    @Test func breaksAsTheWordBreakTestSays() throws {
        guard let lines = try UnicodeData.lines("auxiliary/WordBreakTest.txt") else { return }
        var count = CaseCount("WordBreakTest")
        for line in lines {
            var text = ""
            var wanted: [Int] = []
            for item in line.split(whereSeparator: \.isWhitespace) {
                switch item {
                case "÷": wanted.append(text.utf8.count)
                case "×": break
                default: text += UnicodeData.string(item)
                }
            }
            count.check(WordBreaks.boundaries(in: Array(text.utf8).span) == wanted, line)
        }
        #expect(count.report() > 1_800)
        #expect(count.failed.isEmpty)
    }

    /// The words of a folded text by the plain rules: the stretches between boundaries that hold a letter or a digit.
    private func plainWords(_ example: FoldedExample) -> [String] {
        let bytes = example.folded.bytes
        let boundaries = WordBreaks.boundaries(in: bytes.span)
        return zip(boundaries, boundaries.dropFirst()).compactMap { start, end in
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            let isWord = text.unicodeScalars.contains {
                $0.properties.isAlphabetic && $0.properties.generalCategory != .nonspacingMark || $0.properties.numericType == .decimal
            }
            return isWord ? text : nil
        }
    }

    @Test(arguments: [
        "It's 5 o'clock; we paid 1,234.50 for 3.5kg at shop.example.com (don't tell A.B.C.).",
        "L’été à Genève : l'eau n’est pas à 20,5 °C aujourd'hui, dit-elle.",
        "Привет, мир! Сегодня 12.05.2026, с 9:00 до 18:00; почта@пример.рф",
        "Über 1.000 Straßen_und_Plätze – so heißt’s. Ünïcödé wørd·s",
        "Ελλάδα: 3,14 και 2·3; τ'αγόρι",
        "שלום עולם צה\"ל ג'ירפה 7,5", "مرحبا بالعالم، السعر ١٢٫٥ ريال", "नमस्ते दुनिया, कीमत ५०० रुपये है।", "বাংলা ভাষা", "한국어 문장입니다 LG전자 3월",
        "snake_case __init__ a_b 1_000 _ __ x", "a.b.c .d e. f..g 1..2 1.a a.1 ,1 1, '' 'x' x''y",
    ])
    func theFastCutterAgreesOnOrdinaryText(_ text: String) {
        let example = FoldedExample(text)
        #expect(example.words == plainWords(example))
    }

    /// Random texts of letters, digits and the signs that the rules are about, long enough to cross blocks.
    @Test func theFastCutterAgreesOnRandomText() {
        let alphabet = Array("aaabbzé1290__..,,;;::''’·\"  \n@!$-éжשͱאבカ.'ｱé".unicodeScalars)
        var numbers = SplitMix(seed: 20_261_121)
        var count = CaseCount("fast cutter against UAX 29, random texts")
        for length in 1...1200 {
            var text = ""
            for _ in 0..<length % 300 + 1 {
                if let scalar = alphabet.randomElement(using: &numbers) { text.unicodeScalars.append(scalar) }
            }
            let example = FoldedExample(text)
            // Look-alikes are spelt anew after cutting, which is tested apart.
            if example.signs.confusableWords > 0 { continue }
            count.check(example.words == plainWords(example), text.debugDescription)
        }
        #expect(count.report() > 400)
        #expect(count.failed.isEmpty)
    }

    @Test func readsAnEmptyText() {
        #expect(WordBreaks.boundaries(in: [UInt8]().span) == [])
    }
}
