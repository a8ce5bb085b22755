internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A threat to publish, and a wallet to pay into.
struct Extortion: Check {
    let sentence = Sentence(
        "shape.extortion",
        en: "The text threatens and demands money.",
        fr: "Le texte menace et exige de l’argent.",
        es: "El texto amenaza y exige dinero.",
        ru: "Текст угрожает и требует денег.",
        ar: "يهدد النص ويطلب مالًا.",
        zh: "文字进行威胁并索要钱财。")
    let weight = 2.0
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.extortion))

    func finding(in examination: Examination) -> Finding? {
        (examination.phrases[.extortion] >= 1 && examination.hasWallet) || examination.phrases[.extortion] >= 3 ? Finding() : nil
    }
}
