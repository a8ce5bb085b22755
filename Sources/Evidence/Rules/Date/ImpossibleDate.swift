internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A date whose weekday or fields contradict each other.
struct ImpossibleDate: Check {
    let sentence = Sentence(
        "date.contradictory",
        en: "The date contradicts itself.",
        fr: "La date se contredit.",
        es: "La fecha se contradice.",
        ru: "Дата противоречит сама себе.",
        ar: "التاريخ متناقض.",
        zh: "日期自相矛盾。")
    let weight = 0.8
    let needs = Needs.all([.mail, .defects])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && (reading.has(.dateWrongWeekday) || reading.has(.dateImpossible)) ? Finding() : nil
    }
}
