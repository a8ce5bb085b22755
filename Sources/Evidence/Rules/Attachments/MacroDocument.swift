internal import Localization
internal import Messages
internal import Reading

/// A document of a kind that carries programs.
struct MacroDocument: Check {
    let sentence = Sentence(
        "attachment.macro-document",
        en: "A document that may carry macros is attached: {1}.",
        fr: "Un document pouvant contenir des macros est joint : {1}.",
        es: "Hay un documento que puede llevar macros: {1}.",
        ru: "Вложен документ, который может содержать макросы: {1}.",
        ar: "مرفق مستند قد يحوي وحدات ماكرو: {1}.",
        zh: "附件是可能含宏的文档：{1}。")
    let weight = 1.3
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.attachments)

    func finding(in examination: Examination) -> Finding? {
        let extensions = MacroDocument.extensions
        guard let attachment = examination.reading.attachments.first(where: { extensions.contains($0.fileExtension) }) else { return nil }
        return Finding(FileNames.shown(attachment.fileName))
    }

    private static let extensions: Set<String> = ["docm", "xlsm", "pptm", "dotm", "xltm", "xlam", "xll", "one", "chm"]
}
