internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Digits and signs in place of letters.
struct DigitsForLetters: Check {
    let sentence = Sentence(
        "text.digits-for-letters",
        en: "Words with digits or signs in place of letters: {1}.",
        fr: "Mots où chiffres ou signes remplacent des lettres : {1}.",
        es: "Palabras con cifras o signos en lugar de letras: {1}.",
        ru: "Слов с цифрами или знаками вместо букв: {1}.",
        ar: "كلمات استُبدلت فيها أحرف بأرقام أو رموز: {1}.",
        zh: "用数字或符号代替字母的单词数：{1}。")
    let weight = 0.5
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let signs = examination.reading.folded.signs
        guard signs.leetWords >= 2, signs.leetWords * 200 >= signs.words else { return nil }
        return Finding("\(signs.leetWords)", strength: signs.leetWords >= 6 ? 1.6 : 1)
    }
}
