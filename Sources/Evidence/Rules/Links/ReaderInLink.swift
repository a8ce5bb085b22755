internal import Links
internal import Localization
internal import Messages
internal import Reading

/// The reader’s own address inside a link: the page will greet that reader with it, or learn that somebody reads there.
struct ReaderInLink: Check {
    let sentence = Sentence(
        "link.reader-inside",
        en: "A link carries the reader’s own address: {1}.",
        fr: "Un lien contient l’adresse du lecteur : {1}.",
        es: "Un enlace lleva la dirección del lector: {1}.",
        ru: "В ссылке адрес самого читателя: {1}.",
        ar: "رابط يحمل عنوان القارئ نفسه: {1}.",
        zh: "链接内含读者自己的地址：{1}。")
    let weight = 0.7
    let threat: ThreatClass? = .phishing
    let needs = Needs.link(.recipientInside)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.signs.contains(.recipientInside) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
