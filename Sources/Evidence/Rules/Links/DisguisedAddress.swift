internal import Links
internal import Localization
internal import Messages
internal import Reading

/// An address written as one number, in octal or hexadecimal.
struct DisguisedAddress: Check {
    let sentence = Sentence(
        "link.disguised-address",
        en: "A link hides its address in an odd notation: {1}.",
        fr: "Un lien cache son adresse dans une notation étrange : {1}.",
        es: "Un enlace oculta su dirección en una notación extraña: {1}.",
        ru: "Ссылка прячет адрес в странной записи: {1}.",
        ar: "رابط يخفي عنوانه بصيغة غريبة: {1}.",
        zh: "链接用奇怪的写法隐藏地址：{1}。")
    let weight = 2.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.host(.oddIPv4)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.oddIPv4) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
