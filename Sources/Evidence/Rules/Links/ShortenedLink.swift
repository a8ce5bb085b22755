internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link that hides where it leads, in a short text or beside words of haste.
struct ShortenedLink: Check {
    let sentence = Sentence(
        "link.shortened",
        en: "A link hides where it leads: {1}.",
        fr: "Un lien cache où il mène : {1}.",
        es: "Un enlace oculta adónde lleva: {1}.",
        ru: "Ссылка скрывает, куда ведёт: {1}.",
        ar: "رابط يخفي وجهته: {1}.",
        zh: "链接隐藏了去向：{1}。")
    let weight = 0.8
    let needs = Needs.host(.shortener)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.shortener) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
