internal import Localization
internal import Messages

/// The mail names a known brand’s own domain, which publishes who may send for it, and it is not one of those. With the marks of a list it
/// counts half.
struct BrandForged: AuthenticationSign {
    let sentence = Sentence(
        "authentication.brand-forged",
        en: "The mail says it comes from {1}, a known sender, which does not answer for it.",
        fr: "Le message se dit de {1}, un expéditeur connu, qui n’en répond pas.",
        es: "El mensaje dice venir de {1}, un remitente conocido, que no responde de él.",
        ru: "Письмо выдаёт себя за отправленное с {1}, домена известного отправителя, который за него не отвечает.",
        ar: "تدّعي الرسالة أنها من {1}، وهو مرسل معروف، لكنه لا يقرّ بها.",
        zh: "邮件自称来自知名发件人 {1}，但该域名并不为它作证。")
    let weight = 2.2
    let threat: ThreatClass? = .phishing

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.unauthenticatedAuthor, author.isBrand else { return nil }
        let isDenied = facts.sender.map { $0.isAligned && [.fail, .softfail].contains($0.result) } ?? false
        guard facts.policy?.result == .fail || isDenied else { return nil }
        return Finding(author.domain, strength: facts.isThroughList ? 0.5 : 1)
    }
}
