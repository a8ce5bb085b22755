internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A text that shouts.
struct ShoutedText: Check {
    let sentence = Sentence(
        "text.shouted",
        en: "Much of the text is in capitals ({1} %).",
        fr: "Une grande partie du texte est en majuscules ({1} %).",
        es: "Gran parte del texto está en mayúsculas ({1} %).",
        ru: "Большая часть текста — заглавными буквами ({1} %).",
        ar: "معظم النص بأحرف كبيرة ({1}٪).",
        zh: "大部分文字为大写（{1}%）。")
    let weight = 0.5

    func finding(in examination: Examination) -> Finding? {
        let signs = examination.reading.folded.signs
        guard signs.letters >= 60, signs.capitalRatio >= 0.4 else { return nil }
        return Finding("\(Int(signs.capitalRatio * 100))")
    }
}
