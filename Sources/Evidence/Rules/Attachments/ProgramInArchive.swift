internal import Localization
internal import Messages
internal import Reading

/// An archive that holds a program.
struct ProgramInArchive: Check {
    let sentence = Sentence(
        "attachment.program-in-archive",
        en: "An archive holds a program: {1}.",
        fr: "Une archive contient un programme : {1}.",
        es: "Un archivo comprimido contiene un programa: {1}.",
        ru: "В архиве программа: {1}.",
        ar: "أرشيف يحوي برنامجًا: {1}.",
        zh: "压缩包内含程序：{1}。")
    let weight = 2.2
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.archives)

    func finding(in examination: Examination) -> Finding? {
        let names = examination.reading.attachments.flatMap { $0.archivedNames }
        return names.first { FileNames.runs(Attachment.fileExtension(of: $0)) }.map { Finding(FileNames.shown($0)) }
    }
}
