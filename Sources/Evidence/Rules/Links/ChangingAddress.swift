internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A host under a provider of names for changing addresses.
struct ChangingAddress: Check {
    let sentence = Sentence(
        "link.dynamic-name",
        en: "A link’s host has a name for changing addresses: {1}.",
        fr: "L’hôte d’un lien a un nom pour adresses changeantes : {1}.",
        es: "El servidor de un enlace usa un nombre dinámico: {1}.",
        ru: "Узел ссылки — имя для меняющихся адресов: {1}.",
        ar: "مضيف الرابط اسم لعناوين متغيرة: {1}.",
        zh: "链接主机使用动态域名：{1}。")
    let weight = 1.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.host(.dynamicDNS)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.dynamicDNS) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
