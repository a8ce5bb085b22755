internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A host spelt with letters that only look like those of a known one (UTS 39).
struct HomographHost: Check {
    let sentence = Sentence(
        "link.homograph",
        en: "A link’s host is spelt with look-alike letters: {1}.",
        fr: "L’hôte d’un lien est écrit avec des lettres ressemblantes : {1}.",
        es: "El servidor de un enlace usa letras parecidas: {1}.",
        ru: "Узел ссылки написан похожими буквами: {1}.",
        ar: "مضيف الرابط مكتوب بأحرف متشابهة: {1}.",
        zh: "链接主机用形似字母拼写：{1}。")
    let weight = 2.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.host(.homograph)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.homograph) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
