internal import Localization
internal import Messages

/// Somebody outside wrote results of authentication into the mail in the name of a host of ours (RFC 8601 section 5).
struct ForgedResults: AuthenticationSign {
    let sentence = Sentence(
        "authentication.forged-results",
        en: "The mail brought along results in the name of our own host {1}.",
        fr: "Le message apportait des résultats au nom de notre propre hôte {1}.",
        es: "El mensaje traía resultados a nombre de nuestro propio servidor {1}.",
        ru: "Письмо принесло с собой результаты проверок от имени нашего узла {1}.",
        ar: "حملت الرسالة معها نتائج باسم مضيفنا {1}.",
        zh: "邮件自带以我方主机 {1} 名义写的验证结果。")
    /// Little: what we sent out ourselves, and a list brought back, may bear what our own host wrote then.
    let weight = 0.5
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        facts.forgedServer.map { Finding($0) }
    }
}
