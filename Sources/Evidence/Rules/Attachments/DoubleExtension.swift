internal import Localization
internal import Messages
internal import Reading

/// A name with two extensions, the last of which runs: invoice.pdf.exe.
struct DoubleExtension: Check {
    let sentence = Sentence(
        "attachment.double-extension",
        en: "A file pretends to be a document: {1}.",
        fr: "Un fichier se fait passer pour un document : {1}.",
        es: "Un archivo finge ser un documento: {1}.",
        ru: "Файл выдаёт себя за документ: {1}.",
        ar: "ملف يتظاهر بأنه مستند: {1}.",
        zh: "文件伪装成文档：{1}。")
    let weight = 2.2
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.attachments)

    func finding(in examination: Examination) -> Finding? {
        let names = examination.reading.attachments.map(\.fileName) + examination.reading.attachments.flatMap { $0.archivedNames }
        return names.first(where: FileNames.hidesProgram).map { Finding(FileNames.shown($0)) }
    }
}
