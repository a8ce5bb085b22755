internal import Localization
internal import Messages

/// A domain that imitates a known one does not even answer for the mail.
struct LookAlikeUnauthenticated: AuthenticationSign {
    let sentence = Sentence(
        "authentication.look-alike-unauthenticated",
        en: "The sender’s domain {1} imitates a known one, and nothing proves that the mail comes from it.",
        fr: "Le domaine de l’expéditeur {1} imite un nom connu, et rien ne prouve que le message en vient.",
        es: "El dominio del remitente {1} imita uno conocido, y nada prueba que el mensaje venga de él.",
        ru: "Домен отправителя {1} подражает известному, и ничто не доказывает, что письмо отправлено с него.",
        ar: "نطاق المرسل {1} يقلد نطاقًا معروفًا، ولا شيء يثبت أن الرسالة قادمة منه.",
        zh: "发件人域名 {1} 仿冒知名域名，且没有任何证据表明邮件来自该域名。")
    let weight = 1.2
    let threat: ThreatClass? = .phishing

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.unauthenticatedAuthor, author.isImitation else { return nil }
        return Finding(author.domain)
    }
}
