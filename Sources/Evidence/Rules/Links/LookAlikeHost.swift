internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A host one or two letters from a known brand’s.
struct LookAlikeHost: Check {
    let sentence = Sentence(
        "link.look-alike-host",
        en: "A link’s host imitates a known one: {1}.",
        fr: "L’hôte d’un lien imite un nom connu : {1}.",
        es: "El servidor de un enlace imita uno conocido: {1}.",
        ru: "Узел ссылки подражает известному: {1}.",
        ar: "مضيف الرابط يقلد اسمًا معروفًا: {1}.",
        zh: "链接主机仿冒知名网站：{1}。")
    let weight = 2.0
    let threat: ThreatClass? = .phishing
    let needs = Needs.host(.brandLookalike)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.brandLookalike) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
