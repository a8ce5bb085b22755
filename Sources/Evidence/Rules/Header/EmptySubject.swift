internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A mail without a subject.
struct EmptySubject: Check {
    let sentence = Sentence(
        "header.empty-subject",
        en: "The mail has no subject.",
        fr: "Le message n’a pas d’objet.",
        es: "El mensaje no tiene asunto.",
        ru: "У письма нет темы.",
        ar: "ليس للرسالة موضوع.",
        zh: "邮件没有主题。")
    let weight = 0.3
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && reading.subject.allSatisfy { $0 <= 0x20 } ? Finding() : nil
    }
}
