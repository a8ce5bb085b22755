internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A page where anybody puts one up for nothing.
struct FreeHosting: Check {
    let sentence = Sentence(
        "link.free-hosting",
        en: "A link opens a page on a free host: {1}.",
        fr: "Un lien ouvre une page d’un hébergeur gratuit : {1}.",
        es: "Un enlace abre una página en un alojamiento gratuito: {1}.",
        ru: "Ссылка ведёт на бесплатный хостинг: {1}.",
        ar: "رابط يفتح صفحة على استضافة مجانية: {1}.",
        zh: "链接指向免费托管页面：{1}。")
    let weight = 0.7
    let threat: ThreatClass? = .phishing
    let needs = Needs.host([.freeHosting, .formBuilder])

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { !$0.hostSigns.isDisjoint(with: [.freeHosting, .formBuilder]) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
