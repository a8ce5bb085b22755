internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Invisible characters inside words: a reader does not see them, a filter stumbles over them.
struct InvisibleCharacters: Check {
    let sentence = Sentence(
        "text.invisible-characters",
        en: "Words with invisible characters inside: {1}.",
        fr: "Mots contenant des caractères invisibles : {1}.",
        es: "Palabras con caracteres invisibles: {1}.",
        ru: "Слов с невидимыми символами внутри: {1}.",
        ar: "كلمات تتخللها محارف خفية: {1}.",
        zh: "含有隐形字符的单词数：{1}。")
    let weight = 1.2
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.folded.signs.zeroWidthWords
        return count > 0 ? Finding("\(count)", strength: count >= 5 ? 1.8 : 1) : nil
    }
}
