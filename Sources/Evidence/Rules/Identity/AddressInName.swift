internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// The sender’s name shows an address that is not the sender’s.
struct AddressInName: Check {
    let sentence = Sentence(
        "identity.address-in-name",
        en: "The sender’s name shows {1}, but the mail is from {2}.",
        fr: "Le nom de l’expéditeur affiche {1}, mais le message vient de {2}.",
        es: "El nombre del remitente muestra {1}, pero el mensaje viene de {2}.",
        ru: "В имени отправителя стоит {1}, а письмо от {2}.",
        ar: "يُظهر اسم المرسل {1} لكن الرسالة من {2}.",
        zh: "发件人名称显示 {1}，而邮件来自 {2}。")
    let weight = 1.6
    let layer = Layer.service
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.author)

    func finding(in examination: Examination) -> Finding? {
        guard let author = examination.reading.author, author.displayName.utf8.contains(0x40),
            let at = author.displayName.firstIndex(of: "@")
        else { return nil }
        let shown = author.displayName[author.displayName.index(after: at)...].prefix {
            $0.isLetter || $0.isNumber || $0 == "." || $0 == "-"
        }.lowercased()
        guard shown.contains("."), !author.domain.isEmpty, shown != author.domain, !author.domain.hasSuffix("." + shown),
            !shown.hasSuffix("." + author.domain)
        else { return nil }
        return Finding("@" + shown, author.address)
    }
}
