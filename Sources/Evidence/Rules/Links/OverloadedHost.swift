internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A host of many labels, great length, or full of hyphens and digits.
struct OverloadedHost: Check {
    let sentence = Sentence(
        "link.overloaded-host",
        en: "A link’s host is overloaded: {1}.",
        fr: "L’hôte d’un lien est surchargé : {1}.",
        es: "El servidor de un enlace está recargado: {1}.",
        ru: "Имя узла ссылки перегружено: {1}.",
        ar: "مضيف الرابط مثقل: {1}.",
        zh: "链接主机名过于冗长：{1}。")
    let weight = 0.6
    let needs = Needs.host([.longHost, .hyphensOrDigits])

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { !$0.hostSigns.isDisjoint(with: [.longHost, .hyphensOrDigits]) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
