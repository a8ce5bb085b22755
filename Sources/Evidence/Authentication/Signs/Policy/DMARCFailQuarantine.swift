internal import Localization
internal import Messages

/// Nothing proves that the mail comes from the author’s domain, which asks to take such mail for suspicious (RFC 9989).
struct DMARCFailQuarantine: AuthenticationSign {
    let sentence = Sentence(
        "authentication.dmarc-quarantine",
        en: "DMARC fails, and {1} asks to treat such mail as suspicious.",
        fr: "DMARC échoue, et {1} demande de tenir ces messages pour suspects.",
        es: "DMARC falla, y {1} pide tratar estos mensajes como sospechosos.",
        ru: "Проверка DMARC не пройдена, и {1} просит считать такие письма подозрительными.",
        ar: "فشل DMARC، ويطلب {1} معاملة مثل هذه الرسائل على أنها مشبوهة.",
        zh: "DMARC 未通过，且 {1} 要求将此类邮件视为可疑。")
    let weight = 1.3

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.unauthenticatedAuthor, facts.policy == AuthenticationFacts.Policy(.fail, wish: .quarantine) else {
            return nil
        }
        // Anybody can put on the marks of a list.
        return Finding(author.domain, strength: facts.isThroughList ? 0.5 : 1)
    }
}
