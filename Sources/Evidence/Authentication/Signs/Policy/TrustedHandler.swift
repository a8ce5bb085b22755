internal import Localization
internal import Messages

/// A handler that the settings name as trusted says that the author was authenticated when the mail came to it, and nobody changed its word
/// (RFC 8617). A chain of strangers says nothing.
struct TrustedHandler: AuthenticationSign {
    let sentence = Sentence(
        "authentication.trusted-handler",
        en: "{1}, which we trust, says that the sender was proved when the mail came there.",
        fr: "{1}, à qui nous faisons confiance, dit que l’expéditeur était prouvé à l’arrivée du message.",
        es: "{1}, en quien confiamos, dice que el remitente estaba probado cuando llegó allí el mensaje.",
        ru: "{1}, которому мы доверяем, сообщает, что при поступлении туда письма отправитель был подтверждён.",
        ar: "يقول {1}، وهو موثوق لدينا، إن المرسل كان مُثبتًا عندما وصلته الرسالة.",
        zh: "我们信任的 {1} 表示，邮件到达该处时发件人已得到证实。")
    let weight = -0.3

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard facts.isVouchedByHandler, facts.standing != .authenticated, let handler = facts.handler else { return nil }
        return Finding(handler.domain)
    }
}
