internal import Localization
internal import Messages

/// A service that the settings name as trusted vouches for a domain that was authenticated (RFC 5518).
struct Vouched: AuthenticationSign {
    let sentence = Sentence(
        "authentication.vouched",
        en: "{1}, which we trust, vouches for the sender.",
        fr: "{1}, à qui nous faisons confiance, se porte garant de l’expéditeur.",
        es: "{1}, en quien confiamos, responde del remitente.",
        ru: "{1}, которому мы доверяем, ручается за отправителя.",
        ar: "{1}، وهو موثوق لدينا، يضمن المرسل.",
        zh: "我们信任的 {1} 为发件人担保。")
    let weight = -1.2

    func finding(in facts: AuthenticationFacts) -> Finding? {
        // What is vouched for is a domain that signed or sent; where the author's own policy fails, that is somebody else's.
        facts.policy?.result == .fail ? nil : facts.voucher.map { Finding($0) }
    }
}
