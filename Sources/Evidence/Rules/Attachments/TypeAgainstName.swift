internal import Localization
internal import Messages
internal import Reading

/// What a file is and what its name says differ.
struct TypeAgainstName: Check {
    let sentence = Sentence(
        "attachment.type-against-name",
        en: "A file is not what its name says: {1} is {2}.",
        fr: "Un fichier n’est pas ce que dit son nom : {1} est {2}.",
        es: "Un archivo no es lo que dice su nombre: {1} es {2}.",
        ru: "Файл не то, чем назван: {1} — это {2}.",
        ar: "ملف ليس ما يقوله اسمه: {1} هو {2}.",
        zh: "文件与其名称不符：{1} 实为 {2}。")
    let weight = 1.2
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.attachments)

    func finding(in examination: Examination) -> Finding? {
        guard let attachment = examination.reading.attachments.first(where: { FileNames.contradicts($0.fileExtension, $0.content) }) else {
            return nil
        }
        return Finding(FileNames.shown(attachment.fileName), attachment.content.rawValue)
    }
}
