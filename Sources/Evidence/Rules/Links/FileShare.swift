internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A file where anybody puts one.
struct FileShare: Check {
    let sentence = Sentence(
        "link.file-share",
        en: "A link opens a file on a public share: {1}.",
        fr: "Un lien ouvre un fichier d’un partage public : {1}.",
        es: "Un enlace abre un archivo compartido: {1}.",
        ru: "Ссылка открывает файл в публичном хранилище: {1}.",
        ar: "رابط يفتح ملفًا في مشاركة عامة: {1}.",
        zh: "链接指向公共文件分享：{1}。")
    let weight = 0.4
    let threat: ThreatClass? = .malware
    let needs = Needs.host(.fileSharing)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.fileSharing) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
