internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Copies of brands.
struct ReplicaOffer: Check {
    let sentence = Sentence(
        "shape.replica",
        en: "The text offers copies of brands.",
        fr: "Le texte propose des contrefaçons.",
        es: "El texto ofrece imitaciones de marcas.",
        ru: "Текст предлагает подделки брендов.",
        ar: "يعرض النص سلعًا مقلدة.",
        zh: "文字推销仿冒品牌。")
    let weight = 1.2
    let threat: ThreatClass? = .advertising
    let needs = Needs.phrase(ThemeSet(.replica))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.replica] >= 2 ? Finding() : nil
    }
}
