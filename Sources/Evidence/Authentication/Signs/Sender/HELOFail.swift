internal import Localization
internal import Messages

/// The name that the client gave for itself says that the client may not use it.
struct HELOFail: AuthenticationSign {
    let sentence = Sentence(
        "authentication.helo-fail",
        en: "The sending machine calls itself {1}, which says that this machine may not use its name.",
        fr: "La machine émettrice se nomme {1}, qui dit qu’elle ne peut pas utiliser ce nom.",
        es: "La máquina emisora se llama {1}, que dice que no puede usar su nombre.",
        ru: "Отправляющая машина назвалась {1}, но тот сообщает, что она не вправе так называться.",
        ar: "تسمّي الآلة المرسلة نفسها {1}، الذي يقول إنه لا يحق لها استعمال اسمه.",
        zh: "发送主机自称 {1}，但该名称声明此主机无权使用。")
    let weight = 0.6
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let helo = facts.helo, helo.result == .fail, facts.standing != .authenticated else { return nil }
        return Finding(helo.domain)
    }
}
