internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Medicine without a prescription.
struct MedicineOffer: Check {
    let sentence = Sentence(
        "shape.medicine",
        en: "The text offers medicine or slimming products.",
        fr: "Le texte propose des médicaments ou des produits amincissants.",
        es: "El texto ofrece medicamentos o productos para adelgazar.",
        ru: "Текст предлагает лекарства или средства для похудения.",
        ar: "يعرض النص أدوية أو منتجات تنحيف.",
        zh: "文字推销药品或减肥产品。")
    let weight = 1.2
    let threat: ThreatClass? = .advertising
    let needs = Needs.phrase(ThemeSet(.pharmacy))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.pharmacy] >= 2 ? Finding() : nil
    }
}
