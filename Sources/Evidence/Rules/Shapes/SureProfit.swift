internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Sure profit from investments or coins.
struct SureProfit: Check {
    let sentence = Sentence(
        "shape.sure-profit",
        en: "The text promises sure profit.",
        fr: "Le texte promet un profit certain.",
        es: "El texto promete ganancias seguras.",
        ru: "Текст обещает верную прибыль.",
        ar: "يعد النص بأرباح مضمونة.",
        zh: "文字承诺稳赚不赔。")
    let weight = 1.0
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.investment))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.investment] >= 2 && (examination.hasLink || examination.phrases.hasAny(.otherChannel, .urgency))
            ? Finding() : nil
    }
}
