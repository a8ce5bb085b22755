internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Letters of other alphabets that look like those they replace (UTS 39).
struct LookAlikeLetters: Check {
    let sentence = Sentence(
        "text.look-alike-letters",
        en: "Words written with look-alike letters of another alphabet: {1}.",
        fr: "Mots écrits avec des lettres ressemblantes d’un autre alphabet : {1}.",
        es: "Palabras escritas con letras parecidas de otro alfabeto: {1}.",
        ru: "Слов с похожими буквами другого алфавита: {1}.",
        ar: "كلمات بأحرف متشابهة من أبجدية أخرى: {1}.",
        zh: "用其他文字的形似字母书写的单词数：{1}。")
    let weight = 1.4
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.folded.signs.confusableWords
        return count > 0 ? Finding("\(count)", strength: count >= 4 ? 1.8 : 1) : nil
    }
}
