internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Words that mix alphabets, many of them.
struct MixedScriptWords: Check {
    let sentence = Sentence(
        "text.mixed-scripts",
        en: "Words that mix alphabets: {1}.",
        fr: "Mots mêlant des alphabets : {1}.",
        es: "Palabras que mezclan alfabetos: {1}.",
        ru: "Слов со смешанными алфавитами: {1}.",
        ar: "كلمات تخلط أبجديات: {1}.",
        zh: "混用不同文字的单词数：{1}。")
    let weight = 0.8
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let signs = examination.reading.folded.signs
        return signs.mixedScriptWords >= 2 && signs.confusableWords == 0 ? Finding("\(signs.mixedScriptWords)") : nil
    }
}
