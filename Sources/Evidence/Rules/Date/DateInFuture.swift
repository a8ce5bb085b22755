internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A date that lies well after the moment the mail came in: it keeps the mail on top of the list.
struct DateInFuture: Check {
    let sentence = Sentence(
        "date.in-future",
        en: "The date lies {1} hours in the future.",
        fr: "La date est dans le futur de {1} heures.",
        es: "La fecha está {1} horas en el futuro.",
        ru: "Дата в будущем на {1} ч.",
        ar: "التاريخ في المستقبل بمقدار {1} ساعة.",
        zh: "日期在未来 {1} 小时。")
    let weight = 1.2
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, let date = reading.header.date?.timestamp else { return nil }
        let hours = date.seconds(since: examination.receivedOrNow) / 3600
        return hours >= 12 ? Finding("\(hours)", strength: hours >= 96 ? 1.5 : 1) : nil
    }
}
