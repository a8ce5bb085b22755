internal import Localization
internal import Messages

/// The record of the return path’s domain cannot be used. Many careless senders have such records, and some spammers.
struct SPFError: AuthenticationSign {
    let sentence = Sentence(
        "authentication.spf-error",
        en: "{1} publishes a record of SPF that cannot be used.",
        fr: "{1} publie un enregistrement SPF inutilisable.",
        es: "{1} publica un registro SPF que no se puede usar.",
        ru: "{1} публикует непригодную запись SPF.",
        ar: "ينشر {1} سجل SPF لا يمكن استعماله.",
        zh: "{1} 发布的 SPF 记录无法使用。")
    let weight = 0.2
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let sender = facts.sender, sender.result == .permerror, facts.standing != .authenticated, !facts.isDetour else { return nil }
        return Finding(sender.domain)
    }
}
