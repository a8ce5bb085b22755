internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Nothing to read, and nothing attached.
struct EmptyBody: Check {
    let sentence = Sentence(
        "mime.empty-body",
        en: "The message has no content.",
        fr: "Le message n’a pas de contenu.",
        es: "El mensaje no tiene contenido.",
        ru: "В сообщении нет содержимого.",
        ar: "لا محتوى للرسالة.",
        zh: "邮件没有内容。")
    let weight = 0.4
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && reading.attachments.isEmpty && reading.bodyWords.isEmpty ? Finding() : nil
    }
}
