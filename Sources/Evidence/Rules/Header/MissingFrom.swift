internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A mail that names no author, which RFC 5322 section 3.6 requires.
struct MissingFrom: Check {
    let sentence = Sentence(
        "header.missing-from",
        en: "The mail names no author.",
        fr: "Le message ne nomme aucun auteur.",
        es: "El mensaje no nombra a ningún autor.",
        ru: "В письме не указан автор.",
        ar: "لا تذكر الرسالة كاتبًا.",
        zh: "邮件没有注明发件人。")
    let weight = 1.0
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.message.headers.count > 0 else { return nil }
        return reading.header.from.contains { !$0.domain.isEmpty } ? nil : Finding()
    }
}
