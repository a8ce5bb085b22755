internal import Localization
internal import Messages
internal import Reading

/// A file name with controls that turn its direction: what ends in fdp.exe is shown ending in exe.pdf.
struct TurnedName: Check {
    let sentence = Sentence(
        "attachment.turned-name",
        en: "A file name hides its ending by turning its direction: {1}.",
        fr: "Un nom de fichier cache sa fin en inversant son sens : {1}.",
        es: "Un nombre de archivo oculta su final invirtiendo su sentido: {1}.",
        ru: "Имя файла скрывает окончание сменой направления: {1}.",
        ar: "اسم ملف يخفي نهايته بعكس الاتجاه: {1}.",
        zh: "文件名用方向控制符隐藏扩展名：{1}。")
    let weight = 2.4
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.attachments)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.attachments.first { $0.fileName.unicodeScalars.contains(where: TurnedName.turns) }.map {
            Finding(FileNames.shown($0.fileName))
        }
    }

    /// Whether a scalar turns the direction of what follows (UAX 9 section 2): embeddings, overrides, isolates.
    private static func turns(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066...0x2068: true
        default: false
        }
    }
}
