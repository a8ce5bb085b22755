internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Text in mathematical, circled or small-capital letters.
struct StyledLetters: Check {
    let sentence = Sentence(
        "text.styled-letters",
        en: "The text uses ornamental letters ({1}).",
        fr: "Le texte emploie des lettres ornementales ({1}).",
        es: "El texto usa letras ornamentales ({1}).",
        ru: "В тексте декоративные буквы ({1}).",
        ar: "يستخدم النص حروفًا زخرفية ({1}).",
        zh: "文字使用了装饰性字母（{1}）。")
    let weight = 0.7
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.folded.signs.styledLetters
        return count >= 5 ? Finding("\(count)", strength: count >= 40 ? 1.5 : 1) : nil
    }
}
