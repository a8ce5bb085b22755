internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A brand’s name in a host that is not the brand’s.
struct BrandElsewhere: Check {
    let sentence = Sentence(
        "link.brand-elsewhere",
        en: "A link uses a brand’s name on a host that is not the brand’s: {1}.",
        fr: "Un lien emploie le nom d’une marque sur un hôte étranger : {1}.",
        es: "Un enlace usa el nombre de una marca en un servidor ajeno: {1}.",
        ru: "Ссылка использует имя бренда на чужом узле: {1}.",
        ar: "رابط يستعمل اسم علامة على مضيف ليس لها: {1}.",
        zh: "链接在非品牌主机上使用品牌名：{1}。")
    let weight = 1.5
    let threat: ThreatClass? = .phishing
    let needs = Needs.host(.brandElsewhere)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.hostSigns.contains(.brandElsewhere) && !$0.hostSigns.contains(.brandOwn) })
        else { return nil }
        return Finding(examination.host(of: link))
    }
}
