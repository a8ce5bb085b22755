internal import Localization
internal import Messages

/// A domain that imitates a known one is authenticated: somebody has set it up for this.
struct LookAlikeAuthenticated: AuthenticationSign {
    let sentence = Sentence(
        "authentication.look-alike-authenticated",
        en: "The mail does come from {1}, a domain that imitates a known one.",
        fr: "Le message vient bien de {1}, un domaine qui imite un nom connu.",
        es: "El mensaje viene de verdad de {1}, un dominio que imita uno conocido.",
        ru: "Письмо действительно отправлено с {1} — домена, который подражает известному.",
        ar: "الرسالة قادمة فعلًا من {1}، وهو نطاق يقلد نطاقًا معروفًا.",
        zh: "邮件确实来自 {1}，而这是一个仿冒知名域名的域名。")
    let weight = 0.8
    let threat: ThreatClass? = .phishing

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.author, author.isImitation, facts.standing == .authenticated else { return nil }
        return Finding(author.domain)
    }
}
