internal import Localization
internal import Messages

/// The client’s domain says that this host sends mail. A stranger’s word on a stranger’s host.
struct ClientAuthorized: AuthenticationSign {
    let sentence = Sentence(
        "authentication.csa-ok",
        en: "The sending machine may send under the name that it gives (CSA).",
        fr: "La machine émettrice peut émettre sous le nom qu’elle donne (CSA).",
        es: "La máquina emisora puede enviar con el nombre que da (CSA).",
        ru: "Отправляющая машина вправе отправлять под названным ею именем (CSA).",
        ar: "يحق للآلة المرسلة الإرسال بالاسم الذي تعلنه (CSA).",
        zh: "发送主机有权以其自称的名称发信（CSA）。")
    let weight = -0.1
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        facts.csa == .ok ? Finding() : nil
    }
}
