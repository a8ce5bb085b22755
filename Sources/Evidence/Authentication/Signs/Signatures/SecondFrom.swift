internal import Localization
internal import Messages

/// There are several From fields beside a signature: the one that people see need not be the one that was signed (RFC 6376 section 8.15).
struct SecondFrom: AuthenticationSign {
    let sentence = Sentence(
        "authentication.second-from",
        en: "The mail has several senders beside the signature of {1}: which one it vouches for is unclear.",
        fr: "Le message a plusieurs expéditeurs à côté de la signature de {1} : on ignore lequel elle garantit.",
        es: "El mensaje tiene varios remitentes junto a la firma de {1}: no está claro de cuál responde.",
        ru: "В письме несколько отправителей при подписи {1}: неясно, за кого она ручается.",
        ar: "للرسالة عدة مرسلين مع توقيع {1}: ولا يُعرف لأيهم يشهد.",
        zh: "邮件带有 {1} 的签名，却有多个发件人：不清楚签名为哪一个作证。")
    let weight = 1.2
    let threat: ThreatClass? = .phishing

    func finding(in facts: AuthenticationFacts) -> Finding? {
        facts.signatures.first { $0.flaws.contains(.secondFrom) }.map { Finding($0.domain) }
    }
}
