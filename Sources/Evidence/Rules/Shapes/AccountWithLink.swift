internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A blocked account or card, and a link or number to follow.
struct AccountWithLink: Check {
    let sentence = Sentence(
        "shape.account",
        en: "The text warns of an account and wants a link opened or a number called.",
        fr: "Le texte alarme au sujet d’un compte et veut faire ouvrir un lien ou appeler.",
        es: "El texto alerta sobre una cuenta y quiere que se abra un enlace o se llame.",
        ru: "Текст пугает проблемой со счётом и просит открыть ссылку или позвонить.",
        ar: "يحذّر النص من مشكلة في حساب ويريد فتح رابط أو الاتصال.",
        zh: "文字警告账户有问题并要求打开链接或拨打电话。")
    let weight = 1.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.phrase(ThemeSet(.account))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases.has(.account) && (examination.hasLink || examination.hasNumber)
            && (examination.isShortText || examination.phrases.hasAny(.urgency, .follow)) ? Finding() : nil
    }
}
