internal import Localization
internal import Messages
internal import Reading

/// Names in an archive that climb out of the folder they are unpacked into.
struct PathInArchive: Check {
    let sentence = Sentence(
        "attachment.climbing-path",
        en: "Names in an archive climb out of their folder: {1}.",
        fr: "Des noms dans une archive sortent de leur dossier : {1}.",
        es: "Hay nombres que salen de su carpeta: {1}.",
        ru: "Имена в архиве выходят за пределы папки: {1}.",
        ar: "أسماء في أرشيف تخرج من مجلدها: {1}.",
        zh: "压缩包内文件名越出目录：{1}。")
    let weight = 2.0
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.archives)

    func finding(in examination: Examination) -> Finding? {
        let names = examination.reading.attachments.flatMap { $0.archivedNames }
        return names.first { $0.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..") || $0.hasPrefix("/") }.map {
            Finding(FileNames.shown($0))
        }
    }
}
