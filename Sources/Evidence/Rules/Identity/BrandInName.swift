internal import Links
internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// The sender’s name is a brand’s, the address is not.
struct BrandInName: Check {
    let sentence = Sentence(
        "identity.brand-in-name",
        en: "The sender calls itself {1}, but writes from {2}.",
        fr: "L’expéditeur se dit {1}, mais écrit depuis {2}.",
        es: "El remitente se llama {1}, pero escribe desde {2}.",
        ru: "Отправитель называет себя {1}, а пишет с {2}.",
        ar: "يسمّي المرسل نفسه {1} لكنه يكتب من {2}.",
        zh: "发件人自称 {1}，却从 {2} 发信。")
    let weight = 1.7
    let layer = Layer.service
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.author)

    func finding(in examination: Examination) -> Finding? {
        guard let author = examination.reading.author, !author.displayName.isEmpty, !author.domain.isEmpty,
            !examination.reading.has(.listID)
        else { return nil }
        guard let brand = BrandNames.brand(in: author.displayName), !BrandNames.owns(brand, domain: author.domain) else { return nil }
        return Finding(author.displayName, author.domain)
    }
}
