internal import Localization
internal import Messages
internal import Reading

/// A program, or a file that opens as one.
struct ProgramAttached: Check {
    let sentence = Sentence(
        "attachment.program",
        en: "A program is attached: {1}.",
        fr: "Un programme est joint : {1}.",
        es: "Hay un programa adjunto: {1}.",
        ru: "Вложена программа: {1}.",
        ar: "مرفق برنامج: {1}.",
        zh: "附件是程序：{1}。")
    let weight = 2.4
    let threat: ThreatClass? = .malware

    func finding(in examination: Examination) -> Finding? {
        let programs: Set<ContentKind> = [.windowsProgram, .elfProgram, .shortcut]
        guard
            let attachment = examination.reading.attachments.first(where: {
                programs.contains($0.content) || FileNames.runs($0.fileExtension)
            })
        else { return nil }
        return Finding(FileNames.shown(attachment.fileName))
    }
}
