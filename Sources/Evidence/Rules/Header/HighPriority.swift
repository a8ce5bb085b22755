internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A mail that calls itself urgent; honest programs seldom do.
struct HighPriority: Check {
    let sentence = Sentence(
        "header.high-priority",
        en: "The mail marks itself as urgent.",
        fr: "Le message se dit urgent.",
        es: "El mensaje se marca como urgente.",
        ru: "Письмо помечено как срочное.",
        ar: "تصف الرسالة نفسها بأنها عاجلة.",
        zh: "邮件自称紧急。")
    let weight = 0.4
    let needs = Needs.all([.mail, .priority])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail else { return nil }
        let priority = reading.value(of: .xPriority)?.first
        let importance = reading.value(of: .importance)?.lowercased() ?? ""
        return priority == "1" || priority == "2" || importance == "high" ? Finding() : nil
    }
}
