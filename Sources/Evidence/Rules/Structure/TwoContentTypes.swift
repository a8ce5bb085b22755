internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Two Content-Type fields in one header: programs disagree on what the message is.
struct TwoContentTypes: Check {
    let sentence = Sentence(
        "mime.two-content-types",
        en: "The message says twice, and differently, what it is.",
        fr: "Le message annonce deux fois ce qu’il est, et pas de la même façon.",
        es: "El mensaje dice dos veces, y distinto, lo que es.",
        ru: "Сообщение дважды и по-разному указывает свой тип.",
        ar: "تصف الرسالة نوعها مرتين وصفًا مختلفًا.",
        zh: "邮件两次声明自身类型且不一致。")
    let weight = 0.9
    let needs = Needs.all(.defects)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.has(.duplicateContentType) ? Finding() : nil
    }
}
