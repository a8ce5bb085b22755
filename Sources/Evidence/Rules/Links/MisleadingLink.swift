internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link whose shown text names another site than the one it opens.
struct MisleadingLink: Check {
    let sentence = Sentence(
        "link.misleading",
        en: "A link shows another address than the one it opens: {1}.",
        fr: "Un lien affiche une autre adresse que celle qu’il ouvre : {1}.",
        es: "Un enlace muestra otra dirección que la que abre: {1}.",
        ru: "Ссылка показывает один адрес, а открывает другой: {1}.",
        ar: "رابط يُظهر عنوانًا ويفتح غيره: {1}.",
        zh: "链接显示的地址与打开的不同：{1}。")
    let weight = 1.4
    let threat: ThreatClass? = .phishing
    let needs = Needs.link(.mismatch)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.signs.contains(.mismatch) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
