internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Company and intimacy.
struct AdultOffer: Check {
    let sentence = Sentence(
        "shape.adult",
        en: "The text offers sexual content.",
        fr: "Le texte propose des contenus sexuels.",
        es: "El texto ofrece contenido sexual.",
        ru: "Текст предлагает материалы для взрослых.",
        ar: "يعرض النص محتوى جنسيًا.",
        zh: "文字提供色情内容。")
    let weight = 1.3
    let threat: ThreatClass? = .adult
    let needs = Needs.phrase(ThemeSet(.adult))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.adult] >= 2 ? Finding() : nil
    }
}
