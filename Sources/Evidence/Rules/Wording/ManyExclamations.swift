internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Exclamation marks as no calm writer sets them.
struct ManyExclamations: Check {
    let sentence = Sentence(
        "text.exclamations",
        en: "Exclamation marks: {1}.",
        fr: "Points d’exclamation : {1}.",
        es: "Signos de exclamación: {1}.",
        ru: "Восклицательных знаков: {1}.",
        ar: "علامات التعجب: {1}.",
        zh: "感叹号数量：{1}。")
    let weight = 0.4

    func finding(in examination: Examination) -> Finding? {
        let signs = examination.reading.folded.signs
        guard signs.exclamations >= 5, signs.exclamations * 25 >= signs.words else { return nil }
        return Finding("\(signs.exclamations)")
    }
}
