internal import Localization
internal import Messages

/// The only signature of the author’s domain is made with a hash or key that anybody can break and that does not count any more (RFC 8301).
struct WeakSignature: AuthenticationSign {
    let sentence = Sentence(
        "authentication.weak-signature",
        en: "The signature of {1} is too weak to count.",
        fr: "La signature de {1} est trop faible pour compter.",
        es: "La firma de {1} es demasiado débil para contar.",
        ru: "Подпись {1} слишком слаба, чтобы её учитывать.",
        ar: "توقيع {1} أضعف من أن يُعتد به.",
        zh: "{1} 的签名强度太低，不予采信。")
    let weight = 0.3

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard facts.standing != .authenticated else { return nil }
        return facts.signatures.first { $0.isAligned && $0.flaws.contains(.weak) }.map { Finding($0.domain) }
    }
}
