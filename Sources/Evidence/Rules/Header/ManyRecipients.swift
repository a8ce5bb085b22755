internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Far more recipients than people write to in one letter.
struct ManyRecipients: Check {
    let sentence = Sentence(
        "header.many-recipients",
        en: "Recipients named at once: {1}.",
        fr: "Destinataires nommés à la fois : {1}.",
        es: "Destinatarios nombrados a la vez: {1}.",
        ru: "Указано получателей: {1}.",
        ar: "عدد المستلمين المذكورين دفعة واحدة: {1}.",
        zh: "同时列出的收件人数：{1}。")
    let weight = 0.5

    func finding(in examination: Examination) -> Finding? {
        let header = examination.reading.header
        let count = header.to.count + header.cc.count
        return count >= 20 ? Finding("\(count)", strength: count >= 60 ? 2 : 1) : nil
    }
}
