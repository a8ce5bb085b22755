internal import Localization
internal import Messages

/// The only signature of the author’s domain held until a moment that had passed when the mail came: somebody may be sending an old mail
/// again.
struct ExpiredSignature: AuthenticationSign {
    let sentence = Sentence(
        "authentication.expired-signature",
        en: "The signature of {1} has expired.",
        fr: "La signature de {1} a expiré.",
        es: "La firma de {1} ha caducado.",
        ru: "Срок действия подписи {1} истёк.",
        ar: "انتهت صلاحية توقيع {1}.",
        zh: "{1} 的签名已过期。")
    let weight = 0.4

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard facts.standing != .authenticated else { return nil }
        return facts.signatures.first { $0.isAligned && $0.flaws.contains(.expired) }.map { Finding($0.domain) }
    }
}
