internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Millions that need a helper.
struct AdvanceFee: Check {
    let sentence = Sentence(
        "shape.advance-fee",
        en: "The text promises a fortune to whoever helps.",
        fr: "Le texte promet une fortune à qui aidera.",
        es: "El texto promete una fortuna a quien ayude.",
        ru: "Текст обещает состояние тому, кто поможет.",
        ar: "يعد النص بثروة لمن يساعد.",
        zh: "文字许诺给协助者巨款。")
    let weight = 1.6
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.advanceFee))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.advanceFee] >= 3 ? Finding() : nil
    }
}
