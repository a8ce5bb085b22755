internal import Localization
internal import Messages

/// The return path is authenticated, and it is not the author’s: as with services that send for others, and with whoever hides behind a
/// name.
struct SPFUnaligned: AuthenticationSign {
    let sentence = Sentence(
        "authentication.spf-unaligned",
        en: "{1} answers for sending the mail, but not {2}, from which it says it comes.",
        fr: "{1} répond de l’envoi du message, mais pas {2}, d’où il se dit venir.",
        es: "{1} responde del envío del mensaje, pero no {2}, de donde dice venir.",
        ru: "За отправку письма отвечает {1}, но не {2}, откуда оно якобы отправлено.",
        ar: "يقرّ {1} بإرسال الرسالة، لا {2} الذي تدّعي أنها منه.",
        zh: "为邮件发送作证的是 {1}，而不是它自称的来源 {2}。")
    let weight = 0.15
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let sender = facts.sender, sender.result == .pass, !sender.isAligned, !sender.isHELO, facts.list == nil,
            let author = facts.unauthenticatedAuthor
        else { return nil }
        return Finding(sender.domain, author.domain)
    }
}
