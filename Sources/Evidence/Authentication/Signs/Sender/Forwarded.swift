internal import Localization
internal import Messages

/// SPF fails and the author’s signature holds: somebody forwarded the mail, and that SPF fails says nothing.
struct Forwarded: AuthenticationSign {
    let sentence = Sentence(
        "authentication.forwarded",
        en: "The mail was forwarded: the signature of {1} holds, so that SPF says nothing.",
        fr: "Le message a été transféré : la signature de {1} tient, et SPF ne dit donc rien.",
        es: "El mensaje fue reenviado: la firma de {1} se mantiene, así que SPF no dice nada.",
        ru: "Письмо было переслано: подпись {1} верна, поэтому SPF ни о чём не говорит.",
        ar: "أُعيد توجيه الرسالة: توقيع {1} سليم، فلا دلالة لـ SPF.",
        zh: "邮件经过转发：{1} 的签名有效，因此 SPF 结果没有意义。")
    let weight = -0.05
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let sender = facts.sender, [.fail, .softfail].contains(sender.result),
            let signature = facts.signatures.first(where: { $0.isAligned && $0.result == .pass })
        else { return nil }
        return Finding(signature.domain)
    }
}
