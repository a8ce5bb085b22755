internal import Localization
internal import Messages

/// The domain of the return path says that the client probably may not send for it.
struct SPFSoftFail: AuthenticationSign {
    let sentence = Sentence(
        "authentication.spf-softfail",
        en: "{1} says that this machine probably may not send for it (SPF).",
        fr: "{1} dit que cette machine ne peut sans doute pas émettre pour lui (SPF).",
        es: "{1} dice que esta máquina probablemente no puede enviar por él (SPF).",
        ru: "{1} сообщает, что эта машина, вероятно, не вправе отправлять от его имени (SPF).",
        ar: "يقول {1} إن هذه الآلة لا يحق لها الإرسال باسمه على الأرجح (SPF).",
        zh: "{1} 声明此主机很可能无权代其发信（SPF）。")
    let weight = 0.4
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let sender = facts.sender, sender.result == .softfail, facts.standing != .authenticated, !facts.isDetour else { return nil }
        return Finding(sender.domain)
    }
}
