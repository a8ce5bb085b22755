internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Invisible tag characters: text that only machines read, for instance orders to a language model.
struct TagCharacters: Check {
    let sentence = Sentence(
        "text.tag-characters",
        en: "The text carries invisible tag characters.",
        fr: "Le texte contient des caractères d’étiquette invisibles.",
        es: "El texto lleva caracteres de etiqueta invisibles.",
        ru: "В тексте есть невидимые теговые символы.",
        ar: "يحمل النص محارف وسم خفية.",
        zh: "文字中带有隐形的标签字符。")
    let weight = 1.5
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.folded.signs.tagCharacters > 0 ? Finding() : nil
    }
}
