internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link through another site to somewhere else.
struct RedirectingLink: Check {
    let sentence = Sentence(
        "link.redirector",
        en: "A link leads through {1} to another place.",
        fr: "Un lien passe par {1} pour mener ailleurs.",
        es: "Un enlace pasa por {1} hacia otro sitio.",
        ru: "Ссылка ведёт через {1} в другое место.",
        ar: "رابط يمر عبر {1} إلى مكان آخر.",
        zh: "链接经由 {1} 跳转到别处。")
    let weight = 0.4
    let threat: ThreatClass? = .phishing
    let needs = Needs.link(.redirector)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.signs.contains(.redirector) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
