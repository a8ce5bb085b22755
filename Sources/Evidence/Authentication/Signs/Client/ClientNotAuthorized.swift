internal import Localization
internal import Messages

/// The name that the client gave for itself is not allowed to send mail, or is not the client’s (Client SMTP Authorization).
struct ClientNotAuthorized: AuthenticationSign {
    let sentence = Sentence(
        "authentication.csa-fail",
        en: "The sending machine may not send under the name that it gives (CSA).",
        fr: "La machine émettrice ne peut pas émettre sous le nom qu’elle donne (CSA).",
        es: "La máquina emisora no puede enviar con el nombre que da (CSA).",
        ru: "Отправляющая машина не вправе отправлять под названным ею именем (CSA).",
        ar: "لا يحق للآلة المرسلة الإرسال بالاسم الذي تعلنه (CSA).",
        zh: "发送主机无权以其自称的名称发信（CSA）。")
    let weight = 1.0
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        facts.csa == .fail ? Finding() : nil
    }
}
