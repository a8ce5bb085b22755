internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Easy work, good pay, and another channel to write to.
struct JobOffer: Check {
    let sentence = Sentence(
        "shape.job-offer",
        en: "The text offers easy work and leads elsewhere.",
        fr: "Le texte offre un travail facile et renvoie ailleurs.",
        es: "El texto ofrece trabajo fácil y remite a otro sitio.",
        ru: "Текст предлагает лёгкую работу и уводит в другое место.",
        ar: "يعرض النص عملًا سهلًا ويوجه إلى مكان آخر.",
        zh: "文字提供轻松工作并引导至别处。")
    let weight = 1.3
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.job))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases.has(.job)
            && (examination.phrases.has(.otherChannel)
                || (examination.isShortText && (examination.hasLink || examination.phrases[.job] >= 2)))
            ? Finding() : nil
    }
}
