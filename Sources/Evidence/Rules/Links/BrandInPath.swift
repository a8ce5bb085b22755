internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A brand’s name in the path of a host that is not the brand’s.
struct BrandInPath: Check {
    let sentence = Sentence(
        "link.brand-in-path",
        en: "A link has a brand’s name in its path, on another’s host: {1}.",
        fr: "Un lien porte un nom de marque dans son chemin, chez un autre : {1}.",
        es: "Un enlace lleva una marca en su ruta, en servidor ajeno: {1}.",
        ru: "В пути ссылки имя бренда, а узел чужой: {1}.",
        ar: "رابط يحمل اسم علامة في مساره على مضيف آخر: {1}.",
        zh: "链接路径含品牌名但主机属他人：{1}。")
    let weight = 0.7
    let threat: ThreatClass? = .phishing
    let needs = Needs.link(.brandInPath)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.signs.contains(.brandInPath) && !$0.hostSigns.contains(.brandOwn) }) else {
            return nil
        }
        return Finding(examination.host(of: link))
    }
}
