internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Somebody asks for a code that was sent to the reader: the way accounts are stolen.
struct CodeBait: Check {
    let sentence = Sentence(
        "shape.code-bait",
        en: "The text asks the reader to pass on a code.",
        fr: "Le texte demande de transmettre un code.",
        es: "El texto pide reenviar un código.",
        ru: "В тексте просят сообщить код.",
        ar: "يطلب النص تمرير رمز وصل إلى القارئ.",
        zh: "文字要求读者转告验证码。")
    let weight = 1.6
    let threat: ThreatClass? = .phishing
    let needs = Needs.phrase(ThemeSet(.codeRequest))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases.has(.codeRequest) && !examination.phrases.has(.oneTimeCode) ? Finding() : nil
    }
}
