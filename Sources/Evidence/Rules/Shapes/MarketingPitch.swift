internal import Localization
internal import Messages
internal import Reading
internal import Text

/// An unasked offer of search ranks, leads or lists.
struct MarketingPitch: Check {
    let sentence = Sentence(
        "shape.marketing",
        en: "The text offers marketing services unasked.",
        fr: "Le texte propose des services de marketing.",
        es: "El texto ofrece servicios de mercadotecnia.",
        ru: "Текст предлагает услуги маркетинга.",
        ar: "يعرض النص خدمات تسويق.",
        zh: "文字推销营销服务。")
    let weight = 1.0
    let threat: ThreatClass? = .advertising
    let needs = Needs.phrase(ThemeSet(.marketing))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.marketing] >= 2 ? Finding() : nil
    }
}
