internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Zero bytes in header or text: some programs stop reading there.
struct NullBytes: Check {
    let sentence = Sentence(
        "mime.null-bytes",
        en: "The message holds zero bytes.",
        fr: "Le message contient des octets nuls.",
        es: "El mensaje contiene bytes nulos.",
        ru: "В сообщении есть нулевые байты.",
        ar: "تحوي الرسالة بايتات صفرية.",
        zh: "邮件含有空字节。")
    let weight = 0.8
    let needs = Needs.all(.defects)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.has(.nullInHeader) || examination.reading.has(.nullInText) ? Finding() : nil
    }
}
