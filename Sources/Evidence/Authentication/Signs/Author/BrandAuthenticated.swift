internal import Localization
internal import Messages

/// The domain of a known brand answers for a mail that says it is the brand’s. Somebody may have had it sent for them, and a signature
/// alone can be sent on by anybody: then it counts half.
struct BrandAuthenticated: AuthenticationSign {
    let sentence = Sentence(
        "authentication.brand-authenticated",
        en: "It is proved that the mail comes from {1}, a known sender’s own domain.",
        fr: "Il est prouvé que le message vient de {1}, domaine propre d’un expéditeur connu.",
        es: "Está probado que el mensaje viene de {1}, dominio propio de un remitente conocido.",
        ru: "Доказано, что письмо отправлено с {1} — собственного домена известного отправителя.",
        ar: "ثبت أن الرسالة قادمة من {1}، وهو نطاق خاص بمرسل معروف.",
        zh: "已证实邮件来自 {1}，这是知名发件人自己的域名。")
    let weight = -1.5

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.author, author.kind == .brand, facts.standing == .authenticated else { return nil }
        if facts.isSenderAligned { return Finding(author.domain) }
        let signed = facts.signatures.filter { $0.isAligned && $0.result == .pass }
        // What stands behind an unsigned tail or a second From is not the brand's word.
        guard signed.isEmpty || signed.contains(where: { $0.flaws.isEmpty }) else { return nil }
        return Finding(author.domain, strength: 0.5)
    }
}
