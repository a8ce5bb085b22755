internal import Localization
internal import Messages

/// The domain of the return path says that the client may not send for it. Where the author’s signature holds, the mail was forwarded, and
/// the failure counts nothing.
struct SPFFail: AuthenticationSign {
    let sentence = Sentence(
        "authentication.spf-fail",
        en: "{1} says that this machine may not send for it (SPF).",
        fr: "{1} dit que cette machine ne peut pas émettre pour lui (SPF).",
        es: "{1} dice que esta máquina no puede enviar por él (SPF).",
        ru: "{1} сообщает, что эта машина не вправе отправлять от его имени (SPF).",
        ar: "يقول {1} إن هذه الآلة لا يحق لها الإرسال باسمه (SPF).",
        zh: "{1} 声明此主机无权代其发信（SPF）。")
    let weight = 1.0
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let sender = facts.sender, sender.result == .fail, facts.standing != .authenticated, !facts.isDetour else { return nil }
        return Finding(sender.domain)
    }
}
