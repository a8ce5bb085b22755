internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A port that web pages do not use.
struct OddPort: Check {
    let sentence = Sentence(
        "link.odd-port",
        en: "A link uses an unusual port: {1}.",
        fr: "Un lien emploie un port inhabituel : {1}.",
        es: "Un enlace usa un puerto inusual: {1}.",
        ru: "Ссылка использует необычный порт: {1}.",
        ar: "رابط يستعمل منفذًا غير معتاد: {1}.",
        zh: "链接使用不常见端口：{1}。")
    let weight = 0.7
    let needs = Needs.link(.oddPort)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.signs.contains(.oddPort) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
