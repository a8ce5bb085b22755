internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A renewal nobody ordered, and a number to call.
struct RenewalCall: Check {
    let sentence = Sentence(
        "shape.renewal-call",
        en: "The text announces a charge and a number to call.",
        fr: "Le texte annonce un prélèvement et un numéro à appeler.",
        es: "El texto anuncia un cargo y un número al que llamar.",
        ru: "Текст сообщает о списании и даёт номер для звонка.",
        ar: "يعلن النص خصمًا ورقمًا للاتصال.",
        zh: "文字通知扣费并留下电话号码。")
    let weight = 1.3
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.renewal, .technicalHelp))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases.hasAny(.renewal, .technicalHelp) && examination.hasNumber ? Finding() : nil
    }
}
