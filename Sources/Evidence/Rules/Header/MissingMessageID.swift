internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A mail without a Message-ID (RFC 5322 section 3.6.4: it should have one).
struct MissingMessageID: Check {
    let sentence = Sentence(
        "header.missing-message-id",
        en: "The mail has no Message-ID.",
        fr: "Le message n’a pas de Message-ID.",
        es: "El mensaje no tiene Message-ID.",
        ru: "В письме нет Message-ID.",
        ar: "ليس للرسالة معرّف Message-ID.",
        zh: "邮件没有 Message-ID。")
    let weight = 0.6
    let needs = Needs.all([.mail, .noMessageID])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && !reading.has(.messageID) ? Finding() : nil
    }
}
