internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A prize that has only to be claimed.
struct PrizeClaim: Check {
    let sentence = Sentence(
        "shape.prize",
        en: "The text promises a prize to be claimed.",
        fr: "Le texte promet un prix à réclamer.",
        es: "El texto promete un premio por reclamar.",
        ru: "Текст обещает приз, который нужно получить.",
        ar: "يعد النص بجائزة يجب المطالبة بها.",
        zh: "文字声称有奖品待领取。")
    let weight = 1.2
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.prize))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.prize] >= 2
            || (examination.isShortText && examination.phrases.has(.prize) && (examination.hasLink || examination.hasNumber))
            ? Finding() : nil
    }
}
