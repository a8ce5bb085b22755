internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A subject in capitals.
struct ShoutedSubject: Check {
    let sentence = Sentence(
        "header.shouted-subject",
        en: "The subject is written in capitals.",
        fr: "L’objet est écrit en majuscules.",
        es: "El asunto está escrito en mayúsculas.",
        ru: "Тема написана заглавными буквами.",
        ar: "الموضوع مكتوب بأحرف كبيرة.",
        zh: "主题全部使用大写字母。")
    let weight = 0.7

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        let capitals = reading.subject.count { $0 >= 0x41 && $0 <= 0x5A }
        let small = reading.subject.count { $0 >= 0x61 && $0 <= 0x7A }
        return capitals >= 10 && capitals > small * 4 ? Finding() : nil
    }
}
