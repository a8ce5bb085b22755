internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A sender’s domain that cannot exist: no dot, an address literal, or a name kept for tests.
struct NoSuchDomain: Check {
    let sentence = Sentence(
        "identity.impossible-domain",
        en: "The sender’s domain cannot exist: {1}.",
        fr: "Le domaine de l’expéditeur ne peut exister : {1}.",
        es: "El dominio del remitente no puede existir: {1}.",
        ru: "Такой домен отправителя невозможен: {1}.",
        ar: "نطاق المرسل لا يمكن أن يوجد: {1}.",
        zh: "发件人域名不可能存在：{1}。")
    let weight = 0.9
    let layer = Layer.service

    func finding(in examination: Examination) -> Finding? {
        guard let domain = examination.reading.author?.domain, !domain.isEmpty else { return nil }
        let last = domain.split(separator: ".").last.map(String.init) ?? ""
        let isImpossible =
            !domain.contains(".") || domain.hasPrefix("[") || ["local", "localdomain", "lan", "internal", "localhost"].contains(last)
        return isImpossible ? Finding(String(domain.prefix(60))) : nil
    }
}
