internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A mail without a date, which RFC 5322 section 3.6 requires and every honest program writes.
struct MissingDate: Check {
    let sentence = Sentence(
        "header.missing-date",
        en: "The mail has no date.",
        fr: "Le message n’a pas de date.",
        es: "El mensaje no tiene fecha.",
        ru: "В письме нет даты.",
        ar: "لا تحمل الرسالة تاريخًا.",
        zh: "邮件没有日期。")
    let weight = 0.9
    let needs = Needs.all([.mail, .noDate])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && !reading.has(.date) ? Finding() : nil
    }
}
