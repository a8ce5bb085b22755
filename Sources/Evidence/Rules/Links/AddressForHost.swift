internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link to a bare network address: pages of people and firms have names.
struct AddressForHost: Check {
    let sentence = Sentence(
        "link.address-for-host",
        en: "A link opens a bare network address: {1}.",
        fr: "Un lien ouvre une adresse réseau nue : {1}.",
        es: "Un enlace abre una dirección de red sin nombre: {1}.",
        ru: "Ссылка открывает голый сетевой адрес: {1}.",
        ar: "رابط يفتح عنوان شبكة مجردًا: {1}.",
        zh: "链接指向裸网络地址：{1}。")
    let weight = 1.3
    let threat: ThreatClass? = .phishing
    let needs = Needs.host(.addressLiteral)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.addressLiteral) && !$0.hostSigns.contains(.privateAddress) })
        else { return nil }
        return Finding(examination.host(of: link))
    }
}
