internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Words whose letters are set apart so that a filter does not see the word.
struct SpacedOutWords: Check {
    let sentence = Sentence(
        "text.spaced-out-words",
        en: "Words with their letters set apart: {1}.",
        fr: "Mots aux lettres espacées : {1}.",
        es: "Palabras con letras separadas: {1}.",
        ru: "Слов, написанных вразрядку: {1}.",
        ar: "كلمات متباعدة الأحرف: {1}.",
        zh: "字母被拆开的单词数：{1}。")
    let weight = 0.8
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.folded.signs.joinedWords
        return count > 0 ? Finding("\(count)", strength: count >= 3 ? 1.5 : 1) : nil
    }
}
