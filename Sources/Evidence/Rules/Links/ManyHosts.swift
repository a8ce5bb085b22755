internal import Links
internal import Localization
internal import Messages
internal import Reading

/// Links to many different sites in one short message.
struct ManyHosts: Check {
    let sentence = Sentence(
        "link.many-sites",
        en: "The message links to many sites at once: {1}.",
        fr: "Le message renvoie à de nombreux sites : {1}.",
        es: "El mensaje enlaza a muchos sitios: {1}.",
        ru: "Сообщение ссылается на множество сайтов: {1}.",
        ar: "ترتبط الرسالة بمواقع كثيرة: {1}.",
        zh: "邮件同时链接到许多网站：{1}。")
    let weight = 0.4
    let needs = Needs.all(.links)

    func finding(in examination: Examination) -> Finding? {
        guard examination.reading.wordCount < 400, examination.reading.links.all.count >= 12 else { return nil }
        let count = Set(examination.followableLinks.map { examination.reading.links.string($0.domain) }).count
        return count >= 12 ? Finding("\(count)") : nil
    }
}
