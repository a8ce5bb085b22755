internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link to a file instead of a page. On another machine's share it makes some systems hand that machine the reader's credentials; on
/// the reader's own disk it is most often a careless writer's.
struct LocalFileLink: Check {
    let sentence = Sentence(
        "link.local-file",
        en: "A link opens a file on a disk or network share, not a web page: {1}.",
        fr: "Un lien ouvre un fichier d’un disque ou d’un partage réseau, pas une page web : {1}.",
        es: "Un enlace abre un archivo de un disco o de una carpeta de red, no una página web: {1}.",
        ru: "Ссылка открывает файл на диске или в сетевой папке, а не веб-страницу: {1}.",
        ar: "رابط يفتح ملفًا على قرص أو مجلد شبكة لا صفحة ويب: {1}.",
        zh: "链接打开的是磁盘或网络共享上的文件，而不是网页：{1}。")
    let weight = 0.8
    let needs = Needs.link(.fileScheme)

    func finding(in examination: Examination) -> Finding? {
        let onShare = examination.firstLink { $0.signs.contains(.fileScheme) && !$0.url.host.isEmpty }
        guard let link = onShare ?? examination.firstLink(where: { $0.signs.contains(.fileScheme) }) else { return nil }
        return Finding(examination.host(of: link), strength: onShare == nil ? 1 : 2)
    }
}
