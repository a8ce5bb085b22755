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

    func finding(in examination: Examination) -> Finding? {
        let controls: Set<Unicode.Scalar> = ["\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}"]
        return examination.reading.attachments.first { $0.fileName.unicodeScalars.contains(where: controls.contains) }.map {
            Finding(FileNames.shown($0.fileName))
        }
    }
}
