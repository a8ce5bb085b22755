internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Carries the marks of a mailing list and a conversation in it (RFC 2919): discussion, not advertising.
struct ListMail: Check {
    let sentence = Sentence(
        "header.list-mail",
        en: "The mail belongs to a discussion on a mailing list ({1}).",
        fr: "Le message fait partie d’une discussion sur une liste ({1}).",
        es: "El mensaje pertenece a una conversación de una lista ({1}).",
        ru: "Письмо относится к обсуждению в рассылке ({1}).",
        ar: "الرسالة جزء من نقاش في قائمة بريدية ({1}).",
        zh: "邮件属于邮件列表中的讨论（{1}）。")
    let weight = -1.2
    let layer = Layer.service
    let needs = Needs.all([.mail, .list])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.has(.listPost) || reading.has(.inReplyTo), let list = reading.value(of: .listID) else { return nil }
        return Finding(String(list.prefix(60)))
    }
}
