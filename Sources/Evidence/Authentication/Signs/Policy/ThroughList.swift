internal import Localization
internal import Messages

/// DMARC fails as it does when a list changes a mail. Anybody can look like a list, so that it counts something.
struct ThroughList: AuthenticationSign {
    let sentence = Sentence(
        "authentication.through-list",
        en: "DMARC fails as it does for mail that a list changed: {1}.",
        fr: "DMARC échoue comme pour les messages modifiés par une liste : {1}.",
        es: "DMARC falla como en los mensajes que una lista modificó: {1}.",
        ru: "Проверка DMARC не пройдена, как бывает с письмами, изменёнными рассылкой: {1}.",
        ar: "فشل DMARC كما يحدث للرسائل التي تعدّلها القوائم البريدية: {1}.",
        zh: "DMARC 未通过，这与经邮件列表修改的邮件相符：{1}。")
    let weight = 0.2

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard facts.policy == AuthenticationFacts.Policy(.fail, wish: .none), facts.isThroughList, !facts.isVouchedByHandler,
            let list = facts.list
        else { return nil }
        return Finding(list.name)
    }
}
