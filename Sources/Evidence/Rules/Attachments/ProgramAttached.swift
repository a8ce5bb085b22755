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
    let needs = Needs.all(.attachments)

    func finding(in examination: Examination) -> Finding? {
        guard
            let attachment = examination.reading.attachments.first(where: {
                ProgramAttached.isProgram($0.content) || FileNames.runs($0.fileExtension)
            })
        else { return nil }
        return Finding(FileNames.shown(attachment.fileName))
    }

    private static func isProgram(_ content: ContentKind) -> Bool {
        switch content {
        case .windowsProgram, .elfProgram, .shortcut: true
        default: false
        }
    }
}
