internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A sender’s domain that imitates a known one.
struct LookAlikeSender: Check {
    let sentence = Sentence(
        "identity.look-alike-sender",
        en: "The sender’s domain imitates a known one: {1}.",
        fr: "Le domaine de l’expéditeur imite un nom connu : {1}.",
        es: "El dominio del remitente imita uno conocido: {1}.",
        ru: "Домен отправителя подражает известному: {1}.",
        ar: "نطاق المرسل يقلد اسمًا معروفًا: {1}.",
        zh: "发件人域名仿冒知名域名：{1}。")
    let weight = 2.0
    let layer = Layer.service
    let threat: ThreatClass? = .phishing

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.reading.links.all.first(where: { $0.origin == .header }) else { return nil }
        let imitates =
            !link.hostSigns.isDisjoint(with: [.homograph, .brandLookalike, .brandElsewhere]) && !link.hostSigns.contains(.brandOwn)
        return imitates ? Finding(examination.host(of: link)) : nil
    }
}
