internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A name before an at sign, put there to be read as the host.
struct UserBeforeHost: Check {
    let sentence = Sentence(
        "link.user-before-host",
        en: "A link carries a false host before the real one: {1}.",
        fr: "Un lien porte un faux hôte avant le vrai : {1}.",
        es: "Un enlace lleva un servidor falso antes del real: {1}.",
        ru: "В ссылке перед настоящим узлом стоит ложный: {1}.",
        ar: "رابط يضع مضيفًا زائفًا قبل الحقيقي: {1}.",
        zh: "链接在真实主机前放了假主机：{1}。")
    let weight = 2.0
    let threat: ThreatClass? = .phishing
    let needs = Needs.link([.userinfo, .userinfoHost])

    func finding(in examination: Examination) -> Finding? {
        guard
            let link = examination.firstLink(where: {
                $0.signs.contains(.userinfoHost) || ($0.signs.contains(.userinfo) && $0.origin != .text)
            })
        else { return nil }
        return Finding(examination.host(of: link))
    }
}
