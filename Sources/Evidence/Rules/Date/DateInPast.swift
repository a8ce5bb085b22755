internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A date that lies days before the mail was handed over: a program with a wrong clock, or a stored batch.
struct DateInPast: Check {
    let sentence = Sentence(
        "date.in-past",
        en: "The date lies {1} days before the mail was handed over.",
        fr: "La date précède la remise de {1} jours.",
        es: "La fecha es {1} días anterior a la entrega.",
        ru: "Дата на {1} дн. раньше передачи письма.",
        ar: "التاريخ يسبق تسليم الرسالة بـ {1} يومًا.",
        zh: "日期比邮件递交早 {1} 天。")
    let weight = 0.7
    let needs = Needs.all([.mail, .route])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, let date = reading.header.date?.timestamp, let received = reading.message.hops.first?.time else { return nil }
        let days = received.seconds(since: date) / 86_400
        return days >= 4 ? Finding("\(days)") : nil
    }
}
