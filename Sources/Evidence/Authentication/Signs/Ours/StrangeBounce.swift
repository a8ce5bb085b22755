internal import Localization
internal import Messages

/// A bounce comes back to an address whose tag is not ours: what bounced was not sent by us (BATV). One that is too old or has no tag
/// counts half: some bounces are late, and some mail is sent around us.
struct StrangeBounce: AuthenticationSign {
    let sentence = Sentence(
        "authentication.strange-bounce",
        en: "This is a bounce of a mail that we did not send.",
        fr: "C’est le rebond d’un message que nous n’avons pas envoyé.",
        es: "Es el rebote de un mensaje que no enviamos.",
        ru: "Это отчёт о недоставке письма, которого мы не отправляли.",
        ar: "هذا إشعار ارتداد لرسالة لم نرسلها.",
        zh: "这是一封并非由我们发出的邮件的退信。")
    let weight = 1.6

    func finding(in facts: AuthenticationFacts) -> Finding? {
        switch facts.bounceTag {
        case .badSignature, .unknownKey: Finding()
        case .expired, .untagged: Finding(strength: 0.5)
        case .pass, nil: nil
        }
    }
}
