internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A date that cannot be read (RFC 5322 section 3.3).
struct UnreadableDate: Check {
    let sentence = Sentence(
        "date.unreadable",
        en: "The date cannot be read.",
        fr: "La date est illisible.",
        es: "La fecha no se puede leer.",
        ru: "Дату не удаётся прочитать.",
        ar: "يتعذر قراءة التاريخ.",
        zh: "日期无法解读。")
    let weight = 0.9
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, let date = reading.header.date else { return nil }
        return date.timestamp == nil ? Finding() : nil
    }
}
