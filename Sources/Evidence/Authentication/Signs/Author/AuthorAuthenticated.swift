internal import Localization
internal import Messages

/// The author’s domain answers for the mail. That opens the door to what is known of the domain, and says nothing of whether the mail is
/// wanted: whoever sends spam from a domain of their own authenticates it too.
struct AuthorAuthenticated: AuthenticationSign {
    let sentence = Sentence(
        "authentication.author-authenticated",
        en: "It is proved that the mail comes from {1}; that does not make it wanted.",
        fr: "Il est prouvé que le message vient de {1} ; cela ne le rend pas souhaité.",
        es: "Está probado que el mensaje viene de {1}; eso no lo hace deseado.",
        ru: "Доказано, что письмо отправлено с {1}; желательным оно от этого не становится.",
        ar: "ثبت أن الرسالة قادمة من {1}؛ وهذا لا يجعلها مرغوبة.",
        zh: "已证实邮件来自 {1}；但这不表示它是收件人想要的。")
    /// Next to nothing: in published counts spam passes SPF and DKIM as often as other mail.
    let weight = -0.05

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.author, author.kind == .stranger || author.kind == .brandByName, facts.standing == .authenticated else {
            return nil
        }
        return Finding(author.domain)
    }
}
