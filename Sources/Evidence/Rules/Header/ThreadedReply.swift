internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Answers an earlier mail by its id and quotes it: what people do, and bulk mail hardly ever.
struct ThreadedReply: Check {
    let sentence = Sentence(
        "header.threaded-reply",
        en: "The mail answers an earlier one and quotes it.",
        fr: "Le message répond à un autre et le cite.",
        es: "El mensaje responde a otro y lo cita.",
        ru: "Письмо отвечает на другое и цитирует его.",
        ar: "ترد الرسالة على رسالة سابقة وتقتبس منها.",
        zh: "邮件回复并引用了先前的邮件。")
    let weight = -1.5
    let needs = Needs.all([.mail, .reply])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.has(.inReplyTo) || reading.has(.references) else { return nil }
        return reading.hasQuotedLines ? Finding() : nil
    }
}
