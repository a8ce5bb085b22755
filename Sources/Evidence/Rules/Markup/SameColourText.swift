internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// Text in the colour of its ground, or in a font of no size.
struct SameColourText: Check {
    let sentence = Sentence(
        "html.same-colour-text",
        en: "Text in the colour of its background or too small to see: {1} bytes.",
        fr: "Texte de la couleur du fond ou trop petit : {1} octets.",
        es: "Texto del color del fondo o demasiado pequeño: {1} bytes.",
        ru: "Текст цвета фона или слишком мелкий: {1} байт.",
        ar: "نص بلون الخلفية أو أصغر من أن يُرى: {1} بايت.",
        zh: "与背景同色或小到看不见的文字：{1} 字节。")
    let weight = 1.0
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        let bytes = examination.reading.pages.reduce(0) { $0 + $1[.sameColour].bytes + $1[.zeroFont].bytes + $1[.tinyFont].bytes }
        return bytes >= 40 ? Finding("\(bytes)", strength: bytes >= 400 ? 1.4 : 1) : nil
    }
}
