internal import Localization
internal import Messages

/// A signature covers only the beginning of the body, and there is more: anybody may have added it (RFC 6376 section 8.2). Lists do, so
/// that it counts half in mail of one that says who it is.
struct UnsignedTail: AuthenticationSign {
    let sentence = Sentence(
        "authentication.unsigned-tail",
        en: "The end of the mail is not covered by the signature of {1}: anybody may have added it.",
        fr: "La fin du message n’est pas couverte par la signature de {1} : n’importe qui peut l’avoir ajoutée.",
        es: "El final del mensaje no está cubierto por la firma de {1}: cualquiera pudo añadirlo.",
        ru: "Конец письма не покрыт подписью {1}: его мог добавить кто угодно.",
        ar: "نهاية الرسالة غير مشمولة بتوقيع {1}: قد يكون أي شخص أضافها.",
        zh: "邮件末尾不在 {1} 的签名范围内：任何人都可能添加了它。")
    let weight = 0.7

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let signature = facts.signatures.first(where: { $0.flaws.contains(.unsignedTail) }) else { return nil }
        return Finding(signature.domain, strength: facts.isFromList ? 0.5 : 1)
    }
}
