internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Controls that turn the direction of text, in a message whose language has no use for them.
struct DirectionControls: Check {
    let sentence = Sentence(
        "text.direction-controls",
        en: "Hidden controls turn the direction of the text.",
        fr: "Des commandes cachées inversent le sens du texte.",
        es: "Controles ocultos invierten la dirección del texto.",
        ru: "Скрытые символы меняют направление текста.",
        ar: "محارف خفية تعكس اتجاه النص.",
        zh: "隐藏的控制符改变了文字方向。")
    let weight = 0.9
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        let signs = examination.reading.folded.signs
        return signs.bidiControls > 0 && signs.letters(of: .arabic) + signs.letters(of: .hebrew) == 0 ? Finding() : nil
    }
}
