internal import Localization
internal import Messages

/// The mail bears a signature of the author’s domain that does not hold: it was changed, or never was the domain’s. One whose key does not
/// exist counts half: keys are taken away when they are old.
struct BrokenSignature: AuthenticationSign {
    let sentence = Sentence(
        "authentication.broken-signature",
        en: "The signature of {1} does not hold.",
        fr: "La signature de {1} ne tient pas.",
        es: "La firma de {1} no es válida.",
        ru: "Подпись {1} недействительна.",
        ar: "توقيع {1} غير صحيح.",
        zh: "{1} 的签名无效。")
    let weight = 0.5

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard facts.standing != .authenticated, !facts.isDetour else { return nil }
        if let broken = facts.signatures.first(where: { $0.isAligned && $0.result == .fail && $0.flaws.isEmpty }) {
            return Finding(broken.domain)
        }
        return facts.signatures.first { $0.isAligned && $0.flaws.contains(.noKey) }.map { Finding($0.domain, strength: 0.5) }
    }
}
