internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A friendly stranger who seems to have the wrong number: the first line of a long swindle.
struct WrongNumber: Check {
    let sentence = Sentence(
        "shape.wrong-number",
        en: "A stranger opens a conversation as if by mistake.",
        fr: "Un inconnu engage la conversation comme par erreur.",
        es: "Un desconocido inicia una conversación como por error.",
        ru: "Незнакомец начинает разговор будто по ошибке.",
        ar: "يفتح غريب حديثًا كأنه بالخطأ.",
        zh: "陌生人假装认错人搭话。")
    let weight = 0.6
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.wrongNumber))

    func finding(in examination: Examination) -> Finding? {
        examination.isShortText && !examination.hasLink && examination.phrases[.wrongNumber] >= 2 ? Finding() : nil
    }
}
