internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A host whose name looks drawn by lot.
struct RandomHost: Check {
    let sentence = Sentence(
        "link.random-host",
        en: "A link’s host looks random: {1}.",
        fr: "L’hôte d’un lien semble aléatoire : {1}.",
        es: "El servidor de un enlace parece aleatorio: {1}.",
        ru: "Узел ссылки похож на случайный: {1}.",
        ar: "مضيف الرابط يبدو عشوائيًا: {1}.",
        zh: "链接主机像是随机生成：{1}。")
    let weight = 0.9
    let needs = Needs.host(.randomLooking)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.randomLooking) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
