internal import Localization
internal import Messages

/// Nothing proves that the mail comes from the author’s domain, which asks to refuse such mail (RFC 9989).
struct DMARCFailReject: AuthenticationSign {
    let sentence = Sentence(
        "authentication.dmarc-reject",
        en: "DMARC fails, and {1} asks to refuse such mail.",
        fr: "DMARC échoue, et {1} demande de refuser ces messages.",
        es: "DMARC falla, y {1} pide rechazar estos mensajes.",
        ru: "Проверка DMARC не пройдена, и {1} просит отклонять такие письма.",
        ar: "فشل DMARC، ويطلب {1} رفض مثل هذه الرسائل.",
        zh: "DMARC 未通过，且 {1} 要求拒收此类邮件。")
    let weight = 1.8

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.unauthenticatedAuthor, facts.policy == AuthenticationFacts.Policy(.fail, wish: .reject) else { return nil }
        // Anybody can put on the marks of a list.
        return Finding(author.domain, strength: facts.isThroughList ? 0.5 : 1)
    }
}
