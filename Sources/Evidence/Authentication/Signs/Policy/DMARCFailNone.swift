internal import Localization
internal import Messages

/// Nothing proves that the mail comes from the author’s domain, which only watches (RFC 9989).
struct DMARCFailNone: AuthenticationSign {
    let sentence = Sentence(
        "authentication.dmarc-none",
        en: "DMARC fails; {1} asks for no consequence.",
        fr: "DMARC échoue ; {1} ne demande aucune conséquence.",
        es: "DMARC falla; {1} no pide ninguna consecuencia.",
        ru: "Проверка DMARC не пройдена; {1} не просит никаких мер.",
        ar: "فشل DMARC؛ ولا يطلب {1} أي إجراء.",
        zh: "DMARC 未通过；{1} 未要求采取措施。")
    let weight = 0.4

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.unauthenticatedAuthor, facts.policy == AuthenticationFacts.Policy(.fail, wish: .none), !facts.isThroughList
        else {
            return nil
        }
        return Finding(author.domain)
    }
}
