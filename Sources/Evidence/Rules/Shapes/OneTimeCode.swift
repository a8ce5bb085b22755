internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A code with the warning to keep it: what services send on request.
struct OneTimeCode: Check {
    let sentence = Sentence(
        "shape.one-time-code",
        en: "The text brings a one-time code and warns not to share it.",
        fr: "Le texte porte un code à usage unique et dit de ne pas le communiquer.",
        es: "El texto trae un código de un solo uso y pide no compartirlo.",
        ru: "В тексте одноразовый код и просьба никому его не сообщать.",
        ar: "يحمل النص رمزًا لمرة واحدة وينبه إلى عدم مشاركته.",
        zh: "文字为一次性验证码，并提醒不要泄露。")
    let weight = -1.6
    let needs = Needs.phrase(ThemeSet(.oneTimeCode))

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        let isShort = reading.folded.signs.words <= 60
        let isCode = examination.phrases.has(.oneTimeCode) && reading.folded.signs.numbers > 0
        return isShort && isCode && !examination.hasLink && !examination.phrases.has(.codeRequest) ? Finding() : nil
    }
}
