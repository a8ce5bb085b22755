internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Money lent without questions.
struct LoanOffer: Check {
    let sentence = Sentence(
        "shape.loan",
        en: "The text offers easy loans.",
        fr: "Le texte propose des prêts faciles.",
        es: "El texto ofrece préstamos fáciles.",
        ru: "Текст предлагает лёгкие займы.",
        ar: "يعرض النص قروضًا سهلة.",
        zh: "文字提供轻松贷款。")
    let weight = 0.9
    let threat: ThreatClass? = .advertising
    let needs = Needs.phrase(ThemeSet(.loan))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.loan] >= 2
            || (examination.isShortText && examination.phrases.has(.loan) && (examination.hasLink || examination.hasNumber))
            ? Finding() : nil
    }
}
