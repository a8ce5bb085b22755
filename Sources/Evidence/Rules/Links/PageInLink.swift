internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A whole page or a script inside the link.
struct PageInLink: Check {
    let sentence = Sentence(
        "link.page-inside",
        en: "A link carries a page or script inside itself.",
        fr: "Un lien contient lui-même une page ou un script.",
        es: "Un enlace lleva dentro una página o un script.",
        ru: "Ссылка содержит в себе страницу или сценарий.",
        ar: "رابط يحمل داخله صفحة أو نصًا برمجيًا.",
        zh: "链接自身内含页面或脚本。")
    let weight = 1.8
    let threat: ThreatClass? = .phishing
    let needs = Needs.link([.dataScheme, .scriptScheme])

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { !$0.signs.isDisjoint(with: [.dataScheme, .scriptScheme]) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
