internal import Localization
internal import Messages

/// The author’s domain publishes nothing, and nobody signed: hardly any serious sender does without.
struct NothingProved: AuthenticationSign {
    let sentence = Sentence(
        "authentication.nothing-proved",
        en: "Nothing proves where the mail comes from: {1} publishes nothing, and nobody signed.",
        fr: "Rien ne prouve d’où vient le message : {1} ne publie rien, et personne n’a signé.",
        es: "Nada prueba de dónde viene el mensaje: {1} no publica nada y nadie firmó.",
        ru: "Ничто не доказывает, откуда письмо: {1} ничего не публикует, и никто его не подписал.",
        ar: "لا شيء يثبت مصدر الرسالة: {1} لا ينشر شيئًا ولم يوقّع أحد.",
        zh: "没有任何证据表明邮件来自何处：{1} 未发布任何记录，也无人签名。")
    let weight = 0.3

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let author = facts.author, facts.sender?.result == SPFResult.none, facts.areAllSignaturesKnown, facts.signatures.isEmpty,
            facts.policy?.result != .fail
        else { return nil }
        return Finding(author.domain)
    }
}
